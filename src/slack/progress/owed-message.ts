import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OwedReport, OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { openValue } from './choice.ts'
import { moreNote } from './messages.ts'

/** A line has up to 160 characters, its reason up to 80: a message takes 13,200. */
const linesShown = 40
const titleShown = 80
const unitShown = 40

/** What is owed, period by period with the oldest first; what is filed is counted, and one click away. */
export function owedMessage(locale: Locale, owed: OwedReports): Message {
  const { reports, early, planId } = owed
  if (reports.length + early.length === 0) return message(t(locale, 'progress.nothing'))
  const open = reports.filter(({ filed }) => !filed)
  const filed = reports.length - open.length
  const shown = open.slice(0, linesShown)
  const periods = Map.groupBy(shown, ({ periodKey }) => periodKey)
  return message(titleOf(locale, owed), [
    ...[...periods.values()].flatMap((list): KnownBlock[] => [
      ...(periods.size > 1 || list[0]?.periodKey !== owed.period.key ? [strong(periodLine(locale, open, list))] : []),
      ...paragraphs(list.flatMap((report) => linesOf(locale, report))),
    ]),
    ...moreNote(t(locale, 'progress.more', { count: open.length - shown.length }), open.length - shown.length),
    ...(filed > 0 ? [note(t(locale, 'progress.filed_count', { count: filed }))] : []),
    ...actions(locale, planId, open, filed),
  ])
}

/** What is filed in the present period, a line a task with how it stands. */
export function filedMessage(locale: Locale, { reports, period }: OwedReports): Message {
  const filed = reports.filter((report) => report.filed)
  const shown = filed.slice(0, linesShown)
  const title = t(locale, 'progress.filed_title', { period: nameOf(locale, period.key), count: filed.length })
  const rest = filed.length - shown.length
  return message(title, [
    ...paragraphs(
      shown.map((report) => {
        const standing = report.filed ? ` · ${t(locale, `report_state.${report.filed.state}`)}` : ''
        return `${lineOf(locale, report)}${standing}`
      }),
    ),
    ...moreNote(t(locale, 'progress.more_filed', { count: rest }), rest),
  ])
}

function titleOf(locale: Locale, { reports, period }: OwedReports): string {
  if (reports.length === 0) return t(locale, 'progress.list_none')
  const own = reports.filter(({ periodKey }) => periodKey === period.key)
  const owed = own.filter(({ filed }) => !filed).length
  const name = nameOf(locale, period.key)
  if (reports.every(({ filed }) => filed)) return t(locale, 'progress.list_done', { period: name, total: own.length })
  const due = t(locale, 'day.short', { day: period.dueOn })
  return t(locale, 'progress.list_title', { period: name, due, owed, total: own.length })
}

function periodLine(locale: Locale, open: readonly OwedReport[], list: readonly OwedReport[]): string {
  const [first] = list
  const key = first?.periodKey ?? ''
  return t(locale, 'progress.list_period', {
    period: nameOf(locale, key),
    due: t(locale, 'day.short', { day: first?.dueOn ?? '' }),
    overdue: first?.overdue ?? false,
    count: open.filter(({ periodKey }) => periodKey === key).length,
  })
}

function linesOf(locale: Locale, report: OwedReport): string[] {
  const { returned, draft } = report
  return [
    lineOf(locale, report),
    ...(returned
      ? [t(locale, 'progress.list_returned', { reason: clip(returned.reason.replace(/\s+/g, ' '), titleShown) })]
      : []),
    ...(draft ? [t(locale, 'progress.list_draft')] : []),
  ]
}

function lineOf(locale: Locale, { taskNo, taskTitle, unit, filed }: OwedReport): string {
  return t(locale, 'progress.list_line', {
    no: taskNo,
    title: clip(taskTitle, titleShown),
    unit: clip(unit, unitShown),
    status: t(locale, `status.${filed?.status ?? 'missing'}`),
    version: filed?.version ?? null,
  })
}

function actions(locale: Locale, planId: number, open: readonly OwedReport[], filed: number): KnownBlock[] {
  const repeats = open.some(({ last, returned }) => last && !returned)
  const list = [
    ...(open.length > 0
      ? [button(ids.progress.open, t(locale, 'progress.report_each'), openValue(planId, 'all'), { style: 'primary' })]
      : []),
    ...(repeats ? [button(ids.progress.unchanged, t(locale, 'progress.rest_unchanged'), inPlan(planId, 'all'))] : []),
    ...(filed > 0 ? [button(ids.progress.listFiled, t(locale, 'progress.filed_show'), inPlan(planId, ''))] : []),
  ]
  return list.length > 0 ? [buttons(...list)] : []
}

const nameOf = (locale: Locale, key: string) => t(locale, 'period.name', { key })
