import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** A row of a table, with its number as the file shows it. */
export type TableRow = { no: number; cells: readonly string[] }

const columns = ['metric', 'task', 'day', 'value', 'unit', 'measure', 'source'] as const
type Column = (typeof columns)[number]

/** What a row of a table of measurements says, as it was written; what it leaves out is empty. `extra`: it has a cell more. */
export type MeasurementRowWords = { row: number; extra: boolean } & Record<Column, string>

/** Most rows below the head. */
export const MAX_TABLE_ROWS = 2000
/** The head is looked for in so many rows: titles and remarks may stand above it. */
const HEAD_WITHIN = 10

const names: Record<Column, readonly string[]> = {
  metric: ['指标', '指标名称', '指标项', 'metric', 'target', 'indicator'],
  task: ['任务', '任务号', '任务编号', 'task', 'taskno'],
  day: ['日期', '数据截至', '截至', '截至日期', '时间', '时点', '数据日期', 'date', 'asof', 'day'],
  value: ['数值', '数据', '值', '数额', '完成值', 'value', 'amount', 'figure'],
  unit: ['单位', '责任单位', '来源单位', '数据来源单位', '填报单位', 'unit', 'sourceunit', 'department'],
  measure: ['计量单位', '数值单位', 'measure', 'unitofmeasure'],
  source: ['来源', '数据来源', '出处', '数据出处', 'source', 'origin'],
}

/**
 * The rows below a table's head, by the names of its columns, in Chinese or English and in any order. Empty rows are left
 * out. A unit in brackets behind the value's name, 数值(万元), is the unit of measure of every row without its own.
 * @throws DomainError `target_import.no_head` {columns: which are missing from the best row}, `target_import.column_twice`
 *   {column}, `target_import.no_rows`, `target_import.too_many_rows` {most}
 */
export function readMeasurementRows(rows: readonly TableRow[]): MeasurementRowWords[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const heads = filled.slice(0, HEAD_WITHIN).map(({ cells }) => headOf(cells))
  const at = heads.findIndex((head) => missing(head).length === 0)
  const head = heads[at]
  if (!head) {
    const best = [...heads].sort((one, other) => missing(one).length - missing(other).length)[0]
    throw new DomainError('target_import.no_head', { columns: missing(best ?? headOf([])) })
  }
  const twice = columns.find((column) => head.filter((one) => one?.column === column).length > 1)
  if (twice) throw new DomainError('target_import.column_twice', { column: names[twice][0] ?? twice })
  const body = filled.slice(at + 1)
  if (body.length === 0) throw new DomainError('target_import.no_rows')
  if (body.length > MAX_TABLE_ROWS) throw new DomainError('target_import.too_many_rows', { most: MAX_TABLE_ROWS })
  return body.map((row) => wordsOf(row, head))
}

type Head = ({ column: Column; brackets: string } | null)[]

function headOf(cells: readonly string[]): Head {
  return cells.map((cell) => {
    const [, name = '', brackets = ''] = /^([^()]*)(?:\((.*)\))?$/.exec(foldFullWidth(cell).replace(/\s+/g, '')) ?? []
    const column = columns.find((one) => names[one].includes(name.toLowerCase()))
    return column ? { column, brackets } : null
  })
}

/** The columns that a table cannot do without, of which the head has none; in both languages. */
function missing(head: Head): string[] {
  const has = (column: Column) => head.some((one) => one?.column === column)
  return [
    ...(has('metric') || has('task') ? [] : ['指标/metric']),
    ...(has('day') ? [] : ['日期/date']),
    ...(has('value') ? [] : ['数值/value']),
  ]
}

/** A comma within a number, 1,000, parts it in two where commas part the cells: the second stands in the next column. */
function isParted(cells: readonly string[], head: Head): boolean {
  const at = head.findIndex((one) => one?.column === 'value')
  if (head[at + 1]?.column === 'task') return false
  return /^-?\d{1,3}$/.test(cells[at]?.trim() ?? '') && /^\d{3}(?:\.\d+)?$/.test(cells[at + 1]?.trim() ?? '')
}

function wordsOf({ no, cells }: TableRow, head: Head): MeasurementRowWords {
  const cell = (column: Column) => {
    const at = head.findIndex((one) => one?.column === column)
    return at < 0 ? '' : (cells[at] ?? '').trim()
  }
  const brackets = head.find((one) => one?.column === 'value')?.brackets ?? ''
  return {
    row: no,
    extra: cells.slice(head.length).some((one) => one.trim() !== '') || isParted(cells, head),
    metric: cell('metric'),
    task: cell('task'),
    day: cell('day'),
    value: cell('value'),
    unit: cell('unit'),
    measure: cell('measure') || brackets,
    source: cell('source'),
  }
}
