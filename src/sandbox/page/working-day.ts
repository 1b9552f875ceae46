import chineseDays from 'chinese-days'
import { instantOf, wallTime } from './zone.ts'

const DAY_MS = 86_400_000

/**
 * 09:00 of the first working day after `now` (epoch ms) by China's calendar with its make-up days. `approximate`: that
 * year's calendar is not published yet, so Monday to Friday was assumed.
 */
export function nextWorkdayMorning(now: number): { at: number; approximate: boolean } {
  let noon = Date.parse(`${wallTime(now).slice(0, 10)}T12:00:00Z`)
  const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
  do noon += DAY_MS
  while (!chineseDays.isWorkday(dateOf(noon)))
  const date = dateOf(noon)
  const year = date.slice(0, 4)
  const published = chineseDays.getHolidaysInRange(`${year}-10-01`, `${year}-10-07`, false).length > 0
  return { at: instantOf(`${date}T09:00`) ?? noon, approximate: !published }
}
