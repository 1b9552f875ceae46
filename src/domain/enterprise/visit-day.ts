import { DateTime } from 'luxon'
import { workingDayOnOrAfter } from '../calendar.ts'

/**
 * The day the next visit is due: so many months after the last one (or after the enterprise was entered), moved on to a
 * working day. Days are ISO dates; 31 January and a month is the end of February.
 */
export function nextVisitDay(from: string, everyMonths: number): string {
  const day = DateTime.fromISO(from, { zone: 'utc' }).plus({ months: everyMonths })
  return workingDayOnOrAfter(day).toFormat('yyyy-MM-dd')
}

/**
 * What a visit is called where the enterprise's name must not appear, in the language of the plan: supervision's slips go
 * to places where not everybody may know it.
 */
export function visitTitle(no: number, language: string): string {
  return language.toLowerCase().startsWith('zh') ? `企业${no} 走访` : `Visit to enterprise ${no}`
}
