import { DateTime } from 'luxon'
import { addWorkingDays, workingDaysBetween } from '../calendar.ts'

/** A milestone is reached, past its day, due soon, or still ahead. */
export type MilestoneState = 'done' | 'slipped' | 'soon' | 'planned'

/** How a milestone stands against its day. */
export type MilestoneStanding = {
  state: MilestoneState
  /**
   * Working days: slipped — since its day (0: only days off since); soon — to its day (0: today, or only days off until
   * then); done — after its day, 0 where it was in time. Null where it is planned.
   */
  days: number | null
}

/** How a milestone stands at `now` (in the plan's zone); soon is within so many working days. Days are ISO days. */
export function milestoneStanding(
  { dueOn, doneOn }: { dueOn: string; doneOn: string | null },
  now: DateTime,
  soonDays: number,
): MilestoneStanding {
  const at = (day: string) => DateTime.fromISO(day, { zone: now.zone })
  const today = now.startOf('day')
  if (doneOn !== null) return { state: 'done', days: Math.max(0, workingDaysBetween(at(dueOn), at(doneOn))) }
  if (isSlipped({ dueOn, doneOn }, now)) return { state: 'slipped', days: workingDaysBetween(at(dueOn), today) }
  if (at(dueOn) <= addWorkingDays(today, soonDays)) return { state: 'soon', days: workingDaysBetween(today, at(dueOn)) }
  return { state: 'planned', days: null }
}

/** Was its day before today, with nothing reached? Then it is an issue in waiting. */
export function isSlipped({ dueOn, doneOn }: { dueOn: string; doneOn: string | null }, now: DateTime): boolean {
  return doneOn === null && dueOn < now.toFormat('yyyy-MM-dd')
}
