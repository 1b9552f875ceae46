import { DomainError } from '../errors.ts'
import { ENTERPRISE_LIMITS } from './enterprise-facts.ts'

/** A visit as it is recorded; `visitedOn` an ISO day. */
export type VisitFacts = { visitedOn: string; notes: string }

/** No visit of a plan is older than this. */
const EARLIEST = '2000-01-01'

/**
 * The facts as they may be stored, the notes trimmed. `today` is an ISO day in the plan's zone.
 * @throws DomainError `enterprise.visit_day_missing`, `enterprise.visit_in_future` {day, today},
 *   `enterprise.visit_too_early` {day, earliest}, `enterprise.visit_notes_missing`, `enterprise.visit_notes_too_long`
 *   {max, length}
 */
export function checkVisitFacts({ visitedOn, notes }: VisitFacts, today: string): VisitFacts {
  if (visitedOn === '') throw new DomainError('enterprise.visit_day_missing')
  if (visitedOn > today) throw new DomainError('enterprise.visit_in_future', { day: visitedOn, today })
  if (visitedOn < EARLIEST) throw new DomainError('enterprise.visit_too_early', { day: visitedOn, earliest: EARLIEST })
  const text = notes.trim()
  const { length } = [...text]
  const max = ENTERPRISE_LIMITS.visitNotes
  if (text === '') throw new DomainError('enterprise.visit_notes_missing')
  if (length > max) throw new DomainError('enterprise.visit_notes_too_long', { max, length })
  return { visitedOn, notes: text }
}
