import type { DateTime } from 'luxon'
import type { PeriodRule, PlanSettings } from './plan-settings.ts'
import { nextPeriod, periodAt, previousPeriod, type ReportingPeriod } from './reporting-period.ts'

/** Are reports asked for by another rule? Only then does a change need to say from when it holds. */
export function asksOtherwise(before: PlanSettings, after: PlanSettings): boolean {
  const [one, other] = [before.reporting, after.reporting]
  return (
    one.cadence !== other.cadence ||
    one.opensDaysBefore !== other.opensDaysBefore ||
    one.dueWorkingDays !== other.dueWorkingDays
  )
}

/** Are the settings the same, whatever order their parts were stored in? */
export function sameSettings(one: PlanSettings, other: PlanSettings): boolean {
  return !asksOtherwise(one, other) && values(one) === values(other)
}

function values({ reminderDays, slipDays }: PlanSettings): string {
  return JSON.stringify([reminderDays, slipDays.blue, slipDays.yellow, slipDays.red])
}

/**
 * The first period that a new rule gives: the earliest that is not past at `now` (in the plan's zone) and lies beside those
 * that are `kept`, whose days stay as they were.
 */
export function firstPeriodUnder(
  rule: PeriodRule,
  kept: readonly Pick<ReportingPeriod, 'startsOn' | 'endsOn'>[],
  now: DateTime,
): ReportingPeriod {
  const today = now.toFormat('yyyy-MM-dd')
  const taken = (period: ReportingPeriod) =>
    kept.some(({ startsOn, endsOn }) => startsOn <= period.endsOn && endsOn >= period.startsOn)
  let period = previousPeriod(periodAt(now, rule), rule)
  while (period.dueOn < today || taken(period)) period = nextPeriod(period, rule)
  return period
}
