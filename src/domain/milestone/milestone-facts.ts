import { refuseLong } from '../action/action-facts.ts'
import { DomainError } from '../errors.ts'

/** Bounds of what is typed for milestones, in characters; so many stand at most for a task. */
export const MILESTONE_LIMITS = { title: 200, evidence: 500, reason: 500, perTask: 50 } as const

/**
 * A milestone's title, trimmed and on one line.
 * @throws DomainError `milestone.title_missing`, `milestone.title_too_long` {max, length}
 */
export function checkMilestoneTitle(text: string): string {
  const title = text.replace(/\s+/g, ' ').trim()
  if (title === '') throw new DomainError('milestone.title_missing')
  refuseLong('milestone.title_too_long', title, MILESTONE_LIMITS.title)
  return title
}

/**
 * What shows that a milestone is reached, trimmed; links in it stay text.
 * @throws DomainError `milestone.evidence_missing`, `milestone.evidence_too_long` {max, length}
 */
export function checkMilestoneEvidence(text: string): string {
  const evidence = text.trim()
  if (evidence === '') throw new DomainError('milestone.evidence_missing')
  refuseLong('milestone.evidence_too_long', evidence, MILESTONE_LIMITS.evidence)
  return evidence
}

/**
 * Why a milestone is moved or removed, trimmed.
 * @throws DomainError `milestone.reason_missing`, `milestone.reason_too_long` {max, length}
 */
export function checkMilestoneReason(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new DomainError('milestone.reason_missing')
  refuseLong('milestone.reason_too_long', reason, MILESTONE_LIMITS.reason)
  return reason
}
