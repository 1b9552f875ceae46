import { DomainError } from '../../domain/errors.ts'
import { checkReportFacts, type ReportFacts } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { fileReport, type ReportInput } from '../../usecases/report/file-report.ts'
import { ids } from '../ids.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../listen.ts'
import { receiptMessage } from './messages.ts'
import { type ProgressMetadata, parseChoice } from './views.ts'

/** Checks the form before it closes; what is wrong is said at the field. */
export function checkProgress(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown> = {},
): { errors: FieldErrors } | { input: ReportInput } {
  const { periodKey = null } = metadata as ProgressMetadata
  const choice = parseChoice(fields[ids.progress.task]?.selected_option?.value ?? '')
  const percent = fields[ids.progress.percent]?.value
  const facts = {
    status: (fields[ids.progress.status]?.selected_option?.value ?? '') as ReportFacts['status'],
    percent: percent == null || percent === '' ? null : Number(percent),
    summary: fields[ids.progress.summary]?.value ?? '',
  }
  try {
    return { input: { ...choice, ...checkReportFacts(facts), periodKey } }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const field = error.code.startsWith('report.percent') ? ids.progress.percent : ids.progress.summary
    return { errors: { [field]: describeError(locale, error) } }
  }
}

/** Files what the form holds and answers with the receipt. */
export async function submitProgress(request: SubmitRequest, input: ReportInput): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(receiptMessage(locale, await fileReport(context, actor, input)))
}
