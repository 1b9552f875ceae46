import { z } from 'zod'
import { meetingFacts } from '../meeting/invitation.ts'

/** Which minutes a message speaks of: `number` 0 is the minutes, others are amendments. */
export const minutesNotice = meetingFacts.extend({
  number: z.int().min(0),
  /** Of the draft; a button under an older one is refused. */
  version: z.int().positive(),
  counts: z.object({
    decided: z.int().min(0),
    deferred: z.int().min(0),
    escalated: z.int().min(0),
    withdrawn: z.int().min(0),
    actions: z.int().min(0),
  }),
  /** What an amendment says; empty for minutes. */
  text: z.string().max(4000),
})
export type MinutesNotice = z.infer<typeof minutesNotice>

/** Signed minutes, for a channel (`units` empty) or for a liaison, with what their units have to do. */
export const signedNotice = minutesNotice.extend({
  signedBy: z.string().min(1).max(500),
  signedOn: z.iso.date(),
  units: z.array(z.string().min(1).max(500)).max(300),
  actions: z
    .array(
      z.object({
        no: z.int().positive(),
        text: z.string().min(1).max(500),
        dueOn: z.iso.date(),
        /** Whether the person's unit is the owner, or helps. */
        owner: z.boolean(),
      }),
    )
    .max(50),
})
export type SignedNotice = z.infer<typeof signedNotice>
