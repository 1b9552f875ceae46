import { checkEnterpriseFacts, checkEnterpriseReason } from '../../domain/enterprise/enterprise-facts.ts'
import { checkVisitFacts, type VisitFacts } from '../../domain/enterprise/visit-facts.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import { optionalNumber } from '../requests/handed-back.ts'
import type { Fields } from '../requests/request.ts'
import type { EnterpriseMetadata } from './views.ts'

/** What the form of an enterprise holds. */
export type EnterpriseFields = { name: string; unitId: number; contact: string; everyMonths: number; notes: string }

/** What the form of a visit holds; `problem`: an issue is to be raised next. */
export type VisitFields = VisitFacts & { problem: boolean }

/** Checks the form of an enterprise before it closes; what is wrong is said at the field. */
export function checkEnterprise(fields: Fields, locale: Locale): Checked<EnterpriseFields> {
  return checkedAt(locale, fieldOf, () => {
    const unitId = optionalNumber(fields[ids.enterprise.unit]?.selected_option?.value) ?? 0
    const contact = fields[ids.enterprise.contact]?.selected_user ?? ''
    const facts = checkEnterpriseFacts({
      name: fields[ids.enterprise.name]?.value ?? '',
      everyMonths: Number(fields[ids.enterprise.months]?.value),
      notes: fields[ids.enterprise.notes]?.value ?? '',
    })
    if (unitId === 0) throw new DomainError('enterprise.unit_missing')
    return { ...facts, unitId, contact }
  })
}

/** Checks the reason of an end or a removal before its form closes. */
export function checkReasonField(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.enterprise.reason, () =>
    checkEnterpriseReason(fields[ids.enterprise.reason]?.value ?? ''),
  )
}

/** Checks a visit before its form closes. */
export function checkVisit(fields: Fields, locale: Locale, metadata: Record<string, unknown>): Checked<VisitFields> {
  const { today } = metadata as EnterpriseMetadata
  const problem = (fields[ids.enterprise.problem]?.selected_options ?? []).length > 0
  const visitedOn = fields[ids.enterprise.day]?.selected_date ?? ''
  const notes = fields[ids.enterprise.visitNotes]?.value ?? ''
  return checkedAt(locale, fieldOf, () => ({ ...checkVisitFacts({ visitedOn, notes }, today), problem }))
}

/** Checks the correction of a visit before its form closes. */
export function checkCorrection(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): Checked<VisitFacts & { reason: string }> {
  const visit = checkVisit(fields, locale, metadata)
  const reason = checkReasonField(fields, locale)
  if ('errors' in visit) return visit
  if ('errors' in reason) return reason
  const { visitedOn, notes } = visit.input
  return { input: { visitedOn, notes, reason: reason.input } }
}

function fieldOf(code: string): string {
  if (code.startsWith('enterprise.name')) return ids.enterprise.name
  if (code.startsWith('enterprise.months')) return ids.enterprise.months
  if (code.startsWith('enterprise.unit')) return ids.enterprise.unit
  if (code.startsWith('enterprise.visit_notes')) return ids.enterprise.visitNotes
  return code.startsWith('enterprise.visit') ? ids.enterprise.day : ids.enterprise.notes
}
