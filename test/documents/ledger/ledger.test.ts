import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLedger } from '../../../src/documents/ledger/build-ledger.ts'
import { partOf, partsOf, pretty, textsOf } from '../package-parts.ts'
import { ledger } from './samples.ts'

const sheets = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']

/** The ledger with one issue of this title. */
function titled(title: string) {
  return { ...ledger, actions: [], issues: ledger.issues.slice(0, 1).map((issue) => ({ ...issue, title })) }
}

/** The text that the cell shows. */
function cellText(file: Uint8Array, address: string): string | undefined {
  const cell = new RegExp(`<c r="${address}"[^>]* t="s"[^>]*><v>(\\d+)</v>`).exec(partOf(file, sheets[0] ?? ''))
  return textsOf(partOf(file, 'xl/sharedStrings.xml'), 't')[Number(cell?.[1])]
}

describe('the ledger', () => {
  it('is written as agreed, in both languages', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const parts = partsOf(await buildLedger(locale, ledger))
      for (const name of ['worksheets/sheet1', 'worksheets/sheet2', 'sharedStrings', 'styles', 'workbook']) {
        const golden = `golden/${locale}-${name.replace('worksheets/', '')}.xml`
        await expect(pretty(parts[`xl/${name}.xml`] ?? '')).toMatchFileSnapshot(golden)
      }
    }
  })

  it('gives the same bytes for the same content', async () => {
    const [first, second] = [await buildLedger('en', ledger), await buildLedger('en', structuredClone(ledger))]
    expect(first.equals(second)).toBe(true)
  })

  it('has heads and filters when it is empty', async () => {
    const file = await buildLedger('zh-CN', { ...ledger, issues: [], actions: [] })
    for (const path of sheets) expect(partOf(file, path)).toContain('<autoFilter ref="A1:P1"/>')
    expect(cellText(file, 'B1')).toBe('议题')
  })

  it.each([
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '\t=1',
    'constructor',
    '__proto__',
    'toString',
    '\ue000mark',
    ' spaces ',
    '</t></si>',
  ])('keeps %j as a text', async (title) => {
    const file = await buildLedger('zh-CN', titled(title))
    expect(cellText(file, 'B2')).toBe(title)
    for (const path of sheets) expect(partOf(file, path)).not.toContain('<f')
  })

  it('keeps what looks like an escape, and says nothing that XML forbids', async () => {
    const file = await buildLedger('zh-CN', titled('_x0041_ \u0000\u001b\ufffe甲\r\n乙'))
    expect(cellText(file, 'B2')).toBe('_x005F_x0041_ 甲\n乙')
  })

  it('cuts a text at what a cell holds', async () => {
    const shown = cellText(await buildLedger('zh-CN', titled('😀'.repeat(20_000))), 'B2') ?? ''
    expect(shown.length).toBeLessThanOrEqual(32_767)
    expect(shown.endsWith('😀…')).toBe(true)
  })

  it('writes no formula, whatever people typed', async () => {
    const words = fc.string({ unit: 'binary', maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), words, async (sign, rest) => {
        const file = await buildLedger('en', titled(`${sign}${rest}`))
        for (const path of sheets) expect(partOf(file, path)).not.toMatch(/<f[ >/]|t="str"/)
        const strings = partOf(file, 'xl/sharedStrings.xml')
        expect(strings.match(/<si>/g)?.length).toBe(textsOf(strings, 't').length)
      }),
      { numRuns: 60 },
    )
  })

  it('tells days as true dates, the same in every zone', async () => {
    const cell = /<c r="E2"[^>]*><v>(\d+)<\/v>/.exec(partOf(await buildLedger('en', ledger), sheets[0] ?? ''))
    const days = Date.UTC(2024, 4, 20) - Date.UTC(1899, 11, 30)
    expect(Number(cell?.[1])).toBe(days / 86_400_000)
  })

  it('holds ten thousand rows', async () => {
    const [issue] = ledger.issues
    if (!issue) throw new Error('the sample has issues')
    const issues = Array.from({ length: 10_000 }, (_, index) => ({
      ...issue,
      no: index + 1,
      title: `议题${index + 1}`,
    }))
    const file = await buildLedger('zh-CN', { ...ledger, issues })
    expect(cellText(file, 'B10001')).toBe('议题10000')
    expect(partOf(file, sheets[0] ?? '')).toContain('<autoFilter ref="A1:P10001"/>')
  })
})
