import { z } from 'zod'
import { agendaNotice } from '../agenda/notice.ts'
import { meetingFacts } from './invitation.ts'

/** 征集议题: a meeting comes, and topics can be raised until the end of a day. */
export const topicCall = meetingFacts.extend({ deadline: z.iso.date() })
export type TopicCall = z.infer<typeof topicCall>

/** A meeting that was announced is held at another time or place. */
export const meetingMoved = meetingFacts.extend({
  before: z.object({
    startsAt: z.iso.datetime({ offset: true }),
    minutes: z.int().positive(),
    place: z.string().max(300),
  }),
})
export type MeetingMoved = z.infer<typeof meetingMoved>

/** A meeting that was announced is not held. */
export const meetingCancelled = meetingFacts.extend({ reason: z.string().max(500) })
export type MeetingCancelled = z.infer<typeof meetingCancelled>

/** The draft agenda that falls due, for the convener. */
export const dueDraft = z.object({
  language: z.string().min(2).max(20),
  published: z.boolean(),
  notice: agendaNotice,
  warnings: z.array(z.enum(['holiday', 'calendar_unknown', 'no_channel', 'overrun'])).max(10),
})
export type DueDraft = z.infer<typeof dueDraft>

/** There is no agenda to draft; `code` and `params` are those of the refusal that says why. */
export const nothingToMeet = meetingFacts.extend({
  code: z.string().min(1).max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type NothingToMeet = z.infer<typeof nothingToMeet>
