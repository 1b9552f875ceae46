import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AcceptedReports } from '../../usecases/report/accept-reports.ts'
import type { ReviewEntry, ReviewList } from '../../usecases/report/list-review.ts'
import type { DecidedReport } from '../../usecases/report/report-names.ts'
import type { ReturnedReport, SendingBack } from '../../usecases/report/return-report.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'
import { entryBlocks } from './lines.ts'

/** Slack takes 50 blocks and about 13,200 characters a message; an entry is at most 7 blocks and 4,000 characters. */
const entriesAPage = 3
const namesShown = 40
const staleShown = 2000

/** What waits for the office, a page (from 1) of it, each entry with its buttons. */
export function reviewMessage(locale: Locale, list: ReviewList, page: number): Message {
  const { entries, planId, early } = list
  const waiting = early > 0 ? [note(t(locale, 'review.early', { count: early }))] : []
  if (entries.length === 0) return message(t(locale, 'review.none'), waiting)
  const { shown, at: current, pages, rest, next } = pageOf(entries, page, entriesAPage)
  const turn = button(
    ids.review.page,
    t(locale, current === pages ? 'review.first' : 'review.next'),
    inPlan(planId, String(next)),
  )
  const acts = [...(shown.length > 1 ? [acceptAll(locale, planId, shown)] : []), ...(pages > 1 ? [turn] : [])]
  return message(t(locale, 'review.title', { count: entries.length }), [
    ...shown.flatMap((entry): KnownBlock[] => [...entryBlocks(locale, list, entry), { type: 'divider' }]),
    ...(pages > 1 ? [note(t(locale, 'review.page', { page: current, pages, rest }))] : []),
    ...waiting,
    ...(acts.length > 0 ? [buttons(...acts)] : []),
  ])
}

/** The receipt of accepting: what is locked now, and what was left because it moved meanwhile. */
export function acceptedMessage(locale: Locale, { accepted, stale }: AcceptedReports): Message {
  const tasks = new Set(accepted.map(({ taskNo, periodKey }) => `${taskNo}/${periodKey}`)).size
  const shown = accepted.slice(0, namesShown)
  const rest = accepted.length - shown.length
  return message(t(locale, 'review.accepted', { tasks, reports: accepted.length }), [
    ...paragraphs(shown.map((one) => nameOf(locale, one))),
    ...(rest > 0 ? [note(t(locale, 'review.more', { count: rest }))] : []),
    ...(stale.length > 0
      ? paragraphs([
          t(locale, 'review.stale', {
            reports: clip(stale.map((one) => nameOf(locale, one)).join(t(locale, 'list.separator')), staleShown),
          }),
        ])
      : []),
  ])
}

/** The receipt of a return or of opening again. */
export function returnedMessage(locale: Locale, event: SendingBack, report: ReturnedReport): Message {
  const title = t(locale, event === 'return' ? 'review.returned' : 'review.reopened', {
    no: report.taskNo,
    unit: report.unit,
  })
  return message(title, [
    note(nameOf(locale, report)),
    ...paragraphs(t(locale, 'review.reason', { reason: report.reason }).split('\n')),
  ])
}

function nameOf(locale: Locale, { taskNo, unit, periodKey, version }: DecidedReport): string {
  const period = t(locale, 'period.name', { key: periodKey })
  return t(locale, 'review.name', { no: taskNo, unit: clip(unit, 40), period, version })
}

function acceptAll(locale: Locale, planId: number, shown: readonly ReviewEntry[]) {
  const count = shown.length
  const names = shown.map(({ taskNo: no, periodKey: key }) =>
    t(locale, 'unchanged.task', { no, period: t(locale, 'period.name', { key }) }),
  )
  const tasks = clip(names.join(t(locale, 'list.separator')), 160)
  const yes = t(locale, 'review.accept_all', { count })
  const question = t(locale, 'review.accept_all_confirm', { count, tasks })
  return button(ids.review.acceptAll, yes, inPlan(planId, shown.flatMap((entry) => entry.ids).join('.')), {
    confirm: confirm(yes, question, t(locale, 'review.accept'), t(locale, 'button.no')),
  })
}
