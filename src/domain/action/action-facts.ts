import { DomainError } from '../errors.ts'

/** Bounds of what is typed for decisions and actions. */
export const ACTION_LIMITS = {
  text: 200,
  measure: 200,
  evidence: 1000,
  remark: 500,
  perDecision: 10,
  coUnits: 20,
} as const
export const DECISION_TEXT = 2000

/** An action as it is set; units by their ids, `dueOn` an ISO day. */
export type ActionFacts = {
  text: string
  ownerId: number
  coUnitIds: readonly number[]
  dueOn: string
  measure: string
}

/**
 * The facts as they may be stored: texts trimmed and on one line, the owner not among its co-units.
 * @throws DomainError `action.text_missing`, `action.text_too_long` {max, length}, `action.measure_too_long` {max,
 *   length}, `action.too_many_units` {max}
 */
export function checkActionFacts(facts: ActionFacts): ActionFacts {
  const text = onOneLine(facts.text)
  const measure = onOneLine(facts.measure)
  if (text === '') throw new DomainError('action.text_missing')
  refuseLong('action.text_too_long', text, ACTION_LIMITS.text)
  refuseLong('action.measure_too_long', measure, ACTION_LIMITS.measure)
  const coUnitIds = [...new Set(facts.coUnitIds)].filter((id) => id !== facts.ownerId)
  if (coUnitIds.length > ACTION_LIMITS.coUnits)
    throw new DomainError('action.too_many_units', { max: ACTION_LIMITS.coUnits })
  return { text, ownerId: facts.ownerId, coUnitIds, dueOn: facts.dueOn, measure }
}

/** Refuses a text of more than `max` characters. @throws DomainError `code` {max, length} */
export function refuseLong(code: string, text: string, max: number): void {
  const { length } = [...text]
  if (length > max) throw new DomainError(code, { max, length })
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
