import type { DateTime } from 'luxon'
import { firstWorkingDayOfWeek } from '../domain/calendar.ts'
import { runWeeklyDigest } from '../usecases/digest/run-weekly-digest.ts'
import type { Job } from './run-due-jobs.ts'

const digestHour = 9

/** Every periodic job, for each plan. */
export const jobs: readonly Job[] = [{ name: 'weekly-digest', next: nextDigest, run: runWeeklyDigest }]

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
