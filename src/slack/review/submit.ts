import { checkReportReason } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { returnReport } from '../../usecases/report/return-report.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { returnedMessage } from './messages.ts'
import type { ReasonMetadata } from './views.ts'

/** Checks the reason before its form closes. */
export function checkReviewReason(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.review.reason, () => checkReportReason(fields[ids.review.reason]?.value ?? ''))
}

/** Returns a report or opens it again, with the reason that the form holds. */
export async function submitReviewReason(request: SubmitRequest, reason: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { planId, id, event } = request.metadata as ReasonMetadata
  await reply(returnedMessage(locale, event, await returnReport(context, { ...actor, planId }, event, id, reason)))
}
