import { DateTime, IANAZone } from 'luxon'
import { z } from 'zod'
import { planLimits } from '../plan-document/plan-limits.ts'
import { crossCheckPlan } from './cross-check-plan.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
const day = z.string().refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid, {
  params: { reason: 'not_a_day' },
})
const zone = z.string().refine((name) => IANAZone.isValidZone(name), { params: { reason: 'not_a_zone' } })

/** A number that survives storing: at most 15 significant digits, 6 of them decimals. */
const amount = z.number().refine((value) => Math.abs(value) < 1e15 && Number(value.toFixed(6)) === value, {
  params: { reason: 'not_exact' },
})

const target = z.strictObject({
  metric: line(200),
  value: amount,
  unit: line(20),
  kind: z.enum(['flow', 'level']),
  per: z.literal('year').nullable().default(null),
  by: day.nullable().default(null),
  taskNo: z.int().nullable().default(null),
  baseline: z.strictObject({ value: amount, on: day }).optional(),
  /** values to reach by the end of single years, by year */
  yearly: z.record(z.string().regex(/^20\d\d$/), amount).optional(),
})

const task = z.strictObject({
  no: z.int().min(1).max(9999),
  title: line(200),
  text: z.string().max(20_000).default(''),
  units: z
    .array(z.strictObject({ name: line(60), role: z.enum(['lead', 'participant']) }))
    .max(60)
    .default([]),
})

/**
 * A plan as data, the shape that is exported and imported. Beyond the shapes: task numbers and unit names are unique, a
 * task names units that are listed, one of them lead, and a target's task exists.
 */
export const planSchema = z
  .strictObject({
    title: line(200),
    documentNo: line(60).nullable().default(null),
    issuedOn: day.nullable().default(null),
    zone: zone.optional(),
    language: z.enum(['zh-CN', 'en']).optional(),
    sections: z
      .array(
        z.strictObject({
          no: z.string().trim().max(20).default(''),
          title: line(200),
          tasks: z.array(task).max(planLimits.tasks),
        }),
      )
      .min(1)
      .max(100),
    units: z
      .array(
        z.strictObject({
          name: line(60),
          nameEn: line(120).optional(),
          aliases: z.array(line(60)).max(20).default([]),
        }),
      )
      .max(planLimits.units),
    targets: z.array(target).max(planLimits.targets).default([]),
  })
  .superRefine(crossCheckPlan)

/** A checked plan. `zone` and `language` are absent where the file leaves them to the default (Asia/Shanghai, zh-CN). */
export type PlanData = z.output<typeof planSchema>
