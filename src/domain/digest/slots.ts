import type { DateTime } from 'luxon'
import { addWorkingDays, atTime, firstWorkingDayOfWeek, workingDayOnOrAfter } from '../calendar.ts'
import type { PeriodRule } from '../plan-settings.ts'
import { nextPeriod, periodAt, previousPeriod } from '../reporting-period.ts'

/** How often a digest comes: 周报, 月报, 半年报. */
export const digestCadences = ['weekly', 'monthly', 'half_yearly'] as const
export type DigestCadence = (typeof digestCadences)[number]

const morning = { hour: 9, minute: 0 }

/**
 * When a digest is due next after an instant, at 09:00 in the instant's zone: weekly on the first working day of a week
 * (weeks without one are passed over), monthly on that of a month, half-yearly on the first working day after the day the
 * half-year's reports are due, so that it speaks of a finished period.
 */
export function nextDigestSlot(cadence: DigestCadence, after: DateTime, rule: PeriodRule): DateTime {
  switch (cadence) {
    case 'weekly':
      return nextWeekly(after)
    case 'monthly':
      return nextMonthly(after)
    case 'half_yearly':
      return nextHalfYearly(after, { ...rule, cadence: 'half_year' })
  }
}

/** The latest slot not after `now` of a digest that was due first at `due`, how many before it were missed, and the next. */
export function latestDigestSlot(
  cadence: DigestCadence,
  due: DateTime,
  now: DateTime,
  rule: PeriodRule,
): { slot: DateTime; next: DateTime; missed: number } {
  let slot = due
  let missed = 0
  for (let next = nextDigestSlot(cadence, slot, rule); ; next = nextDigestSlot(cadence, next, rule)) {
    if (next > now) return { slot, next, missed }
    slot = next
    missed += 1
  }
}

/** What a digest speaks of where none was delivered before: the week, month or half-year up to `at`. */
export function spanBefore(cadence: DigestCadence, at: DateTime): DateTime {
  if (cadence === 'weekly') return at.minus({ weeks: 1 })
  return at.minus({ months: cadence === 'monthly' ? 1 : 6 })
}

function nextWeekly(after: DateTime): DateTime {
  for (let week = after.startOf('week'); ; week = week.plus({ weeks: 1 })) {
    const day = firstWorkingDayOfWeek(week)
    const slot = day && atTime(day, morning)
    if (slot && slot > after) return slot
  }
}

function nextMonthly(after: DateTime): DateTime {
  for (let month = after.startOf('month'); ; month = month.plus({ months: 1 })) {
    const slot = atTime(workingDayOnOrAfter(month), morning)
    if (slot > after) return slot
  }
}

function nextHalfYearly(after: DateTime, rule: PeriodRule): DateTime {
  for (let period = previousPeriod(periodAt(after, rule), rule); ; period = nextPeriod(period, rule)) {
    const [year = 0, month = 0, day = 0] = period.dueOn.split('-').map(Number)
    const due = after.startOf('day').set({ year, month, day })
    const slot = atTime(addWorkingDays(due, 1), morning)
    if (slot > after) return slot
  }
}
