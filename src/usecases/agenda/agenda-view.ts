import { DateTime } from 'luxon'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { calendarIsPublished, isWorkingDay } from '../../domain/calendar.ts'

/** What a convener should mind before publishing. */
type AgendaWarning = 'holiday' | 'calendar_unknown' | 'no_channel' | 'overrun'

/** An agenda as its readers see it. */
export type AgendaView = { state: MeetingRow['state']; notice: AgendaNotice; warnings: AgendaWarning[] }

/** A meeting's agenda with what its convener should mind; a published one has no warnings. */
export function viewAgenda(plan: PlanRow, { state, notice }: Pick<MeetingRow, 'state' | 'notice'>): AgendaView {
  if (state !== 'draft') return { state, notice, warnings: [] }
  const start = DateTime.fromISO(notice.startsAt, { zone: notice.zone })
  const warnings: [AgendaWarning, boolean][] = [
    ['holiday', !isWorkingDay(start)],
    ['calendar_unknown', !calendarIsPublished(start.year)],
    ['overrun', notice.minutesUsed > notice.minutes],
    ['no_channel', plan.meetingChannel === null],
  ]
  return { state, notice, warnings: warnings.flatMap(([warning, applies]) => (applies ? [warning] : [])) }
}
