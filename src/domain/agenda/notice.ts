import { z } from 'zod'
import { agendaModes } from './agenda-words.ts'
import type { LeftOutReason } from './choose.ts'
import { scoreParts } from './score.ts'

/** So many issues that were left out are told one by one. */
export const MAX_LEFT_OUT = 500
const MAX_ITEMS = 300

const whole = z.int().min(0).max(1_000_000)
const line = z.string().min(1).max(500)
/** The issue's number within the plan, as people see it: 12 for #12. */
const issueNo = z.int().positive()
const unitName = z.string().min(1).max(200)

/** An issue that stands on the agenda, at its time. */
const agendaItem = z.object({
  no: issueNo,
  title: line,
  taskNo: z.int().positive().nullable(),
  /** Minutes after the meeting's start. */
  startMinute: whole,
  minutes: z.int().positive().max(1_440),
  score: whole,
  /** The score's printed parts; they sum to `score`. */
  parts: z.array(z.object({ name: z.enum(scoreParts), points: whole })).max(10),
  units: z.array(unitName).max(200),
  mandatory: z.boolean(),
})

/** An open issue that did not get onto the agenda, and why. */
const leftOutIssue = z.object({
  no: issueNo,
  title: line,
  score: whole,
  minutes: z.int().positive().max(1_440),
  why: z.enum(['too_long', 'no_room', 'less_worth'] satisfies LeftOutReason[]),
  /** Minutes that lack for it beside what was chosen. */
  missing: whole,
  /** What would go for it, what would come with it, and what the agenda would lose in point-minutes; null: not asked for. */
  exchange: z
    .object({
      goes: z.array(issueNo).max(MAX_ITEMS),
      comes: z.array(issueNo).max(MAX_ITEMS),
      loss: z.int().min(0),
    })
    .nullable(),
})

/** Which items a unit is needed at, and how long it speaks and waits. */
const attendance = z.object({
  unit: unitName,
  items: z.array(issueNo).max(MAX_ITEMS),
  minutes: whole,
  waiting: whole,
})

/** The points that scores were made of, see score.ts. */
const scoreWeights = z.object({
  /** Of severity 1 to 4. */
  severity: z.array(whole).length(4),
  targetKept: whole,
  targetBehind: whole,
  daysPerPoint: whole,
  maxAge: whole,
  carry: whole,
  maxCarry: whole,
  furtherUnit: whole,
  maxUnits: whole,
})

/** All that a published agenda shows: the payload of 'agenda.published', rendered when it is sent. */
export const agendaNotice = z.object({
  meetingId: z.int().positive(),
  planTitle: line,
  language: z.string().min(2).max(20),
  zone: z.string().min(1).max(64),
  /** ISO instant with offset. */
  startsAt: z.iso.datetime({ offset: true }),
  /** The meeting's length. */
  minutes: z.int().positive().max(1_440),
  minutesUsed: whole,
  /** Ordered by least waiting or by score. */
  mode: z.enum(agendaModes),
  /** Delegate-minutes between items over all units: Σ delegates × (span − own minutes). */
  waiting: whole,
  /** The same had the items been ordered by score. */
  waitingByScore: whole,
  /** Is `waiting` proved to be least, or the best found? */
  proved: z.boolean(),
  /** Is no other choice of issues worth more? */
  choiceProved: z.boolean(),
  weights: scoreWeights,
  /** Of the input: the same issues, scores and length give the same agenda. */
  hash: z.string().min(1).max(128),
  items: z.array(agendaItem).max(MAX_ITEMS),
  /** The best scored of those left out; `leftOutMore` counts the others. */
  leftOut: z.array(leftOutIssue).max(MAX_LEFT_OUT),
  leftOutMore: whole,
  attendance: z.array(attendance).max(500),
})

/** See {@link agendaNotice}. */
export type AgendaNotice = z.infer<typeof agendaNotice>
