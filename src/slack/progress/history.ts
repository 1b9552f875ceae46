import type { KnownBlock, RichTextBlock } from '@slack/types'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type HistoryReport, type ReportHistory, showReportHistory } from '../../usecases/report/show-report-history.ts'
import { button, buttons, clip, type Message, message, note, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { person } from '../person.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { dayTime } from './days.ts'
import { evidenceLink } from './messages.ts'

/** Slack refuses a message of more than about 13,200 characters; the whole of a report is at most 7,000 of them. */
const charactersAPage = 9500
/** Slack takes 50 blocks a message: two a version, and the pager. */
const versionsAPage = 20

/** `/progress history 6`: the trail of a task's reports. */
export async function showHistory({ context, actor, locale, reply }: Request, words: string): Promise<void> {
  const match = /^(?:任务|task|#)?\s*(\d{1,4})(?:\s+(\d{1,3}))?$/i.exec(foldFullWidth(words).trim())
  if (!match) throw new DomainError('report.history_task', { given: words.slice(0, 40) })
  const history = await showReportHistory(context, actor, Number(match[1]))
  await reply(historyMessage(locale, history, Number(match[2] ?? 1)))
}

/** The button that shows a task's trail. */
export async function historyFromButton({ context, actor, locale, value, reply }: ActionRequest): Promise<void> {
  const { planId, value: taskNo } = ofPlan(value)
  await reply(historyMessage(locale, await showReportHistory(context, { ...actor, planId }, wholeNumber(taskNo)), 1))
}

/** Another page of the trail, in its place. */
export async function turnHistory({ context, actor, locale, value, replace }: ActionRequest): Promise<void> {
  const { planId, value: named } = ofPlan(value)
  const [taskNo, page] = named.split('/')
  const history = await showReportHistory(context, { ...actor, planId }, wholeNumber(taskNo))
  await replace(historyMessage(locale, history, wholeNumber(page)))
}

/** A page (from 1) of the trail: as many versions as fit, each whole. */
export function historyMessage(locale: Locale, history: ReportHistory, page: number): Message {
  const { taskNo, reports, planId } = history
  const named = { no: taskNo, title: clip(history.taskTitle, 80) }
  if (reports.length === 0) return message(t(locale, 'report_history.none', named))
  const pages = paged(locale, history)
  const current = Math.min(Math.max(page, 1), pages.length)
  const before = pages.slice(0, current).reduce((count, list) => count + list.length, 0)
  const shown = pages[current - 1] ?? []
  const last = current === pages.length
  const blocks = shown.flatMap(({ report, block }, at): KnownBlock[] => {
    const above = shown[at - 1]?.report
    const same = above && above.periodKey === report.periodKey && above.unitId === report.unitId
    return [...(same ? [] : [strong(placeLine(locale, report))]), block]
  })
  return message(t(locale, 'report_history.title', { ...named, count: reports.length }), [
    ...blocks,
    ...(pages.length > 1
      ? [
          note(t(locale, 'report_history.page', { page: current, pages: pages.length, rest: reports.length - before })),
          buttons(
            button(
              ids.progress.historyPage,
              t(locale, last ? 'review.first' : 'review.next'),
              inPlan(planId, `${taskNo}/${last ? 1 : current + 1}`),
            ),
          ),
        ]
      : []),
  ])
}

type Entry = { report: HistoryReport; block: RichTextBlock }

function paged(locale: Locale, { reports, zone }: ReportHistory): Entry[][] {
  const pages: Entry[][] = [[]]
  let used = 0
  for (const report of reports) {
    const block = versionBlock(locale, report, zone)
    const length = JSON.stringify(block).length + 200
    const page = pages.at(-1) ?? []
    if (page.length > 0 && (used + length > charactersAPage || page.length >= versionsAPage)) {
      pages.push([{ report, block }])
      used = length
    } else {
      page.push({ report, block })
      used += length
    }
  }
  return pages
}

function placeLine(locale: Locale, { periodKey, unit, role }: HistoryReport): string {
  return t(locale, 'report_history.period', {
    period: t(locale, 'period.name', { key: periodKey }),
    unit,
    role: role && t(locale, `role.${role}`),
  })
}

/** One version: rich text, because only Slack can show a person's name for their id, and links can be followed in it. */
function versionBlock(locale: Locale, report: HistoryReport, zone: string): RichTextBlock {
  const { version, status, percent, state, late, unchanged, decidedBy, decidedAt, reason, evidence } = report
  const line = t(locale, 'report_history.line', {
    version,
    percent,
    late,
    unchanged,
    status: t(locale, `status.${status}`),
    state: t(locale, `report_state.${state}`),
  })
  const text = (words: string) => ({ type: 'text' as const, text: words })
  const reported = t(locale, 'report_history.reported', { at: dayTime(locale, report.reportedAt, zone) })
  const decided = state === 'accepted' ? 'report_history.accepted' : 'report_history.returned'
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          text(`${line}\n${t(locale, 'report_history.text', { text: report.summary })}\n`),
          ...(report.practice === ''
            ? []
            : [text(`${t(locale, 'report_history.practice', { text: report.practice })}\n`)]),
          ...(evidence.length > 0 ? [text(t(locale, 'report_history.evidence'))] : []),
          ...evidence.flatMap((one, at) => [
            ...(at > 0 ? [text(t(locale, 'list.separator'))] : []),
            evidenceLink(locale, one),
          ]),
          text(`${evidence.length > 0 ? '\n' : ''}${reported}`),
          person(locale, report.reportedBy),
          ...(decidedBy && decidedAt
            ? [text(`\n${t(locale, decided, { at: dayTime(locale, decidedAt, zone) })}`), person(locale, decidedBy)]
            : []),
          ...(reason === '' ? [] : [text(t(locale, 'report_history.reason', { reason }))]),
        ],
      },
    ],
  }
}
