import { DomainError } from '../../domain/errors.ts'
import { checkIssueFacts, type IssueFacts, type Severity } from '../../domain/issue.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { issueChoices } from '../../usecases/issue/list-issues.ts'
import { type IssueInput, raiseIssue } from '../../usecases/issue/raise-issue.ts'
import { ids } from '../ids.ts'
import { AnswerError } from '../reply.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../requests/request.ts'
import { raisedMessage } from './messages.ts'
import { type IssueMetadata, issueModal, issueNoteModal } from './views.ts'

/** Checks the form before it is stored; what is wrong is said at the field. */
export function checkIssue(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): { errors: FieldErrors } | { input: IssueInput } {
  const facts: IssueFacts = {
    title: fields[ids.issue.title]?.value ?? '',
    details: fields[ids.issue.details]?.value ?? '',
    minutes: Number(fields[ids.issue.minutes]?.value),
    severity: Number(fields[ids.issue.severity]?.selected_option?.value) as Severity,
  }
  const units = (fields[ids.issue.units]?.selected_options ?? []).map((one) => wholeNumber(one.value))
  const taskNo = optionalNumber(fields[ids.issue.task]?.selected_option?.value)
  try {
    const checked = checkIssueFacts(facts)
    if (units.length === 0 && taskNo === null) throw new DomainError('issue.units_missing')
    const { sourceLink, similarSeen, enterprise, milestoneNo = null } = metadata as IssueMetadata
    const unitId = optionalNumber(fields[ids.issue.unit]?.selected_option?.value)
    const enterpriseNo = enterprise?.no ?? null
    return { input: { ...checked, units, taskNo, unitId, sourceLink, enterpriseNo, similarSeen, milestoneNo } }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { errors: { [fieldOf(error.code)]: describeError(locale, error) } }
  }
}

/** Raises what the form holds; similar open issues are shown in the form first. */
export async function submitIssue(request: SubmitRequest, input: IssueInput): Promise<void> {
  const { context, locale, client, body, metadata, reply } = request
  const actor = { ...request.actor, planId: (metadata as IssueMetadata).planId }
  const show = (view: ReturnType<typeof issueModal>) => client.views.update({ view_id: body.view.id, view })
  const formAgain = async (similar: Parameters<typeof issueModal>[4]) => {
    const start = { ...input, units: input.units.map(Number) }
    const seen = { ...(metadata as IssueMetadata), similarSeen: similar !== undefined && similar.length > 0 }
    await show(issueModal(locale, await issueChoices(context, actor), start, seen, similar))
  }
  try {
    const raised = await raiseIssue(context, actor, input)
    if (raised.kind === 'similar') return await formAgain(raised.similar)
    // Whoever closed the form meanwhile gets the receipt all the same.
    await show(issueNoteModal(locale, t(locale, 'issue.raised', raised))).catch(() => undefined)
    await reply(raisedMessage(locale, raised))
  } catch (error) {
    const domain = error instanceof DomainError
    const text = domain ? describeError(locale, error) : t(locale, 'error.unexpected')
    const raised = error instanceof AnswerError || (domain && error.code === 'request.repeated')
    // What went wrong and what was typed comes as a message, even where the modal is gone.
    if (!raised) await show(issueNoteModal(locale, text)).catch(() => undefined)
    throw error
  }
}

/** What the modal shows meanwhile. */
export function pendingIssue(locale: Locale) {
  return issueNoteModal(locale, t(locale, 'issue.saving'))
}

function fieldOf(code: string): string {
  if (code.startsWith('issue.title')) return ids.issue.title
  if (code.startsWith('issue.details')) return ids.issue.details
  if (code.startsWith('issue.minutes')) return ids.issue.minutes
  if (code.startsWith('issue.severity')) return ids.issue.severity
  return ids.issue.units
}
