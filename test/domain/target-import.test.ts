import { describe, expect, it } from 'vitest'
import { MAX_TABLE_ROWS, readMeasurementRows } from '../../src/domain/measurement-table.ts'
import type { TargetFacts } from '../../src/domain/target.ts'
import { type ImportFacts, settleImport } from '../../src/domain/target-import.ts'

const rowsOf = (...lines: string[]) => lines.map((line, index) => ({ no: index + 1, cells: line.split('|') }))
const code = (wanted: string, params?: object) =>
  expect.objectContaining(params ? { code: wanted, params } : { code: wanted })

describe('a table of measurements', () => {
  it.each([
    ['指标|日期|数值|责任单位|来源', ['企业', '2024-05', '5', '市商务局', '月报']],
    ['Metric|Date|Value|Unit|Source', ['企业', '2024-05', '5', '市商务局', '月报']],
    ['来源|单位|数值（家）|数据截至|指标名称', ['月报', '市商务局', '5', '2024-05', '企业']],
  ])('%s', (head, cells) => {
    const [row] = readMeasurementRows(rowsOf('', '进度表', head, cells.join('|')))
    expect(row).toMatchObject({ row: 4, metric: '企业', day: '2024-05', value: '5', unit: '市商务局', source: '月报' })
  })

  it('is refused as a whole where its columns or rows are not there', () => {
    const read =
      (...lines: string[]) =>
      () =>
        readMeasurementRows(rowsOf(...lines))
    expect(read('指标|数值', 'a|5')).toThrow(code('target_import.no_head', { columns: ['日期/date'] }))
    expect(read('a|b|c')).toThrow(code('target_import.no_head'))
    expect(read()).toThrow(code('target_import.no_head'))
    expect(read('指标|日期|数值|值', 'a|b|1|2')).toThrow(code('target_import.column_twice', { column: '数值' }))
    expect(read('指标|日期|数值', '||')).toThrow(code('target_import.no_rows'))
    const many = Array.from({ length: MAX_TABLE_ROWS + 1 }, () => 'a|2024-05|5')
    expect(read('指标|日期|数值', ...many)).toThrow(code('target_import.too_many_rows', { most: MAX_TABLE_ROWS }))
    expect(readMeasurementRows(rowsOf('指标|日期|数值', ...many.slice(1)))).toHaveLength(MAX_TABLE_ROWS)
  })
})

type Target = TargetFacts & { taskNo: number | null }
const target = (id: number, metric: string, unit: string, taskNo: number | null): Target => ({
  id,
  metric,
  unit,
  taskNo,
  value: '1000',
  kind: 'level',
  per: null,
  by: '2025-12-31',
  baseline: null,
})
const facts: ImportFacts<Target> = {
  targets: [target(1, '年进口额', '亿元', null), target(2, '引进企业', '家', 1), target(3, '帮扶企业', '家', 2)],
  today: '2024-06-24',
  standing: new Map([['1/2024-05-31', { value: '600', asOf: '2024-05-31', unit: '市商务局', source: '' }]]),
  unitOf: (_, name) => (name === '' ? { id: 7, name: '市商务局' } : { id: 8, name }),
}
const settle = (...lines: string[]) =>
  settleImport(readMeasurementRows(rowsOf('指标|任务|日期|数值|计量单位|单位|来源', ...lines)), facts)

describe('an import', () => {
  it('tells what is new, what is corrected and what is as it was', () => {
    const settled = settle('年进口额||2024-05|620亿|||', '进口额||2024-04|500|||月报', '|任务1|2024-05|17家|||')
    expect(settled.problems).toEqual([])
    expect(settled.changes.map(({ row, targetId, value, asOf, old }) => [row, targetId, value, asOf, old])).toEqual([
      [2, 1, '620', '2024-05-31', '600'],
      [3, 1, '500', '2024-04-30', null],
      [4, 2, '17', '2024-05-31', null],
    ])
    expect(settle('年进口额||2024-05|600|||')).toMatchObject({ changes: [], unchanged: 1 })
    expect(settle('年进口额||2024-05|600|||海关月报').changes).toHaveLength(1)
  })

  it('reads a bare number in its column’s own unit of measure, and knows that from a unit responsible', () => {
    expect(settle('年进口额||2024-04|6200000|万元||').changes[0]?.value).toBe('620')
    expect(settle('年进口额||2024-04|620||亿元|').changes[0]).toMatchObject({ value: '620', unitId: 7 })
    expect(settle('年进口额||2024-04|620||江城海关|').changes[0]).toMatchObject({ unitId: 8 })
  })

  it('tells every row that is wrong, by its number', () => {
    const { problems } = settle(
      '年进口额||2024-05|一千左右|||',
      '年进口额||2024-05|1e999|||',
      '年进口额||2024-05|-5|||',
      '年进口额||2024-07|5|||',
      '年进口额||下周|5|||',
      '年进口额|||5|||',
      '年进口额||2024-05||||',
      '游客||2024-05|5|||',
      '企业||2024-05|5|||',
      '||2024-05|5|||',
      '年进口额||2024-03|1|000||',
      `年进口额||2024-02|1|||${'长'.repeat(201)}`,
      '年进口额||2024-03|1|||',
      '年进口额||2024-03|2|||',
      '年进口额||2024-03|9999999|||',
      '年进口额||2024-03|5家|||',
    )
    expect(problems.map(({ row, error }) => [row, error.code])).toEqual([
      [2, 'quantity.not_exact'],
      [3, 'quantity.exponent'],
      [4, 'quantity.negative'],
      [5, 'target.day_in_future'],
      [6, 'target.day_not_understood'],
      [7, 'target_import.no_day'],
      [8, 'quantity.missing'],
      [9, 'target_import.no_target'],
      [10, 'target_import.several_targets'],
      [11, 'target_import.no_metric'],
      [12, 'target_import.extra_cells'],
      [13, 'target.source_too_long'],
      [15, 'target_import.twice'],
      [16, 'target.implausible'],
      [17, 'quantity.unit_mismatch'],
    ])
  })
})
