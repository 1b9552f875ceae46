import type { KnownBlock, TableBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import {
  type BoardTask,
  type BoardUnit,
  type ReportBoard,
  showReportBoard,
} from '../../usecases/report/show-report-board.ts'
import { button, buttons, clip, type Message, message, note } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'

/** A row of 5 cells of some 40 characters: 25 of them stay below the 13,200 characters of a message. */
const rowsAPage = 25
const none = '—'

/** `/progress status`: the board of a period, or of the present one (''). */
export async function showBoard({ context, actor, locale, reply }: Request, periodWords: string): Promise<void> {
  await reply(boardMessage(locale, await showReportBoard(context, actor, periodWords), 1))
}

/** Another page of the board, in its place. */
export async function turnBoard({ context, actor, locale, value, replace }: ActionRequest): Promise<void> {
  const { planId, value: named } = ofPlan(value)
  const [periodKey = '', page] = named.split('/')
  await replace(
    boardMessage(locale, await showReportBoard(context, { ...actor, planId }, periodKey), wholeNumber(page)),
  )
}

/** The board as a table, a page (from 1) of it. */
export function boardMessage(locale: Locale, board: ReportBoard, page: number): Message {
  const period = t(locale, 'period.name', { key: board.period.key })
  const rows = board.kind === 'units' ? unitRows(locale, board.units) : taskRows(locale, board)
  if (rows.length === 0) return message(t(locale, 'report_board.none', { period }))
  const { shown, at: current, pages } = pageOf(rows, page, rowsAPage)
  const head = headOf(locale, board)
  return message(titleOf(locale, board, period), [
    ...(board.closed ? [note(t(locale, 'report_board.closed'))] : []),
    tableOf([head, ...shown]),
    ...(board.kind === 'tasks'
      ? [
          note(
            t(locale, 'report_board.own_asks', {
              asks: t(locale, 'report_board.asks', board.asks),
            }),
          ),
        ]
      : []),
    ...pager(locale, board, { current, pages, rest: rows.length - current * rowsAPage }),
  ])
}

function titleOf(locale: Locale, board: ReportBoard, period: string): string {
  const { overdue } = board
  const due = t(locale, 'day.short', { day: board.period.dueOn })
  const counts =
    board.kind === 'units'
      ? board.units.map(({ filed, total }) => ({ filed, total }))
      : board.tasks.map(({ standing, paused }) => ({ filed: standing ? 1 : 0, total: paused && !standing ? 0 : 1 }))
  const sum = (key: 'filed' | 'total') => counts.reduce((all, one) => all + one[key], 0)
  return t(locale, 'report_board.title', { period, filed: sum('filed'), total: sum('total'), due, overdue })
}

function headOf(locale: Locale, board: ReportBoard): string[] {
  const columns =
    board.kind === 'units'
      ? (['unit', 'filed', 'accepted', 'remarks', 'asks'] as const)
      : (['task', 'status', 'state', 'participants'] as const)
  return columns.map((column) => t(locale, `report_board.column.${column}`))
}

function unitRows(locale: Locale, units: readonly BoardUnit[]): string[][] {
  return units.map((unit) => [
    clip(unit.unit, 40),
    t(locale, 'report_board.of', unit),
    String(unit.accepted),
    remarks(locale, unit),
    t(locale, 'report_board.asks', { ...unit.asks, reports: null }) || none,
  ])
}

function remarks(locale: Locale, unit: BoardUnit): string {
  const counts = (['late', 'returned', 'drafts'] as const).filter((what) => unit[what] > 0)
  return counts.map((what) => t(locale, `report_board.${what}`, { count: unit[what] })).join(' ') || none
}

function taskRows(locale: Locale, { tasks, severalUnits }: Extract<ReportBoard, { kind: 'tasks' }>): string[][] {
  return tasks.map((task) => [
    clip(
      t(locale, 'report_board.task', { no: task.taskNo, title: task.taskTitle, unit: severalUnits ? task.unit : null }),
      80,
    ),
    statusCell(locale, task),
    stateCell(locale, task),
    task.participants ? t(locale, 'report_board.of', task.participants) : none,
  ])
}

function statusCell(locale: Locale, { standing, paused }: BoardTask): string {
  if (!standing) return t(locale, paused ? 'report_board.paused' : 'status.missing')
  const { status, percent, late, version } = standing
  return t(locale, 'report_board.status', { status: t(locale, `status.${status}`), percent, late, version })
}

function stateCell(locale: Locale, { standing, returned, draft }: BoardTask): string {
  const states = [
    ...(standing ? [t(locale, `report_state.${standing.state}`)] : []),
    ...(returned ? [t(locale, 'report_state.returned')] : []),
    ...(draft ? [t(locale, 'report_board.draft')] : []),
  ]
  return states.length > 0 ? states.join(' · ') : none
}

function tableOf(rows: readonly (readonly string[])[]): TableBlock {
  return {
    type: 'table',
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
    column_settings: (rows[0] ?? []).map(() => ({ is_wrapped: true })),
  }
}

function pager(locale: Locale, board: ReportBoard, at: { current: number; pages: number; rest: number }): KnownBlock[] {
  const { current, pages, rest } = at
  if (pages === 1) return []
  const last = current === pages
  const value = inPlan(board.planId, `${board.period.key}/${last ? 1 : current + 1}`)
  return [
    note(t(locale, 'report_board.page', { page: current, pages, rest: Math.max(0, rest) })),
    buttons(button(ids.progress.boardPage, t(locale, last ? 'review.first' : 'review.next'), value)),
  ]
}
