import { fold, plainText } from './characters.ts'
import type { SourceLine } from './source-lines.ts'
import { readDeadline } from './target-deadlines.ts'
import { type NamedUnit, readUnitList } from './unit-lists.ts'

/** A task read from a row of a table; `no` is null where the row gives none. */
export type TableTask = {
  no: number | null
  section: string
  title: string
  text: string
  units: NamedUnit[]
  openEnded: boolean
  /** ISO day */
  due: string | null
  line: number
}

type Columns = {
  no: number
  section: number
  task: number
  detail: number
  due: number
  units: { column: number; label: string }[]
}

/** The tasks of a table whose head names a column of tasks and one of units; null for any other table. */
export function readTaskTable(rows: readonly SourceLine[]): TableTask[] | null {
  const headAt = rows.slice(0, 4).findIndex((row) => readColumns(row.cells ?? []) !== null)
  const columns = readColumns(rows[headAt]?.cells ?? [])
  if (!columns) return null
  const tasks: TableTask[] = []
  let section = ''
  for (const row of rows.slice(headAt + 1)) {
    const cells = row.cells ?? []
    const filled = cells.filter((cell) => cell !== '')
    if (new Set(filled).size === 1 && filled[0] && !/^\d+$/.test(filled[0])) {
      section = filled[0].slice(0, 100)
      continue
    }
    section = (cells[columns.section] || section).slice(0, 100)
    const whole = plainText(cells[columns.task] ?? '')
    if (!whole) continue
    const statement = columns.units.map(({ column, label }) => `${label}:${cells[column] ?? ''}`).join('。')
    const { units, openEnded } = readUnitList(statement)
    const stop = whole.search(/[。;；:：]/)
    const title = (stop > 0 ? whole.slice(0, stop) : whole).replace(/^\(?\d+[).、.]\s*/, '').slice(0, 200)
    const rest = stop > 0 ? whole.slice(stop + 1) : ''
    const number = /^\d{1,3}$/.exec((cells[columns.no] ?? '').replace(/[.、]$/, ''))
    const text = [rest, plainText(cells[columns.detail] ?? '')].filter(Boolean).join('。')
    const due = readDeadline(fold(cells[columns.due] ?? ''))
    tasks.push({ no: number ? Number(number[0]) : null, section, title, text, units, openEnded, due, line: row.no })
  }
  return tasks.length > 0 ? tasks : null
}

function readColumns(cells: readonly string[]): Columns | null {
  const heads = cells.map((cell) => cell.replaceAll(' ', ''))
  const find = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head))
  const units = heads.flatMap((head, column) => {
    if (/领导|责任人|联系人/.test(head)) return []
    if (/牵头|主责|主办/.test(head)) return [{ column, label: '牵头单位' }]
    if (/配合|参与|协办|协同|参加/.test(head)) return [{ column, label: '配合单位' }]
    return /(?:责任|落实|实施|承办|负责|分工).*(?:单位|部门|主体)|^责任(?:分工)?$/.test(head)
      ? [{ column, label: '责任单位' }]
      : []
  })
  const detail = find(/具体(?:内容|措施|举措|任务)|主要内容|工作内容|工作措施|工作举措|内容/)
  const named = find(/任务名称|事项名称|项目名称|工作任务|重点任务|任务|事项|举措|项目|工作/)
  const task = named === -1 ? detail : named
  if (task === -1 || units.length === 0) return null
  const section = find(/类别|板块|领域|方面|类型|专项|分类/)
  const due = find(/时限|时间|期限|日期|进度安排/)
  return { no: find(/序号|编号|^号$|^No\.?$/i), section, task, detail: detail === task ? -1 : detail, due, units }
}
