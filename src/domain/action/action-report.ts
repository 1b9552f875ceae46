import { DomainError } from '../errors.ts'
import { ACTION_LIMITS, refuseLong } from './action-facts.ts'

/**
 * The evidence that an action is done, trimmed; links in it stay text.
 * @throws DomainError `action.evidence_missing`, `action.evidence_too_long` {max, length}
 */
export function checkEvidence(text: string): string {
  const evidence = text.trim()
  if (evidence === '') throw new DomainError('action.evidence_missing')
  refuseLong('action.evidence_too_long', evidence, ACTION_LIMITS.evidence)
  return evidence
}

/**
 * Why an action is returned, put off or cancelled, trimmed.
 * @throws DomainError `action.reason_missing`, `action.reason_too_long` {max, length}
 */
export function checkReason(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new DomainError('action.reason_missing')
  refuseLong('action.reason_too_long', reason, ACTION_LIMITS.remark)
  return reason
}
