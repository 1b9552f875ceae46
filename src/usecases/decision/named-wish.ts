import { listUnits } from '../../db/unit-store.ts'
import type { OutcomeWords } from '../../domain/decision-words.ts'
import type { Work } from '../context.ts'
import { findUnit } from '../plan/find-unit.ts'
import type { DecisionWish } from './record-decision.ts'

/** An outcome as it was typed, its units found by name. @throws DomainError `unit.unknown`, `unit.ambiguous` */
export async function findWishUnits(
  { tx, plan }: Pick<Work, 'tx' | 'plan'>,
  { outcome, text, actions }: OutcomeWords,
): Promise<DecisionWish> {
  const units = await listUnits(tx, plan.id)
  const idOf = (name: string) => findUnit(units, name).id
  return {
    outcome,
    text,
    actions: actions.map(({ owner, coUnits, ...action }) => ({
      ...action,
      ownerId: idOf(owner),
      coUnitIds: coUnits.map(idOf),
    })),
  }
}
