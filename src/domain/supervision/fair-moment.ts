import type { DateTime } from 'luxon'
import { addWorkingDays, atTime, isWorkingDay } from '../calendar.ts'

/** People are written to from nine in the morning until eight in the evening, by the plan's clock, on working days. */
export const FAIR_HOURS = { from: 9, until: 20 } as const

/** `now` (in the plan's zone) where it is a fair hour of a working day, else the next morning of one. */
export function fairMoment(now: DateTime): DateTime {
  const from = { hour: FAIR_HOURS.from, minute: 0 }
  const morning = atTime(now, from)
  if (!isWorkingDay(now) || now.hour >= FAIR_HOURS.until) return atTime(addWorkingDays(now, 1), from)
  return now < morning ? morning : now
}
