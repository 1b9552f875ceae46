import { z } from 'zod'

const days = (least: number, most: number) => z.int().min(least).max(most)

/**
 * What a plan settles of its own; each has a default, so that a plan whose settings nobody touched has none stored. Days
 * of slips and reminders are working days.
 */
export const planSettings = z
  .object({
    reporting: z
      .object({
        cadence: z.enum(['month', 'quarter', 'half_year', 'year']).default('half_year'),
        /** Reporting opens so many calendar days before the period's last day: for a half-year on 17 June. */
        opensDaysBefore: days(0, 60).default(13),
        /** Reports are due so many working days after the period's last day. */
        dueWorkingDays: days(0, 60).default(10),
      })
      .prefault({}),
    /** Working days before a deadline on which its owner is reminded, the furthest first; the day itself always. */
    reminderDays: z.array(days(1, 60)).max(4).default([7, 1]),
    /** Working days after a deadline from which a slip of each level is issued. */
    slipDays: z
      .object({ blue: days(1, 250).default(1), yellow: days(2, 250).default(4), red: days(3, 250).default(9) })
      .refine(({ blue, yellow, red }) => blue < yellow && yellow < red, { error: 'slip_days_order' })
      .prefault({}),
  })
  .prefault({})

/** See {@link planSettings}. */
export type PlanSettings = z.infer<typeof planSettings>

/** When a plan's reports are asked for. */
export type PeriodRule = PlanSettings['reporting']

/** The settings of a plan that has none of its own. */
export const defaultSettings: PlanSettings = planSettings.parse({})
