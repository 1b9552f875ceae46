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

/** Why an open issue is not on the agenda: by the choice; put off by the convener; a unit it needs cannot come. */
type AgendaGap = LeftOutReason | 'deferred' | 'absent'

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
  /** Fixed at the head or the tail by the convener. */
  pinned: z.enum(['first', 'last']).nullable().default(null),
})

/** An open issue that did not get onto the agenda, and why. */
const leftOutIssue = z.object({
  no: issueNo,
  title: line,
  score: whole,
  minutes: z.int().positive().max(1_440),
  why: z.enum(['too_long', 'no_room', 'less_worth', 'deferred', 'absent'] satisfies AgendaGap[]),
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

/** Which items a unit is needed at, and how long it speaks and waits; one that is not required may stay away. */
const attendance = z.object({
  unit: unitName,
  required: z.boolean().default(true),
  /** Is it needed at the follow-up that opens the meeting? */
  opening: z.boolean().default(false),
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

/** What the meeting hears first of the actions of earlier ones; the units of overdue ones must be there. */
const followUp = z.object({
  minutes: whole,
  verified: whole,
  running: whole,
  overdue: z.array(z.object({ no: issueNo, issueNo, text: line, owner: unitName, dueOn: z.iso.date() })).max(5_000),
})

/** All that a published agenda shows: the payload of 'agenda.published', rendered when it is sent. */
export const agendaNotice = z.object({
  meetingId: z.int().positive(),
  /** The meeting's number, and which draft of its agenda this is; 0 in those from before there were numbers. */
  meetingNo: whole.default(0),
  planId: whole.default(0),
  draft: whole.default(0),
  place: z.string().max(300).default(''),
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
  /** Null where nothing is to be followed up. */
  followUp: followUp.nullable().default(null),
  items: z.array(agendaItem).max(MAX_ITEMS),
  /** The best scored of those left out; `leftOutMore` counts the others. */
  leftOut: z.array(leftOutIssue).max(MAX_LEFT_OUT),
  leftOutMore: whole,
  /** How often the meeting's agenda was published before; a draft has none. */
  revision: whole.optional(),
  attendance: z.array(attendance).max(500),
})

/** See {@link agendaNotice}. */
export type AgendaNotice = z.infer<typeof agendaNotice>
