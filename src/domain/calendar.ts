// The package's data, not its functions: those mix UTC and the process's zone, and are a day off west of Greenwich.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { DateTime } from 'luxon'

const holidays: Readonly<Record<string, string>> = chineseDays.holidays
const makeUpDays: Readonly<Record<string, string>> = chineseDays.workdays

/**
 * Is the State Council's holiday calendar of this year known? Where it is not, every function here counts Monday to
 * Friday as working days, and the caller should say so.
 */
export function calendarIsPublished(year: number): boolean {
  // 1 October is a holiday in every published calendar.
  return `${year}-10-01` in holidays
}

/**
 * Is the local calendar date of `date` (in its own zone) a working day in China: no holiday, and either Monday to
 * Friday or a make-up day (调休上班)?
 */
export function isWorkingDay(date: DateTime): boolean {
  const day = date.toFormat('yyyy-MM-dd')
  return day in makeUpDays || (date.weekday <= 5 && !(day in holidays))
}

/**
 * The date `count` working days after `date` (before it, where negative), at the same local time. The day itself is not
 * counted, whether it works or not: one working day after a Friday is usually Monday. 0 gives `date` back.
 */
export function addWorkingDays(date: DateTime, count: number): DateTime {
  let left = Math.abs(count)
  if (left === 0) return date
  for (const day of daysFrom(date, count < 0 ? -1 : 1)) {
    if (isWorkingDay(day)) left -= 1
    if (left === 0) return day
  }
  throw new RangeError(`no working day ${count} from ${date.toISO()}`)
}

/**
 * Working days from `from` (not counted) to `to` (counted), by local dates in each one's zone; negative where `to` is
 * earlier. The inverse of {@link addWorkingDays}: `workingDaysBetween(d, addWorkingDays(d, n)) === n`.
 */
export function workingDaysBetween(from: DateTime, to: DateTime): number {
  const target = to.toISODate() ?? ''
  const forward = (from.toISODate() ?? '') <= target
  if (from.toISODate() === target) return 0
  const step = forward ? 1 : -1
  let count = 0
  for (const day of daysFrom(from.startOf('day'), step)) {
    const reached = day.toISODate() ?? ''
    if ((forward ? reached <= target : reached >= target) && isWorkingDay(day)) count += step
    if (forward ? reached >= target : reached <= target) break
  }
  return count
}

/** The date itself where it works, otherwise the next working day, at the same local time. */
export function workingDayOnOrAfter(date: DateTime): DateTime {
  return isWorkingDay(date) ? date : addWorkingDays(date, 1)
}

/**
 * The first working day of the week (Monday to Sunday) that holds `date`, at its local midnight; `null` in a week
 * without one, as in the middle of 国庆节. A make-up Sunday belongs to the week it ends.
 */
export function firstWorkingDayOfWeek(date: DateTime): DateTime | null {
  const monday = date.startOf('week')
  const first = workingDayOnOrAfter(monday)
  return first.hasSame(monday, 'week') ? first : null
}

/**
 * The instant at which a time of day stands on the clock on the local calendar date of `day`. Where the clock shows it twice
 * that day, the first; where the clock leaps over it, the first instant after the leap.
 */
export function atTime(day: DateTime, { hour, minute }: { hour: number; minute: number }): DateTime {
  const wanted = day.set({ hour, minute, second: 0, millisecond: 0 })
  if (wanted.hour === hour && wanted.minute === minute) {
    const [one = wanted, other = one] = wanted.getPossibleOffsets()
    return one < other ? one : other
  }
  // Luxon goes as far beyond a leap as the time lies within it.
  let first = wanted
  for (let before = first; before.offset === wanted.offset; before = before.minus({ minutes: 1 })) first = before
  return first
}

/** The days after a date (before it, where `step` is −1) at its local time; a date that the zone leapt over is none. */
function* daysFrom(date: DateTime, step: 1 | -1): Generator<DateTime> {
  let last = date
  for (let count = 1; ; count++) {
    const day = date.plus({ days: step * count })
    if (day.day === last.day) continue
    last = day
    yield day
  }
}
