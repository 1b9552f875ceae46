import type { CalendarEntry } from '../../domain/meeting/calendar-entry.ts'

/** Placeholder until the calendar branch lands. */
export function buildCalendar(entry: CalendarEntry): Buffer {
  return Buffer.from(JSON.stringify(entry))
}
