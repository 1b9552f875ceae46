import type { KnownBlock, RichTextBlock } from '@slack/types'
import type { Evidence } from '../../domain/report-evidence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Receipt } from '../../usecases/report/file-report.ts'
import { button, buttons, clip, confirm, link, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { openValue } from './choice.ts'
import { dayTime } from './days.ts'
import { participantBlocks, type Room } from './participants.ts'

/** A message is refused beyond 13,200 characters: participants' texts give way to the evidence, as they can be looked up. */
const room = { total: 3500, least: 600, each: 160 }

/** The people whom a receipt names. */
export function colleaguesIn({ draftKept, replaces }: Receipt): string[] {
  return [...(draftKept ? [draftKept.savedBy] : []), ...(replaces ? [replaces.reportedBy] : [])]
}

/** The receipt of a report, to the person alone: what was stored, who will see it, undo; `names` of people by their ids. */
export function receiptMessage(
  locale: Locale,
  receipt: Receipt,
  names: Readonly<Record<string, string>> = {},
): Message {
  const { taskNo, version, summary, practice, evidence, planId } = receipt
  const title = t(locale, 'receipt.title', {
    no: taskNo,
    period: t(locale, 'period.name', { key: receipt.periodKey }),
    version,
    status: t(locale, `status.${receipt.status}`),
    percent: receipt.percent,
  })
  const question = t(locale, 'receipt.withdraw_confirm', { no: taskNo, version })
  return message(title, [
    ...paragraphs([
      ...t(locale, 'receipt.summary', { unit: receipt.unit, summary }).split('\n'),
      ...(practice === '' ? [] : t(locale, 'receipt.practice', { text: practice }).split('\n')),
    ]),
    ...(evidence.length > 0 ? [evidenceBlock(locale, evidence)] : []),
    note(afterwards(locale, receipt, names).join(' ')),
    ...participantBlocks(locale, receipt.participants, taskNo, roomBeside(evidence)),
    buttons(
      button(ids.progress.withdraw, t(locale, 'receipt.withdraw'), inPlan(planId, String(receipt.reportId)), {
        confirm: confirm(t(locale, 'receipt.withdraw'), question, t(locale, 'button.yes'), t(locale, 'button.no')),
      }),
      button(ids.progress.open, t(locale, 'receipt.add_evidence'), openValue(planId, receipt)),
      button(ids.issue.raise, t(locale, 'receipt.raise'), inPlan(planId, String(taskNo))),
    ),
  ])
}

function roomBeside(evidence: readonly Evidence[]): Room {
  const taken = evidence.reduce((sum, { url, title }) => sum + url.length + Math.min(title.length, 80), 0)
  return { total: Math.max(room.least, room.total - taken), each: room.each }
}

/** Who will see it, by when it was due, what it corrects, a colleague's version that it replaces, and a draft that was left alone. */
function afterwards(locale: Locale, receipt: Receipt, names: Readonly<Record<string, string>>): string[] {
  const due = t(locale, 'day.short', { day: receipt.dueOn })
  const { draftKept, replaces } = receipt
  const nameOf = (id: string) => names[id] ?? t(locale, 'progress.someone')
  return [
    ...(receipt.lead ? [t(locale, 'receipt.lead', { lead: receipt.lead })] : []),
    receipt.late ? t(locale, 'receipt.late', { due }) : t(locale, 'receipt.due', { due }),
    ...(receipt.corrects === null ? [] : [t(locale, 'receipt.corrects', { version: receipt.corrects })]),
    ...(replaces
      ? [
          t(locale, 'receipt.replaces', {
            who: nameOf(replaces.reportedBy),
            at: dayTime(locale, replaces.reportedAt, receipt.zone),
            version: replaces.version,
          }),
        ]
      : []),
    ...(draftKept
      ? [
          t(locale, 'receipt.draft_kept', {
            who: nameOf(draftKept.savedBy),
            at: dayTime(locale, draftKept.savedAt, receipt.zone),
          }),
        ]
      : []),
  ]
}

/** Links and files of a report, a line each: rich text, so that they can be followed and nothing in a title is at work. */
function evidenceBlock(locale: Locale, evidence: readonly Evidence[]): RichTextBlock {
  const head = { type: 'text' as const, text: t(locale, 'receipt.evidence', { count: evidence.length }) }
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          head,
          ...evidence.flatMap((one) => [{ type: 'text' as const, text: '\n' }, evidenceLink(locale, one)]),
        ],
      },
    ],
  }
}

/** One piece of evidence that can be followed; its title alone where Slack gave a file no address. */
export function evidenceLink(locale: Locale, { title, url, fileId }: Evidence) {
  const shown = clip(title, 80)
  const text = fileId === null ? shown : t(locale, 'report_history.file', { title: shown })
  return url === '' ? { type: 'text' as const, text } : link(url, text)
}

/** How many more there are, where there are. */
export function moreNote(text: string, rest: number): KnownBlock[] {
  return rest > 0 ? [note(text)] : []
}
