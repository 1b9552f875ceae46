import { DateTime } from 'luxon'
import { z } from 'zod'
import { atTime, workingDayOnOrAfter } from '../calendar.ts'

/** A series meets once in each period of so many months; periods are counted from January. */
export const periods = [1, 2, 3, 6, 12] as const
export type PeriodMonths = (typeof periods)[number]

/** Which of a month's Mondays, Tuesdays and so on. */
export const ordinals = [1, 2, 3, 4, 'last'] as const
export type Ordinal = (typeof ordinals)[number]

/**
 * When a series meets, in the plan's zone: the `ordinal` `weekday` (1 Monday to 7 Sunday) of the period's `month`-th month
 * (1 to `everyMonths`; with a whole year, the month of the year).
 */
export const recurrenceRule = z
  .object({
    everyMonths: z.literal(periods),
    month: z.int().min(1).max(12),
    ordinal: z.literal(ordinals),
    weekday: z.int().min(1).max(7),
    hour: z.int().min(0).max(23),
    minute: z.int().min(0).max(59),
  })
  .refine((rule) => rule.month <= rule.everyMonths, { path: ['month'], message: 'a month beyond the period' })
export type RecurrenceRule = z.infer<typeof recurrenceRule>

/** A meeting that the rule gives: `slot` is the ISO day by the rule itself, `start` the instant it is held. */
export type Occurrence = { slot: string; start: DateTime }

/**
 * The month of the period where none was said: 每季度第三个周二 counts from the quarter's beginning, so it lies in the first
 * month; 每季度最后一个周二 in the last.
 */
export function usualMonth(everyMonths: PeriodMonths, ordinal: Ordinal): number {
  return ordinal === 'last' ? everyMonths : 1
}

/**
 * The meetings of a rule that start in [from, until), the earliest first, at most `atMost`; in the zone of `from`. One
 * whose day does not work is held on the next working day (make-up days work), at the same time.
 */
export function occurrences(rule: RecurrenceRule, from: DateTime, until: DateTime, atMost = 500): Occurrence[] {
  const found: Occurrence[] = []
  // A holiday may carry a meeting over into the next month, so the months before `from` are looked at, too.
  const first = from.startOf('month').minus({ months: 1 })
  for (let month = first; month < until && found.length < atMost; month = month.plus({ months: 1 })) {
    if (((month.month - 1) % rule.everyMonths) + 1 !== rule.month) continue
    const slot = dayOf(rule, month)
    const start = atTime(workingDayOnOrAfter(slot), rule)
    if (start >= from && start < until) found.push({ slot: slot.toFormat('yyyy-MM-dd'), start })
  }
  return found
}

function dayOf({ ordinal, weekday }: RecurrenceRule, month: DateTime): DateTime {
  if (ordinal === 'last') {
    const last = month.endOf('month').startOf('day')
    return last.minus({ days: (last.weekday - weekday + 7) % 7 })
  }
  const first = DateTime.fromObject({ year: month.year, month: month.month, day: 1 }, { zone: month.zone })
  return first.plus({ days: ((weekday - first.weekday + 7) % 7) + 7 * (ordinal - 1) })
}
