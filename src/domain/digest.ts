import { z } from 'zod'

/** Most issues a digest names; the others are counted. */
export const TOP_ISSUES = 5

const day = z.iso.date()
const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/)
const count = z.int().min(0).max(1_000_000)
const name = z.string().min(1).max(500)

const digestTarget = z.object({
  metric: name,
  unit: z.string().max(50),
  /** What the plan asks for, in `unit`. */
  value: decimal,
  /** The latest value, or what was done this year; null where nothing was recorded. */
  current: decimal.nullable(),
  /** The day `current` speaks of. */
  asOf: day.nullable(),
  /** What it should be on that day; null where it cannot be told. */
  due: decimal.nullable(),
  /** current − due */
  gap: decimal.nullable(),
  status: z.enum(['ahead', 'on_track', 'behind', 'done']).nullable(),
  /** Why there is no status. */
  reason: z.enum(['no_measurement', 'no_baseline', 'no_deadline']).nullable(),
  taskNo: z.int().nullable(),
  by: day.nullable(),
  per: z.string().max(20).nullable(),
})

/**
 * 情况通报: what one digest shows. Computed once, kept as the payload of the outbox's kind `digest`, and put into words
 * only when it is sent.
 */
export const digestContent = z.object({
  planTitle: name,
  /** The plan's language, which the post is in, e.g. "zh-CN". */
  language: z.string().max(20),
  zone: z.string().max(60),
  /** The day the digest speaks of, in the plan's zone. */
  asOf: day,
  /** The reporting period it counts, e.g. 2024H1, and when that is due. */
  periodKey: z.string().max(20),
  dueOn: day,
  /** Weekly digests that downtime swallowed before this one. */
  missedSlots: count,
  targets: z.array(digestTarget).max(2000),
  reports: z.object({
    /** Reports owed in the period, one a unit × task, and how many of them were filed. */
    owed: count,
    filed: count,
    /** Units that filed all they owe. */
    filedUnits: z.array(name).max(5000),
    /** Units that did not, with how many they owe and filed. */
    unfiled: z.array(z.object({ unit: name, owed: count, filed: count })).max(5000),
  }),
  /** Filed reports by the status that the units claim. */
  statusCounts: z.object({ ahead: count, on_track: count, behind: count, done: count }),
  issues: z.object({
    open: count,
    top: z
      .array(
        z.object({
          no: z.int(),
          title: z.string().max(500),
          taskNo: z.int().nullable(),
          /** Days since it was raised. */
          days: count,
          /** Meetings it was carried over. */
          carried: count,
          units: z.array(name).max(500),
        }),
      )
      .max(TOP_ISSUES),
  }),
  /** Changes since the last digest; none are told yet. */
  since: z.null(),
})

/** See {@link digestContent}. */
export type DigestContent = z.infer<typeof digestContent>

/** One target as a digest shows it. */
export type DigestTarget = DigestContent['targets'][number]
