import { z } from 'zod'
import { decisionOutcomes } from '../decision.ts'

const line = z.string().min(1).max(500)
const text = z.string().max(4000)
const day = z.iso.date()
const instant = z.iso.datetime({ offset: true })

/** An action as minutes and ledgers tell it; `no` is what people see. */
const minutesAction = z.object({
  no: z.int().positive(),
  text: z.string().min(1).max(500),
  owner: line,
  coUnits: z.array(line).max(50),
  dueOn: day,
  /** What shows that it is done; empty where nothing was said. */
  measure: text,
})

/**
 * All that a meeting's minutes (会议纪要) hold; the document is built from it alone. Names and texts are in the plan's
 * language as people wrote them.
 */
export const minutesContent = z.object({
  language: z.string().min(2).max(20),
  zone: z.string().min(1).max(64),
  planTitle: line,
  /** The office that issues the minutes (印发机关). */
  office: line,
  meetingNo: z.int().positive(),
  startsAt: instant,
  endedAt: instant,
  /** Empty where no place was set. */
  place: z.string().max(300),
  /** The convener's name. */
  chair: line,
  /** Who came, a unit a line; `people` may be empty where only the unit is known. */
  attendees: z
    .array(z.object({ unit: line, people: z.array(line).max(20), attended: z.enum(['present', 'deputy', 'absent']) }))
    .max(500),
  items: z
    .array(
      z.object({
        no: z.int().positive(),
        title: line,
        taskNo: z.int().positive().nullable(),
        taskTitle: z.string().max(500).nullable(),
        raisedBy: z.string().max(200).nullable(),
        outcome: z.enum(decisionOutcomes),
        text,
        actions: z.array(minutesAction).max(20),
      }),
    )
    .max(300),
  /** What the meeting heard of earlier actions. */
  followUp: z.object({
    verified: z.int().min(0),
    running: z.int().min(0),
    overdue: z.array(minutesAction.extend({ issueNo: z.int().positive() })).max(5_000),
  }),
  /** 主送 and 抄送. */
  sentTo: z.array(line).max(500),
  copiedTo: z.array(line).max(50),
  /** Who signed (签发) and when; null in a draft. */
  signed: z.object({ by: line, on: day }).nullable(),
})
export type MinutesContent = z.infer<typeof minutesContent>

/** A numbered amendment (更正) of signed minutes, which stay as they are. */
export const amendmentContent = minutesContent
  .pick({
    language: true,
    zone: true,
    planTitle: true,
    office: true,
    meetingNo: true,
    startsAt: true,
    sentTo: true,
    copiedTo: true,
    signed: true,
  })
  .extend({ amendmentNo: z.int().positive(), text: z.string().min(1).max(4000) })
export type AmendmentContent = z.infer<typeof amendmentContent>
