import { refuseLong } from '../action/action-facts.ts'
import type { DecisionOutcome } from '../decision.ts'
import { DomainError } from '../errors.ts'
import type { IssueState } from '../issue.ts'

/** Where a consultation (会商) stands; settled and dropped ones are ended. */
export const consultationStates = ['asked', 'agreed', 'objected', 'settled', 'dropped'] as const
export type ConsultationState = (typeof consultationStates)[number]

/** Bounds of what is typed, in characters. */
export const CONSULTATION_LIMITS = { proposal: 1000, remark: 300 } as const

/** What a settlement without a meeting may record: putting an issue off or passing it on settles nothing. */
export const settlementOutcomes = ['decided', 'withdrawn'] as const satisfies readonly DecisionOutcome[]

/** Is nothing decided yet, so that an issue may be consulted on, and settled without a meeting? */
export function isUndecided(state: IssueState): boolean {
  return state === 'open' || state === 'scheduled'
}

/** Is it over, so that no answer is taken any more? */
export function isEnded(state: ConsultationState): boolean {
  return state === 'settled' || state === 'dropped'
}

/**
 * Where a consultation stands that is not ended, by its units' answers (null: none yet). One objection is enough: the
 * issue needs the meeting then, so nobody else is waited for, though the others may still answer.
 */
export function stateOf(answers: readonly (boolean | null)[]): 'asked' | 'agreed' | 'objected' {
  if (answers.includes(false)) return 'objected'
  return answers.length > 0 && answers.every((agrees) => agrees === true) ? 'agreed' : 'asked'
}

/**
 * A proposal as it may be stored, trimmed.
 * @throws DomainError `consultation.proposal_missing`, `consultation.proposal_too_long` {max, length}
 */
export function checkProposal(proposal: string): string {
  const text = proposal.trim()
  if (text === '') throw new DomainError('consultation.proposal_missing')
  refuseLong('consultation.proposal_too_long', text, CONSULTATION_LIMITS.proposal)
  return text
}

/** A unit's answer: an objection says why in a line. */
export type Answer = { agrees: boolean; remark: string }

/**
 * An answer as it may be stored, its remark on one line.
 * @throws DomainError `consultation.remark_missing`, `consultation.remark_too_long` {max, length}
 */
export function checkAnswer({ agrees, remark }: Answer): Answer {
  const line = remark.replace(/\s+/g, ' ').trim()
  if (!agrees && line === '') throw new DomainError('consultation.remark_missing')
  refuseLong('consultation.remark_too_long', line, CONSULTATION_LIMITS.remark)
  return { agrees, remark: line }
}
