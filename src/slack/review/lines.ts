import type { ActionsBlock, KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ReviewEntry, ReviewList, ReviewReport } from '../../usecases/report/list-review.ts'
import { button, clip, note, option, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { dayOfInstant } from '../progress/days.ts'

const leadShown = 500
const practiceShown = 200
const participantShown = 120
const participantsShown = 6
/** Each option has up to 100 characters; of others the command takes the name. */
const returnsShown = 15
const returnName = 30

/** One task's reports that wait: the lead's text, the participants' folded in, and what the office can do. */
export function entryBlocks(locale: Locale, { planId, zone }: ReviewList, entry: ReviewEntry): KnownBlock[] {
  const { taskNo, lead, participants, silent } = entry
  const period = t(locale, 'period.name', { key: entry.periodKey })
  const waits = lead?.report.state === 'submitted'
  const shown = participants.slice(0, participantsShown)
  const rest = participants.length - shown.length
  const texts = [
    ...(lead ? leadLines(locale, lead, zone) : []),
    ...(participants.length + silent.length > 0
      ? [
          t(locale, 'review.participants', {
            count: participants.length,
            silent: clip(silent.join(t(locale, 'list.separator')), 300),
          }),
        ]
      : []),
    ...shown.map((one) => participantLine(locale, one)),
  ]
  const cut = isCut(lead, leadShown) || shown.some((one) => isCut(one, participantShown))
  return [
    strong(t(locale, 'review.head', { no: taskNo, title: clip(entry.taskTitle, 80), period })),
    ...paragraphs(texts.flatMap((text) => text.split('\n'))),
    ...(rest > 0 ? [note(t(locale, 'progress.participants_more', { count: rest, no: taskNo }))] : []),
    ...(cut ? [note(t(locale, 'review.whole', { no: taskNo }))] : []),
    ...(lead && !waits ? [note(t(locale, 'review.lead_accepted'))] : []),
    acts(locale, planId, entry),
  ]
}

function leadLines(locale: Locale, { unit, report, evidence, accepted }: ReviewReport, zone: string): string[] {
  const { status, percent, version, late, unchanged, summary, practice } = report
  return [
    t(locale, 'review.lead', {
      unit: clip(unit, 40),
      status: t(locale, `status.${status}`),
      percent,
      version,
      late,
      unchanged,
      day: dayOfInstant(locale, report.reportedAt, zone),
    }),
    ...(accepted !== null && accepted !== version ? [t(locale, 'review.accepted_before', { version: accepted })] : []),
    t(locale, 'review.text', { text: clip(summary, leadShown) }),
    ...(practice === '' ? [] : [t(locale, 'review.practice', { text: clip(practice, practiceShown) })]),
    ...(evidence.length > 0 ? [t(locale, 'progress.participant_evidence', { count: evidence.length })] : []),
  ]
}

function participantLine(locale: Locale, { unit, report }: ReviewReport): string {
  return t(locale, 'review.participant', {
    unit: clip(unit, 40),
    status: t(locale, `status.${report.status}`),
    percent: report.percent,
    waits: report.state === 'submitted',
    text: clip(report.summary.replace(/\s+/g, ' '), participantShown),
  })
}

/** Is some of a report not shown here? Evidence is only counted. */
function isCut(one: ReviewReport | null, limit: number): boolean {
  if (!one) return false
  const { summary, practice } = one.report
  return summary.length > limit || practice.length > practiceShown || one.evidence.length > 0
}

function acts(locale: Locale, planId: number, { ids: waiting, lead, participants }: ReviewEntry): ActionsBlock {
  const value = (report: ReviewReport['report']) => inPlan(planId, String(report.id))
  const open = participants.filter(({ report }) => report.state === 'submitted')
  return {
    type: 'actions',
    elements: [
      button(ids.review.accept, t(locale, 'review.accept'), inPlan(planId, waiting.join('.')), { style: 'primary' }),
      ...(lead?.report.state === 'submitted'
        ? [button(ids.review.return, t(locale, 'review.return'), value(lead.report))]
        : []),
      ...(open.length > 0
        ? [
            {
              type: 'static_select' as const,
              action_id: ids.review.returnOne,
              placeholder: { type: 'plain_text' as const, text: t(locale, 'review.return_participant') },
              options: open
                .slice(0, returnsShown)
                .map(({ unit, report }) => option(value(report), clip(unit, returnName))),
            },
          ]
        : []),
    ],
  }
}
