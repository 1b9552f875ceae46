import { z } from 'zod'
import { REPORT_LIMITS, statuses } from './progress-report.ts'
import { EVIDENCE_LIMITS } from './report-evidence.ts'

/** UTF-16 units of a text that Slack's own limit lets through. */
const text = (limit: number) => z.string().max(limit * 2)

/** What a unit has typed of a report and not filed yet: nothing in it need be complete or right. */
export const reportDraft = z.object({
  status: z.enum(statuses).nullable(),
  /** As typed. */
  percent: z.string().max(20),
  summary: text(REPORT_LIMITS.summary),
  practice: text(REPORT_LIMITS.practice),
  /** As typed, a link a line. */
  links: text(EVIDENCE_LIMITS.text),
  files: z.array(z.object({ title: z.string(), url: z.string(), fileId: z.string() })).max(EVIDENCE_LIMITS.files * 2),
})

/** See {@link reportDraft}. */
export type ReportDraft = z.infer<typeof reportDraft>
