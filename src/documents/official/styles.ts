import { AlignmentType, type IFontAttributesProperties, type IStylesOptions, LineRuleType } from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { faces } from './fonts.ts'
import { pt, red, sizes } from './measures.ts'

/** The paragraph styles of official documents, by their ids. */
export type StyleId =
  | 'Mark'
  | 'Number'
  | 'DocumentTitle'
  | 'Subtitle'
  | 'Level1'
  | 'Level2'
  | 'Body'
  | 'Labelled'
  | 'Continued'
  | 'HeadLine'
  | 'Imprint'
  | 'TableHead'
  | 'TableText'
  | 'TableCentered'
  | 'PageNumber'
  | 'DraftMark'

const exactly = (points: number, before = 0, after = 0) => ({
  line: pt(points),
  lineRule: LineRuleType.EXACT,
  before: pt(before),
  after: pt(after),
})

/** Two characters of 三号 (7.3.3). */
const twoCharacters = { firstLine: pt(32), firstLineChars: 200 }

/**
 * The styles of GB/T 9704-2012: the body in 三号仿宋, every line 28 pt so that 22 stand on a page (5.2.3), headings in
 * 黑体, then 楷体 (7.3.3), titles in 二号小标宋 (7.3.1). Text in English has the same layout; its letters are Latin.
 */
export function officialStyles(locale: Locale): IStylesOptions {
  const font = fontOf(locale)
  // 28 characters on a line of 156 mm (5.2.3): each is a quarter of a point narrower than its 16 pt. A character grid
  // would say the same, but programs other than Word read it otherwise.
  const tight = locale === 'zh-CN' ? { characterSpacing: -5 } : {}
  const label = locale === 'zh-CN' ? pt(48) : pt(72)
  const style = (id: StyleId, name: string, rest: Omit<ParagraphStyle, 'id' | 'name' | 'basedOn'>) => ({
    id,
    name,
    basedOn: 'Normal',
    ...rest,
  })
  return {
    default: {
      document: {
        run: { font: font(faces.body), size: sizes.third, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
        paragraph: { spacing: exactly(28) },
      },
    },
    paragraphStyles: [
      style('Mark', 'Mark', {
        // The mark's upper edge is 35 mm below that of the 版心 (10.3); the line's own height is part of it.
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(50, 94, 0), keepNext: true },
        run: { font: font(faces.title), size: sizes.mark, color: red },
      }),
      style('Number', 'Number', {
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(28, 28, 11), keepNext: true },
      }),
      style('HeadLine', 'Head line', { paragraph: { spacing: exactly(28) } }),
      style('DocumentTitle', 'Document title', {
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(34), keepNext: true, keepLines: true },
        run: { font: font(faces.title), size: sizes.second },
      }),
      style('Subtitle', 'Document subtitle', {
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(28, 0, 14) },
        run: { font: font(faces.script) },
      }),
      style('Level1', 'Level 1', {
        paragraph: { indent: twoCharacters, keepNext: true, outlineLevel: 0 },
        run: { font: font(faces.heading), ...tight, ...(locale === 'en' ? { bold: true } : {}) },
      }),
      style('Level2', 'Level 2', {
        paragraph: { indent: twoCharacters, keepNext: true, outlineLevel: 1 },
        run: { font: font(faces.script), ...tight, ...(locale === 'en' ? { italics: true } : {}) },
      }),
      style('Body', 'Body', { paragraph: { indent: twoCharacters, alignment: AlignmentType.BOTH }, run: tight }),
      // Two characters in, and the lines after the first under what follows the colon (10.3).
      style('Labelled', 'Labelled', { paragraph: { indent: { left: pt(32) + label, hanging: label } }, run: tight }),
      style('Continued', 'Continued', { paragraph: { indent: { left: pt(32) + label } }, run: tight }),
      style('Imprint', 'Imprint', {
        paragraph: { spacing: exactly(22, 2, 2), keepNext: true },
        run: { size: sizes.fourth },
      }),
      style('TableHead', 'Table head', {
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(17, 2, 2), keepNext: true },
        run: { font: font(faces.heading), size: sizes.small },
      }),
      style('TableText', 'Table text', {
        paragraph: { spacing: exactly(17, 2, 2) },
        run: { size: sizes.small },
      }),
      style('TableCentered', 'Table text, centred', {
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(17, 2, 2) },
        run: { size: sizes.small },
      }),
      style('PageNumber', 'Page number', {
        paragraph: { spacing: exactly(17) },
        run: { font: { ...font(faces.plain), ascii: faces.plain, hAnsi: faces.plain }, size: sizes.fourth },
      }),
      style('DraftMark', 'Draft mark', { run: { font: font(faces.heading), bold: true } }),
    ],
  }
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]

/** A face for Chinese, with Latin letters in theirs; the hint gives “” and — to the Chinese face in Chinese text. */
export function fontOf(locale: Locale): (face: string) => IFontAttributesProperties {
  return (face) => ({
    ascii: faces.latin,
    hAnsi: faces.latin,
    cs: faces.latin,
    eastAsia: face,
    ...(locale === 'zh-CN' ? { hint: 'eastAsia' } : {}),
  })
}
