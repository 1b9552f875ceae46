import { describe, expect, it } from 'vitest'
import { buildReportLedger } from '../../../src/documents/report/build-report-ledger.ts'
import { compileReportLedger } from '../../../src/domain/compilation/compile-report-ledger.ts'
import { sampleRecords, version } from '../../support/sample-compilation.ts'
import { partOf, partsOf, pretty, textsOf } from '../package-parts.ts'

const ledger = compileReportLedger(sampleRecords())

describe('the ledger of a period as a workbook', () => {
  it.each(['zh-CN', 'en'] as const)('is written as agreed: %s', async (locale) => {
    const parts = partsOf(await buildReportLedger(locale, ledger, { UCONVENER: '张三' }))
    for (const name of ['worksheets/sheet1', 'worksheets/sheet2', 'worksheets/sheet3', 'sharedStrings', 'workbook']) {
      const golden = `golden/${locale}-${name.replace('worksheets/', '')}.xml`
      await expect(pretty(parts[`xl/${name}.xml`] ?? '')).toMatchFileSnapshot(golden)
    }
  })

  it('keeps what people typed as text, and writes no formula', async () => {
    const summary = '=HYPERLINK("https://a.example","点")'
    const versions = [version({ taskId: 1, unitId: 1, summary, practice: '+1', reason: '@SUM(A1)' })]
    const file = await buildReportLedger('zh-CN', compileReportLedger(sampleRecords({ versions })), {})
    for (const sheet of [1, 2, 3])
      expect(partOf(file, `xl/worksheets/sheet${sheet}.xml`)).not.toMatch(/<f[ >/]|t="str"/)
    const texts = textsOf(partOf(file, 'xl/sharedStrings.xml'), 't')
    for (const words of [summary, '+1', '@SUM(A1)', 'UCONVENER']) expect(texts).toContain(words)
  })

  it('gives the same bytes for the same content', async () => {
    const [first, second] = [
      await buildReportLedger('en', ledger, {}),
      await buildReportLedger('en', structuredClone(ledger), {}),
    ]
    expect(first.equals(second)).toBe(true)
  })
})
