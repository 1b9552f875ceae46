/**
 * The fonts of official documents (GB/T 9704-2012, 5.2.2 and 7). Where one is not installed, Word takes the first of its
 * `altName`s that is (ECMA-376 Part 1, 17.8.3.1), so a machine without 方正小标宋 still shows a Song face.
 */
export const faces = {
  /** 小标宋体, of marks and titles. */
  title: '方正小标宋_GBK',
  /** 仿宋体, of the body. */
  body: '仿宋',
  /** 黑体, of first-level headings and labels. */
  heading: '黑体',
  /** 楷体, of second-level headings and the signer's name. */
  script: '楷体',
  /** 宋体, of page numbers. */
  plain: '宋体',
  /** Latin letters and digits. */
  latin: 'Times New Roman',
} as const

type Entry = { name: string; altName: string | null; panose: string; charset: string; family: string }

const entries: readonly Entry[] = [
  {
    name: faces.title,
    altName: '方正小标宋简体,小标宋体,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
    panose: '02010600010101010101',
    charset: '86',
    family: 'roman',
  },
  {
    name: faces.body,
    altName: 'FangSong,仿宋_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC',
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
  },
  {
    name: faces.heading,
    altName: 'SimHei,黑体_GB2312,华文黑体,STHeiti,Noto Sans CJK SC',
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
  },
  {
    name: faces.script,
    altName: 'KaiTi,楷体_GB2312,华文楷体,STKaiti,Noto Serif CJK SC',
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
  },
  {
    name: faces.plain,
    altName: 'SimSun,华文宋体,STSong,Noto Serif CJK SC',
    panose: '02010600030101010101',
    charset: '86',
    family: 'auto',
  },
  { name: faces.latin, altName: null, panose: '02020603050405020304', charset: '00', family: 'roman' },
]

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The part word/fontTable.xml, which the library writes for embedded fonts alone. */
export function fontTable(): string {
  const fonts = entries.map(
    ({ name, altName, panose, charset, family }) =>
      `<w:font w:name="${name}">${altName ? `<w:altName w:val="${altName}"/>` : ''}<w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`
}
