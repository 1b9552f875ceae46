import { DateTime } from 'luxon'
import { addDocument } from '../../db/document-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { buildCalendar } from '../../documents/calendar/build-calendar.ts'
import type { CalendarEntry } from '../../domain/meeting/calendar-entry.ts'
import type { Work } from '../context.ts'

/** What a person's entry says beside the meeting itself; minutes count from the meeting's start. */
type Part = Pick<CalendarEntry, 'summary' | 'description' | 'cancelled'> & { fromMinute: number; untilMinute: number }

/**
 * Keeps a meeting's calendar file; gives the document's id. All files of a meeting have one UID, so that a calendar keeps
 * one entry, and the meeting's sequence, which its changes raise.
 */
export async function addCalendarFile({ tx, plan, now }: Work, meeting: MeetingRow, part: Part): Promise<number> {
  const from = meeting.startsAt.getTime() + part.fromMinute * 60_000
  const bytes = buildCalendar({
    uid: `meeting-${plan.workspaceId}-${plan.id}-${meeting.no}@liaison.invalid`,
    sequence: meeting.sequence,
    cancelled: part.cancelled,
    changedAt: now.toUTC().toISO() ?? '',
    startsAt: DateTime.fromMillis(from, { zone: plan.zone }).toISO() ?? '',
    minutes: Math.max(part.untilMinute - part.fromMinute, 1),
    zone: plan.zone,
    summary: part.summary,
    description: part.description,
    place: meeting.place,
  })
  const file = { name: `meeting-${meeting.no}.ics`, bytes }
  return addDocument(tx, plan.id, file, now.toJSDate())
}
