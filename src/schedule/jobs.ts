import type { DateTime } from 'luxon'
import { addWorkingDays, firstWorkingDayOfWeek, isWorkingDay } from '../domain/calendar.ts'
import { runDailyBrief } from '../usecases/brief/run-daily-brief.ts'
import { runWeeklyDigest } from '../usecases/digest/run-weekly-digest.ts'
import { outdateHomesDaily } from '../usecases/home/claim-homes.ts'
import { runMeetingUpkeep } from '../usecases/meeting/run-meeting-upkeep.ts'
import type { Job } from './run-due-jobs.ts'

const digestHour = 9

/** Every periodic job, for each plan. */
export const jobs: readonly Job[] = [
  { name: 'weekly-digest', next: nextDigest, run: runWeeklyDigest },
  { name: 'meeting-upkeep', next: (after) => nextWorkingDay(after, { hour: 8, minute: 30 }), run: runMeetingUpkeep },
  { name: 'daily-brief', next: (after) => nextWorkingDay(after, { hour: 9, minute: 0 }), run: runDailyBrief },
  { name: 'home-day', next: nextDay, run: outdateHomesDaily },
]

/**
 * When the weekly digest is due next after an instant, in the instant's zone: 09:00 on the first working day of a week;
 * weeks without one are passed over.
 */
export function nextDigest(after: DateTime): DateTime {
  for (let week = after.startOf('week'); ; week = week.plus({ weeks: 1 })) {
    const slot = firstWorkingDayOfWeek(week)?.set({ hour: digestHour })
    if (slot && slot > after) return slot
  }
}

/** The next working day's instant at a time of day after an instant, in the instant's zone. */
export function nextWorkingDay(after: DateTime, time: { hour: number; minute: number }): DateTime {
  const today = after.startOf('day').set(time)
  return today > after && isWorkingDay(today) ? today : addWorkingDays(today, 1)
}

/** The next day’s beginning after an instant, in its zone. */
function nextDay(after: DateTime): DateTime {
  return after.plus({ days: 1 }).startOf('day')
}
