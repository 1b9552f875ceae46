import { z } from 'zod'

const line = z.string().min(1).max(500)

/** What is asked of a unit at an item: it raised it, leads its task, or helps. */
const asks = ['raised', 'lead', 'help'] as const
export type Ask = (typeof asks)[number]

/** The meeting as its messages name it. */
export const meetingFacts = z.object({
  planId: z.int().positive(),
  planTitle: line,
  language: z.string().min(2).max(20),
  zone: z.string().min(1).max(64),
  meetingId: z.int().positive(),
  no: z.int().positive(),
  /** ISO instant with offset. */
  startsAt: z.iso.datetime({ offset: true }),
  minutes: z.int().positive(),
  place: z.string().max(300),
})
export type MeetingFacts = z.infer<typeof meetingFacts>

/** What a unit answered: whether it comes, whom it sends, and when it is there. */
const answer = z.object({
  reply: z.enum(['attend', 'deputy', 'cannot']),
  deputy: z.string().max(100),
  fromMinute: z.int().nullable(),
  untilMinute: z.int().nullable(),
})

/** One delegate's invitation: their items, their times, what is asked of their units. Minutes count from the start. */
export const invitation = meetingFacts.extend({
  units: z.array(line).min(1).max(300),
  required: z.boolean(),
  /** It changes an invitation that went out before. */
  changed: z.boolean(),
  opening: z.boolean(),
  /** What the person's units answered; null: nothing yet. */
  answer: answer.nullable().default(null),
  fromMinute: z.int().min(0),
  untilMinute: z.int().min(0),
  items: z
    .array(
      z.object({
        place: z.int().positive(),
        no: z.int().positive(),
        title: line,
        startMinute: z.int().min(0),
        minutes: z.int().positive(),
        ask: z.enum(asks),
      }),
    )
    .max(300),
})
export type Invitation = z.infer<typeof invitation>

/** A meeting was cancelled, or a person is no longer needed at it. */
export const disinvitation = meetingFacts.extend({
  cause: z.enum(['cancelled', 'not_needed']),
  reason: z.string().max(500),
})
export type Disinvitation = z.infer<typeof disinvitation>

/** The roster of a meeting, for its convener. */
export const roster = meetingFacts.extend({
  units: z
    .array(
      z.object({
        unit: line,
        required: z.boolean(),
        reply: z.enum(['attend', 'deputy', 'cannot']).nullable(),
        deputy: z.string().max(100),
        remark: z.string().max(500),
        fromMinute: z.int().nullable(),
        untilMinute: z.int().nullable(),
        items: z.array(z.int().positive()).max(300),
        /** It cannot be there for all of its items, and the agenda may still be solved anew. */
        misses: z.boolean().default(false),
        attended: z.boolean().nullable(),
      }),
    )
    .max(500),
})
export type Roster = z.infer<typeof roster>
