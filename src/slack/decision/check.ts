import { DateTime } from 'luxon'
import {
  ACTION_LIMITS,
  type ActionFacts,
  checkActionFacts,
  DECISION_TEXT,
  refuseLong,
} from '../../domain/action/action-facts.ts'
import { parseDueWords } from '../../domain/action/due-words.ts'
import { decisionOutcomes } from '../../domain/decision.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import type { DecisionWish } from '../../usecases/decision/record-decision.ts'
import { ids } from '../ids.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { FieldErrors, Fields } from '../requests/request.ts'
import { actionField, type OutcomeMetadata } from './views.ts'

/** Checks the form of an outcome before anything is stored; what is wrong is said at each field. */
export function checkOutcome(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): { errors: FieldErrors } | { input: DecisionWish } {
  const { today, actions: groups } = metadata as OutcomeMetadata
  const errors: FieldErrors = {}
  const attempt = <T>(field: string, work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      errors[field] ??= describeError(locale, error)
    }
    return undefined
  }
  const chosen = fields[ids.decision.outcome]?.selected_option?.value
  const outcome = decisionOutcomes.find((one) => one === chosen)
  const text = fields[ids.decision.text]?.value?.trim() ?? ''
  const day = DateTime.fromISO(today, { zone: 'utc' })
  const actions = Array.from({ length: Math.min(groups, ACTION_LIMITS.perDecision) }, (_, index) =>
    readAction(fields, index, day, attempt),
  )
  attempt(ids.decision.outcome, () => {
    if (!outcome) throw new DomainError('decision.outcome_missing')
    if (outcome !== 'decided' && actions.some((action) => action !== null))
      throw new DomainError('decision.no_actions_here')
  })
  attempt(ids.decision.text, () => {
    if (outcome === 'decided' && text === '') throw new DomainError('decision.text_missing')
    refuseLong('decision.text_too_long', text, DECISION_TEXT)
  })
  if (!outcome || Object.keys(errors).length > 0) return { errors }
  return { input: { outcome, text, actions: actions.filter((action) => action !== null && action !== undefined) } }
}

type Attempt = <T>(field: string, work: () => T) => T | undefined

/** The n-th action; null where its fields are all empty, undefined where something is wrong with it. */
function readAction(fields: Fields, index: number, day: DateTime, attempt: Attempt): ActionFacts | null | undefined {
  const field = (name: Parameters<typeof actionField>[0]) => actionField(name, index)
  const typed = (name: Parameters<typeof actionField>[0]) => fields[field(name)]?.value?.trim() ?? ''
  const owner = fields[field('owner')]?.selected_option?.value
  const coUnitIds = (fields[field('coUnits')]?.selected_options ?? []).map((one) => wholeNumber(one.value))
  const [text, measure, due] = [typed('what'), typed('measure'), typed('due')]
  if (!owner && coUnitIds.length === 0 && text === '' && measure === '' && due === '') return null
  attempt(field('owner'), () => {
    if (!owner) throw new DomainError('action.owner_missing')
  })
  const dueOn = attempt(field('due'), () => parseDueWords(due, day))
  const facts = { text, measure, coUnitIds, ownerId: optionalNumber(owner) ?? 0, dueOn: dueOn ?? '' }
  attempt(field('what'), () => checkActionFacts({ ...facts, measure: '', coUnitIds: [] }))
  attempt(field('measure'), () => checkActionFacts({ ...facts, text: '-', coUnitIds: [] }))
  attempt(field('coUnits'), () => checkActionFacts({ ...facts, text: '-', measure: '' }))
  return owner && dueOn ? facts : undefined
}
