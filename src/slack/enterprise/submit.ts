import type { VisitFacts } from '../../domain/enterprise/visit-facts.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { addEnterprise } from '../../usecases/enterprise/add-enterprise.ts'
import { changeEnterprise } from '../../usecases/enterprise/change-enterprise.ts'
import { correctVisit } from '../../usecases/enterprise/correct-visit.ts'
import { endEnterprise } from '../../usecases/enterprise/end-enterprise.ts'
import { recordVisit } from '../../usecases/enterprise/record-visit.ts'
import { removeVisit } from '../../usecases/enterprise/remove-visit.ts'
import { issueChoices } from '../../usecases/issue/list-issues.ts'
import { issueModal } from '../issue/views.ts'
import { AnswerError } from '../reply.ts'
import type { SubmitRequest } from '../requests/request.ts'
import type { EnterpriseFields, VisitFields } from './check.ts'
import { keptMessage, visitMessage } from './messages.ts'
import { type EnterpriseMetadata, visitNoteModal } from './views.ts'

/** Enters or changes the enterprise of the form. */
export async function submitEnterprise(request: SubmitRequest, fields: EnterpriseFields): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no, version } = named(request)
  const { name, unitId, contact, everyMonths, notes } = fields
  if (version === null) {
    const added = { named: { name, unitId }, contact: contact || null, everyMonths, notes }
    return reply(keptMessage(locale, 'added', await addEnterprise(context, actor, added)))
  }
  const wish = { name, unit: unitId, contact: contact || null, everyMonths, notes, version }
  await reply(keptMessage(locale, 'changed', await changeEnterprise(context, actor, no, wish)))
}

/** Ends keeping in touch, with the reason of the form. */
export async function submitEnd(request: SubmitRequest, reason: string): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no, version } = named(request)
  await reply(keptMessage(locale, 'stopped', await endEnterprise(context, actor, no, reason, version)))
}

/** Records the visit of the form; where problems were told of, the form of an issue follows in its place. */
export async function submitVisit(request: SubmitRequest, fields: VisitFields): Promise<void> {
  const { context, locale, client, body, reply } = request
  const { actor, no, planId, channel } = named(request)
  const show = (view: ReturnType<typeof visitNoteModal>) => client.views.update({ view_id: body.view.id, view })
  try {
    const recorded = await recordVisit(context, actor, no, { day: fields.visitedOn, notes: fields.notes })
    const receipt = visitMessage(locale, 'visited', recorded)
    const { name } = recorded.enterprise
    const next = fields.problem
      ? issueModal(
          locale,
          await issueChoices(context, actor),
          {},
          { planId, channel, sourceLink: null, similarSeen: false, enterprise: { no, name } },
        )
      : visitNoteModal(locale, t(locale, 'enterprise.visited', { no, name, day: recorded.visit.visitedOn }))
    // Whoever closed the form meanwhile gets the receipt all the same, with the button that raises the issue.
    await show(next).catch(() => undefined)
    await reply(receipt)
  } catch (error) {
    const domain = error instanceof DomainError
    const stored = error instanceof AnswerError || (domain && error.code === 'request.repeated')
    const text = domain ? describeError(locale, error) : t(locale, 'error.unexpected')
    if (!stored) await show(visitNoteModal(locale, text)).catch(() => undefined)
    throw error
  }
}

/** What the form of a visit shows meanwhile. */
export function pendingVisit(locale: Locale) {
  return visitNoteModal(locale, t(locale, 'enterprise.saving'))
}

/** Corrects a visit with the reason of the form. */
export async function submitCorrection(request: SubmitRequest, fields: VisitFacts & { reason: string }): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no, visitId } = named(request)
  const corrected = await correctVisit(context, actor, no, visitId ?? 0, fields, fields.reason)
  await reply(visitMessage(locale, 'visit_corrected', corrected))
}

/** Removes a visit with the reason of the form. */
export async function submitRemoval(request: SubmitRequest, reason: string): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no, visitId } = named(request)
  const removed = await removeVisit(context, actor, no, visitId ?? 0, reason)
  await reply(visitMessage(locale, 'visit_removed', removed))
}

/** What the form remembers, and the person in its plan. */
function named({ actor, metadata }: SubmitRequest) {
  const { no, ...remembered } = metadata as EnterpriseMetadata
  return { ...remembered, no: no ?? 0, actor: { ...actor, planId: remembered.planId } }
}
