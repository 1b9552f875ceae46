import { expect, test } from 'vitest'
import { leadingPeriod, leadingUnit, parseNamedReport, unchangedTask } from '../../src/domain/review-words.ts'

test.each([
  ['6 市商务局 请补充数据', { taskNo: 6, periodKey: null, rest: '市商务局 请补充数据' }],
  ['任务6 2023下半年 市商务局：请补充', { taskNo: 6, periodKey: '2023H2', rest: '市商务局：请补充' }],
  ['#6', { taskNo: 6, periodKey: null, rest: '' }],
  ['６，2023H2', { taskNo: 6, periodKey: '2023H2', rest: '' }],
  ['6 2024年数据有误', { taskNo: 6, periodKey: null, rest: '2024年数据有误' }],
  ['6 2024 年数据有误', { taskNo: 6, periodKey: null, rest: '2024 年数据有误' }],
  ['6市商务局 请补充', { taskNo: 6, periodKey: null, rest: '市商务局 请补充' }],
])('%s names a report', (text, named) => {
  expect(parseNamedReport(text)).toEqual(named)
})

test.each(['', '市商务局 请补充', '80% 请补充', '2024年 请补充'])('%j names no task', (text) => {
  expect(() => parseNamedReport(text)).toThrow(expect.objectContaining({ code: 'report.task_missing_here' }))
})

test('a period is told from a task', () => {
  expect(leadingPeriod('2024H1 单位补报')).toEqual({ periodKey: '2024H1', rest: '单位补报' })
  expect(leadingPeriod('2024上半年')).toEqual({ periodKey: '2024H1', rest: '' })
  expect(leadingPeriod('6 市商务局 原因')).toBeNull()
  expect(leadingPeriod('2024 市商务局 原因')).toBeNull()
})

test('a unit is the longest name that the words begin with', () => {
  const units = [{ names: ['东湖高新区'] }, { names: ['东湖高新区管委会', 'Optics Valley'] }, { names: [''] }]
  expect(leadingUnit(units, '东湖高新区管委会 请补充')).toEqual({ unit: units[1], rest: '请补充' })
  expect(leadingUnit(units, '东湖高新区：请补充')).toEqual({ unit: units[0], rest: '请补充' })
  expect(leadingUnit(units, 'optics valley please')).toEqual({ unit: units[1], rest: 'please' })
  expect(leadingUnit(units, '数据有误')).toEqual({ unit: null, rest: '数据有误' })
})

test('"no change" of one task says nothing else', () => {
  expect(unchangedTask('6 无变化')).toBe(6)
  expect(unchangedTask('任务6：无变化。')).toBe(6)
  expect(unchangedTask('6 unchanged')).toBe(6)
  expect(unchangedTask('6 80% 达进度 无变化')).toBeNull()
  expect(unchangedTask('6 无变化 但已签约12家')).toBeNull()
})
