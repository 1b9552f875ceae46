import { getHolidaysInRange, isWorkday } from 'chinese-days'
import { instantOf, wallTime } from './zone.ts'

const DAY_MS = 86_400_000

/**
 * 09:00 of the first working day after `now` (epoch ms) by China's calendar with its make-up days. `approximate`: that
 * year's holidays are not published yet, so Monday to Friday was assumed.
 */
export function nextWorkdayMorning(now: number): { at: number; approximate: boolean } {
  let noon = instantOf(`${wallTime(now).slice(0, 10)}T12:00`) ?? now
  do noon += DAY_MS
  while (!isWorkday(wallTime(noon).slice(0, 10)))
  const date = wallTime(noon).slice(0, 10)
  const year = date.slice(0, 4)
  const published = getHolidaysInRange(`${year}-09-28`, `${year}-10-07`, false).length > 0
  return { at: instantOf(`${date}T09:00`) ?? noon, approximate: !published }
}
