import { z } from 'zod'
import { digestContent } from '../digest.ts'

/** What a leader is shown of a digest that waits for their approval: its point, and where it is to go. */
export const approvalNotice = z.object({
  planId: z.int(),
  language: z.string().max(20),
  digestId: z.int(),
  /** As it was when this was shown: it may have got another interpretation since. */
  version: z.int(),
  place: z.string().max(50),
  content: digestContent,
  /** Once it is no more to be approved: which leader did that, or null where a later digest took its place. */
  settled: z
    .object({ by: z.string().max(50).nullable() })
    .nullable()
    .default(null),
})

/** See {@link approvalNotice}. */
export type ApprovalNotice = z.infer<typeof approvalNotice>
