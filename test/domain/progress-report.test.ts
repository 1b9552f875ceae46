import { expect, test } from 'vitest'
import { checkReportFacts, checkReportReason, nextVersion } from '../../src/domain/progress-report.ts'

const facts = { status: 'on_track', percent: 80, summary: '已签约12家', practice: '' } as const

test('facts within bounds are kept, the summary trimmed', () => {
  expect(checkReportFacts({ ...facts, summary: '  已签约12家\n' })).toEqual(facts)
  expect(checkReportFacts({ ...facts, percent: null }).percent).toBeNull()
  expect(checkReportFacts({ ...facts, summary: '𠮷'.repeat(2000) }).summary).toHaveLength(4000)
})

test.each([
  [{ ...facts, percent: 101 }, 'report.percent_out_of_range'],
  [{ ...facts, percent: -1 }, 'report.percent_out_of_range'],
  [{ ...facts, percent: 80.5 }, 'report.percent_out_of_range'],
  [{ ...facts, percent: Number.NaN }, 'report.percent_out_of_range'],
  [{ ...facts, summary: ' \n' }, 'report.summary_missing'],
  [{ ...facts, summary: '字'.repeat(2001) }, 'report.summary_too_long'],
  [{ ...facts, status: '' as 'done' }, 'report.status_missing'],
  [{ ...facts, practice: '字'.repeat(501) }, 'report.practice_too_long'],
])('%j is refused: %s', (wrong, code) => {
  expect(() => checkReportFacts(wrong)).toThrow(expect.objectContaining({ code }))
})

test('a new report is a new version, whatever became of the earlier ones', () => {
  expect(nextVersion([])).toBe(1)
  expect(nextVersion([2, 1])).toBe(3)
})

test('a reason has 1 to 500 characters', () => {
  expect(checkReportReason(' 请补充数据 ')).toBe('请补充数据')
  expect(checkReportReason('𠮷'.repeat(500))).toHaveLength(1000)
  expect(() => checkReportReason(' \n')).toThrow(expect.objectContaining({ code: 'report.reason_missing' }))
  expect(() => checkReportReason('字'.repeat(501))).toThrow(expect.objectContaining({ code: 'report.reason_too_long' }))
})
