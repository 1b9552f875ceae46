import { z } from 'zod'
import { meetingFacts } from './invitation.ts'

/** An item is coming up, or is taken up already: for a liaison of a unit it needs. */
export const itemCall = meetingFacts.extend({
  /** The item's place on the agenda and its issue. */
  item: z.int().positive(),
  issueNo: z.int().positive(),
  title: z.string().min(1).max(500),
  /** The person's units at it. */
  units: z.array(z.string().min(1).max(500)).min(1).max(50),
  /** When it is expected, an ISO instant; null: now. */
  expectedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type ItemCall = z.infer<typeof itemCall>
