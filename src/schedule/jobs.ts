import type { DateTime } from 'luxon'
import { addWorkingDays, atTime, isWorkingDay } from '../domain/calendar.ts'
import { briefIsTimely, runDailyBrief } from '../usecases/brief/run-daily-brief.ts'
import { outdateHomesDaily } from '../usecases/home/claim-homes.ts'
import { runMeetingUpkeep } from '../usecases/meeting/run-meeting-upkeep.ts'
import type { Job } from './run-due-jobs.ts'

/** Every periodic job, for each plan. */
export const jobs: readonly Job[] = [
  { name: 'meeting-upkeep', next: (after) => nextWorkingDay(after, { hour: 8, minute: 30 }), run: runMeetingUpkeep },
  {
    name: 'daily-brief',
    next: (after) => nextWorkingDay(after, { hour: 9, minute: 0 }),
    isTimely: briefIsTimely,
    run: runDailyBrief,
  },
  { name: 'home-day', next: nextDay, run: outdateHomesDaily },
]

/** The next working day's instant at a time of day after an instant, in the instant's zone. */
export function nextWorkingDay(after: DateTime, time: { hour: number; minute: number }): DateTime {
  const today = atTime(after, time)
  return today > after && isWorkingDay(today) ? today : atTime(addWorkingDays(after, 1), time)
}

/** The next day’s beginning after an instant, in its zone. */
export function nextDay(after: DateTime): DateTime {
  return atTime(after.plus({ days: 1 }), { hour: 0, minute: 0 })
}
