import { DateTime } from 'luxon'
import { addWorkingDays } from '../calendar.ts'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** No action is put off further than so many days from today. */
const EXTENSION_DAYS = 731
const workingDaysAtMost = 500
// 1月5日 said in November is next January.
const monthsBack = 6

const isoShape = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const monthShape = /^(\d{1,2})月(\d{1,2})[日号]?$/
const workingShape = /^\+?(\d{1,3})(?:个?工作日(?:后|内)?|wd|workingdays?|workdays?)$/i

/**
 * Reads a day as it is typed: 2024-08-01, 2024年8月1日, 8月1日, or so many working days from today (10个工作日, 10wd). Gives
 * the ISO day; null where the text is no day at all. `now` is in the plan's zone.
 */
export function readDay(text: string, now: DateTime): string | null {
  const typed = foldFullWidth(text).replace(/\s+/g, '')
  const iso = isoShape.exec(typed)
  if (iso) return onDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const working = workingShape.exec(typed)
  if (working) {
    const count = Number(working[1])
    return count >= 1 && count <= workingDaysAtMost ? addWorkingDays(now, count).toFormat('yyyy-MM-dd') : null
  }
  const inYear = monthShape.exec(typed)
  if (!inYear) return null
  const [month, day] = [Number(inYear[1]), Number(inYear[2])]
  const found = onDay(now.year, month, day)
  const passed = found !== null && found < now.minus({ months: monthsBack }).toFormat('yyyy-MM-dd')
  return passed ? onDay(now.year + 1, month, day) : found
}

/**
 * A new day for an action that is due on `dueOn`, as it may be stored: a day to come, later than the old, within two years.
 * @throws DomainError `action.day_unreadable` {given}, `action.day_passed` {day}, `action.day_not_later` {day, dueOn},
 *   `action.day_too_far` {day, days}
 */
export function checkNewDueDay(text: string, dueOn: string, now: DateTime): string {
  const day = readDay(text, now)
  if (day === null) throw new DomainError('action.day_unreadable', { given: text.trim().slice(0, 40) })
  if (day < now.toFormat('yyyy-MM-dd')) throw new DomainError('action.day_passed', { day })
  if (day <= dueOn) throw new DomainError('action.day_not_later', { day, dueOn })
  if (day > now.plus({ days: EXTENSION_DAYS }).toFormat('yyyy-MM-dd'))
    throw new DomainError('action.day_too_far', { day, days: EXTENSION_DAYS })
  return day
}

function onDay(year: number, month: number, day: number): string | null {
  const found = DateTime.utc(year, month, day)
  return found.isValid ? found.toFormat('yyyy-MM-dd') : null
}
