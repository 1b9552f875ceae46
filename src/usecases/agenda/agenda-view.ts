import { DateTime } from 'luxon'
import { type AttendanceRow, listAttendance } from '../../db/attendance-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { calendarIsPublished, isWorkingDay } from '../../domain/calendar.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'
import { loadItems } from '../meeting/load-board.ts'

/** What a convener should mind before publishing. */
type AgendaWarning = 'holiday' | 'calendar_unknown' | 'no_channel' | 'overrun'

/** An agenda as its readers see it. `draft`: it is not published as it stands; `absent`: units that cannot come to all. */
export type AgendaView = {
  draft: boolean
  /** It was published before; a draft then changes it. */
  published: boolean
  notice: AgendaNotice
  warnings: AgendaWarning[]
  absent: Pick<AttendanceRow, 'unit' | 'reply' | 'fromMinute' | 'untilMinute'>[]
  /** Issues on it, by number, that were withdrawn or settled without the meeting since it was published. */
  gone: number[]
}

/** A meeting's agenda, its draft first, with what its convener should mind; a published one has no warnings. */
export async function viewAgenda({ tx, plan }: Pick<Work, 'tx' | 'plan'>, meeting: MeetingRow): Promise<AgendaView> {
  const notice = meeting.draft?.notice ?? meeting.agenda
  if (!notice) throw new DomainError('agenda.none')
  const absent = (await listAttendance(tx, meeting.id)).filter((one) => one.required && one.reply === 'cannot')
  const view = { draft: meeting.draft !== null, published: meeting.published > 0, notice, absent, gone: [] }
  if (!meeting.draft) {
    const gone = (await loadItems({ tx, plan }, meeting)).filter((item) => item.gone).map((item) => item.issueNo)
    return { ...view, gone, warnings: [] }
  }
  const start = DateTime.fromISO(notice.startsAt, { zone: notice.zone })
  const warnings: [AgendaWarning, boolean][] = [
    ['holiday', !isWorkingDay(start)],
    ['calendar_unknown', !calendarIsPublished(start.year)],
    ['overrun', notice.minutesUsed > notice.minutes],
    ['no_channel', (meeting.channel ?? plan.meetingChannel) === null],
  ]
  return { ...view, warnings: warnings.flatMap(([warning, applies]) => (applies ? [warning] : [])) }
}
