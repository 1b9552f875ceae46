import { z } from 'zod'

/** What the office is told of a place that messages do not reach: which, Slack's refusal, and since when (ISO instant). */
export const troubleNotice = z.object({
  planId: z.int(),
  planTitle: z.string(),
  language: z.string().max(20),
  zone: z.string().max(50),
  /** A channel or a person of Slack; the workspace's own id where all of it is concerned. */
  place: z.string().max(50),
  refusal: z.string().max(500),
  since: z.string().max(40),
})

/** See {@link troubleNotice}. */
export type TroubleNotice = z.infer<typeof troubleNotice>
