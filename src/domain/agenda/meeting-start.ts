import type { DateTime } from 'luxon'
import { addWorkingDays, atTime, workingDayOnOrAfter } from '../calendar.ts'
import { DomainError } from '../errors.ts'

/** Length of a joint meeting where none was said, and its bounds, in minutes. */
export const MEETING_MINUTES = { usual: 120, min: 15, max: 480 } as const
/** A joint meeting where nothing was said: Tuesday at 15:00, with so many working days for the units to prepare. */
export const USUAL_START = { weekday: 2, hour: 15, minute: 0, noticeWorkingDays: 3 } as const
/** No meeting is drafted further ahead. */
const MAX_DAYS_AHEAD = 366
// 1月5日 said in November is next January; 6月20日 said on 24 June is rather a slip than next June.
const LAST_YEAR_DAYS = 183

/** A start as a person says it, each part null where not said; a day without a year is the one nearby. */
export type WantedStart = {
  day: { year: number | null; month: number; day: number } | { inDays: number } | null
  time: { hour: number; minute: number } | null
}

/**
 * The instant a joint meeting starts, in the zone of `now` (the plan's). What was not said is the usual: the first
 * Tuesday that leaves three working days, or the next working day where that Tuesday is a holiday, at 15:00; weeks whose
 * meeting is among `taken` are passed over.
 * @throws DomainError `agenda.no_such_time` {given}, `agenda.start_passed` {given}, `agenda.start_too_far` {given, days}
 */
export function resolveStart(wanted: WantedStart, now: DateTime, taken: readonly Date[] = []): DateTime {
  const time = wanted.time ?? USUAL_START
  if (!wanted.day) return usualStart(now, time, new Set(taken.map(Number)))
  const found =
    'inDays' in wanted.day ? atTime(now.plus({ days: wanted.day.inDays }), time) : onCalendarDay(wanted.day, time, now)
  const given = found.toFormat('yyyy-MM-dd HH:mm')
  if (found <= now) throw new DomainError('agenda.start_passed', { given })
  if (found > now.plus({ days: MAX_DAYS_AHEAD })) {
    throw new DomainError('agenda.start_too_far', { given, days: MAX_DAYS_AHEAD })
  }
  return found
}

/**
 * The length as it may be stored; null is the usual.
 * @throws DomainError `agenda.minutes_out_of_range` {given, min, max}
 */
export function checkMeetingMinutes(minutes: number | null): number {
  const { usual, min, max } = MEETING_MINUTES
  const length = minutes ?? usual
  if (Number.isInteger(length) && length >= min && length <= max) return length
  throw new DomainError('agenda.minutes_out_of_range', { given: String(length), min, max })
}

function usualStart(now: DateTime, time: { hour: number; minute: number }, taken: ReadonlySet<number>): DateTime {
  const earliest = addWorkingDays(now, USUAL_START.noticeWorkingDays).startOf('day')
  const ahead = (USUAL_START.weekday - earliest.weekday + 7) % 7
  for (let tuesday = earliest.plus({ days: ahead }); ; tuesday = tuesday.plus({ weeks: 1 })) {
    const start = atTime(workingDayOnOrAfter(tuesday), time)
    if (!taken.has(start.toMillis())) return start
  }
}

function onCalendarDay(
  { year, month, day }: { year: number | null; month: number; day: number },
  time: { hour: number; minute: number },
  now: DateTime,
): DateTime {
  const start = now.startOf('day').set({ year: year ?? now.year, month: 1, day: 1 })
  const given = year === null ? `${month}-${day}` : `${year}-${month}-${day}`
  const thisYear = atTime(onDay(start, month, day, given), time)
  const roundTheYear = year === null && thisYear < now.minus({ days: LAST_YEAR_DAYS })
  return roundTheYear ? atTime(onDay(start.plus({ years: 1 }), month, day, given), time) : thisYear
}

function onDay(start: DateTime, month: number, day: number, given: string): DateTime {
  const found = start.set({ month, day })
  // Luxon moves 31 June on to 1 July, which no one asked for.
  if (found.isValid && found.month === month && found.day === day) return found
  throw new DomainError('agenda.no_such_time', { given })
}
