import { z } from 'zod'
import { agendaModes } from './agenda-words.ts'
import { scoreParts } from './score.ts'

/** So many issues that were left out are told one by one. */
export const MAX_LEFT_OUT = 500

const whole = z.int().min(0).max(1_000_000)
const line = z.string().min(1).max(500)
const unitName = z.string().min(1).max(200)

/** An issue that stands on the agenda, at its time. */
const agendaItem = z.strictObject({
  /** The issue's number within the plan, as people see it: 12 for #12. */
  no: z.int().positive(),
  title: line,
  taskNo: z.int().positive().nullable(),
  /** Minutes after the meeting's start. */
  startMinute: whole,
  minutes: z.int().positive().max(1_440),
  score: whole,
  /** The score's printed parts; they sum to `score`. */
  parts: z.array(z.strictObject({ name: z.enum(scoreParts), points: whole })).max(10),
  units: z.array(unitName).max(200),
  mandatory: z.boolean(),
})

/** An open issue that did not get onto the agenda, and why. */
const leftOutIssue = z.strictObject({
  no: z.int().positive(),
  title: line,
  score: whole,
  minutes: z.int().positive().max(1_440),
  /** Minutes that lack for it to be added to what was chosen; 0 where there is room but it is not worth summoning units. */
  missing: whole,
  /** The items that would have to go for it, by number; empty where none could. */
  instead: z.array(z.int().positive()).max(100),
  /** What the agenda would lose in value by that exchange. */
  loss: whole,
})

/** Which items a unit is needed at, and how long it speaks and waits. */
const attendance = z.strictObject({
  unit: unitName,
  items: z.array(z.int().positive()).max(100),
  minutes: whole,
  waiting: whole,
})

/** All that a published agenda shows: the payload of 'agenda.published', rendered when it is sent. */
export const agendaNotice = z.strictObject({
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
  hash: z.string().min(1).max(128),
  items: z.array(agendaItem).max(100),
  /** The best scored of those left out; `leftOutMore` counts the others. */
  leftOut: z.array(leftOutIssue).max(MAX_LEFT_OUT),
  leftOutMore: whole,
  attendance: z.array(attendance).max(500),
})

/** See {@link agendaNotice}. */
export type AgendaNotice = z.infer<typeof agendaNotice>
