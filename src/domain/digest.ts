import { z } from 'zod'
import { digestChanges } from './digest/changes.ts'
import { digestSections } from './digest/sections.ts'
import { digestCadences } from './digest/slots.ts'

/** Most issues a digest names; the others are counted. */
export const TOP_ISSUES = 5
/** Most of anything else that a digest names; the others are counted. */
export const NAMED_AT_MOST = 100
/** Characters of an interpretation (解读). */
export const INTERPRETATION_LENGTH = 2000

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

/** A target with who its latest value is from. */
const reportedTarget = digestTarget.extend({
  id: z.int().nullable().default(null),
  /** As the person named it, else the unit that gave it; null: the office, or there is none. */
  source: z.string().max(500).nullable().default(null),
  /** What the units of its task claim in the period, where that is not what the numbers say. */
  claims: z
    .array(
      z.object({
        unit: name,
        status: z.enum(['ahead', 'on_track', 'behind', 'done']),
        period: z.string().max(20),
        differs: z.enum(['better', 'worse']),
      }),
    )
    .max(500)
    .default([]),
})

const statusTally = { ahead: count, on_track: count, behind: count, done: count }
const noneOf = { count: 0, named: [] }

/** How many there are, and those that are named. */
const listOf = <T extends z.ZodType>(item: T) => z.object({ count, named: z.array(item).max(NAMED_AT_MOST) })

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
  targets: z.array(reportedTarget).max(2000),
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
  // What digests of earlier versions do not hold has a default: they are still to be sent.
  planId: z.int().nullable().default(null),
  cadence: z.enum(digestCadences).default('weekly'),
  /** It speaks of a day that is past, as far as the records tell. */
  past: z.boolean().default(false),
  /** The parts it shows. */
  sections: z.array(z.enum(digestSections)).default(['targets', 'reports', 'units', 'issues']),
  /** Which of how many messages this is. */
  part: z.object({ no: z.int().min(1), of: z.int().min(1) }).default({ no: 1, of: 1 }),
  /** The key of the message that must have been sent before this one. */
  follows: z.string().nullable().default(null),
  /** What the first line says; null: as counted from the rest. */
  point: z
    .object({
      targets: z.object({ total: count, good: count, behind: count, unknown: count }),
      reports: z.object({ owed: count, filed: count }),
      issues: z.object({ open: count, carried: count }),
    })
    .nullable()
    .default(null),
  /** What happened after this instant (not counted) up to now; null: nothing is told. */
  since: z.iso.datetime({ offset: true }).nullable().default(null),
  /** What `since` is: when the last one was made that arrived, when the subscription was, or a week, month ... before. */
  from: z.enum(['last', 'subscription', 'span']).default('last'),
  changes: digestChanges.nullable().default(null),
  /** What the chart of the targets draws; null: of those that are here. */
  bars: z
    .array(z.object({ metric: name, done: z.number(), due: z.number() }))
    .max(20)
    .nullable()
    .default(null),
  /** Reports owed and filed, and what the units claim, by section of the plan. */
  bySection: z
    .array(z.object({ no: z.string().max(50), title: name, owed: count, filed: count, ...statusTally }))
    .max(500)
    .default([]),
  /** Units that did not file all, where `reports.unfiled` holds only some of them. */
  unfiledUnits: count.nullable().default(null),
  /** Unsettled issues by their age in days: up to 7, 30, 90, and more. */
  ages: z.object({ week: count, month: count, quarter: count, older: count }).nullable().default(null),
  /** Unsettled issues of a task whose target is behind. */
  blocking: listOf(z.object({ no: z.int(), title: z.string().max(500), metric: name })).default(noneOf),
  overdueActions: listOf(
    z.object({ no: z.int(), text: z.string().max(2000), owner: name, dueOn: day, days: count }),
  ).default(noneOf),
  /** Slips that stand, by level; `proposed`: red ones that wait for a leader. */
  slips: z
    .object({ blue: count, yellow: count, red: count, unsigned: count, proposed: count })
    .default({ blue: 0, yellow: 0, red: 0, unsigned: 0, proposed: 0 }),
  slippedMilestones: listOf(
    z.object({ no: z.int(), taskNo: z.int(), title: z.string().max(500), unit: name, dueOn: day }),
  ).default(noneOf),
  policies: listOf(
    z.object({
      taskNo: z.int(),
      title: z.string().max(500),
      documentNo: z.string().max(200),
      unit: name,
      issuedOn: day,
    }),
  ).default(noneOf),
  practices: listOf(z.object({ taskNo: z.int(), unit: name, text: z.string().max(4000) })).default(noneOf),
  /** What waits for the leading group: issues before it, and red slips proposed. */
  leaders: z
    .object({
      issues: listOf(
        z.object({ no: z.int(), title: z.string().max(500), carried: count, units: z.array(name).max(500) }),
      ),
      slips: listOf(z.object({ unit: name, dueOn: day, items: count })),
    })
    .default({ issues: noneOf, slips: noneOf }),
  /** 解读 by the office. */
  interpretation: z.string().max(INTERPRETATION_LENGTH).default(''),
})

/** See {@link digestContent}. */
export type DigestContent = z.infer<typeof digestContent>

/** One target as lists and digests show it. */
export type DigestTarget = z.infer<typeof digestTarget>
