import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkEvidenceList, linksIn, linkText, parseLinks } from '../../src/domain/report-evidence.ts'

const link = (title: string, url: string) => ({ title, url, fileId: null })

test('links are read one a line, with a title where one stands before', () => {
  expect(parseLinks('\n验收报告：https://a.example/1\n https://a.example/2 \nhttps://a.example/3 照片\n')).toEqual([
    link('验收报告', 'https://a.example/1'),
    link('https://a.example/2', 'https://a.example/2'),
    link('照片', 'https://a.example/3'),
  ])
  expect(parseLinks('')).toEqual([])
})

test.each([
  ['没有链接', 'report.link_missing'],
  ['ftp://a.example/1', 'report.link_missing'],
  ['javascript:alert(1)', 'report.link_missing'],
  ['https://a.example/1 https://a.example/2', 'report.link_missing'],
  [`https://a.example/${'a'.repeat(2000)}`, 'report.link_too_long'],
  [`${'题'.repeat(201)} https://a.example/1`, 'report.title_too_long'],
  [Array.from({ length: 11 }, (_, at) => `https://a.example/${at}`).join('\n'), 'report.too_many_links'],
])('%# is refused: %s', (text, code) => {
  expect(() => parseLinks(text)).toThrow(expect.objectContaining({ code }))
})

test('addresses are found in Chinese text, without the signs behind them', () => {
  expect(
    linksIn('已完成，见https://a.example/1。另见（https://b.example/x?y=1），及 https://c.example/z.').map(
      ({ url }) => url,
    ),
  ).toEqual(['https://a.example/1', 'https://b.example/x?y=1', 'https://c.example/z'])
  expect(linksIn('http:// 无')).toEqual([])
})

test('written links are read as they were', () => {
  const title = fc.constantFrom('', '验收报告', '照片 2', '附件一')
  const one = fc.tuple(
    title,
    fc.webUrl({ validSchemes: ['https'] }).filter((url) => !/[<>"']/.test(url)),
  )
  fc.assert(
    fc.property(fc.uniqueArray(one, { maxLength: 10, selector: ([, url]) => url }), (list) => {
      const links = list.map(([name, url]) => link(name || url, url))
      expect(parseLinks(linkText(links))).toEqual(links)
    }),
  )
})

test('evidence is kept once, at most ten files', () => {
  const file = (id: string) => ({ title: id, url: `https://f.example/${id}`, fileId: id })
  expect(checkEvidenceList([file('F1'), file('F1'), link('a', 'https://a.example/1')])).toHaveLength(2)
  const eleven = Array.from({ length: 11 }, (_, at) => file(`F${at}`))
  expect(() => checkEvidenceList(eleven)).toThrow(expect.objectContaining({ code: 'report.too_many_files' }))
})
