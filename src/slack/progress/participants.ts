import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ParticipantReport } from '../../usecases/report/list-participants.ts'
import { clip, note, paragraphs } from '../blocks.ts'

/** How much of the participants' texts is shown: in all, and of each. */
export type Room = { total: number; each: number }

/** What participating units filed, for the lead to join, and who has not; what has no room is counted. */
export function participantBlocks(
  locale: Locale,
  participants: readonly ParticipantReport[],
  taskNo: number,
  room: Room,
): KnownBlock[] {
  if (participants.length === 0) return []
  const filed = participants.flatMap(({ unit, report }) => (report ? [{ unit, report }] : []))
  const silent = participants.filter(({ report }) => !report).map(({ unit }) => unit)
  const texts = filed.map((one) => participantLines(locale, one, room.each))
  let used = 0
  const shown = texts.filter((lines) => {
    used += lines.join('\n').length
    return used <= room.total
  })
  const rest = texts.length - shown.length
  const cut = filed.slice(0, shown.length).some(({ report }) => report.summary.length > room.each)
  return [
    note(t(locale, 'progress.participants', { filed: filed.length, total: participants.length })),
    ...paragraphs(shown.flat()),
    ...(rest > 0 || cut
      ? [note(t(locale, rest > 0 ? 'progress.participants_more' : 'review.whole', { count: rest, no: taskNo }))]
      : []),
    ...(silent.length > 0
      ? [note(t(locale, 'progress.participants_silent', { units: silent.join(t(locale, 'list.separator')) }))]
      : []),
  ]
}

function participantLines(
  locale: Locale,
  { unit, report }: { unit: string; report: NonNullable<ParticipantReport['report']> },
  each: number,
): string[] {
  const { status, percent, summary, practice, evidence, late } = report
  const line = t(locale, 'progress.participant', {
    unit,
    status: t(locale, `status.${status}`),
    percent,
    late,
    summary: clip(summary, each),
  })
  return [
    ...line.split('\n'),
    ...(practice === '' ? [] : [t(locale, 'progress.participant_practice', { text: clip(practice, each) })]),
    ...(evidence.length > 0 ? [t(locale, 'progress.participant_evidence', { count: evidence.length })] : []),
  ]
}
