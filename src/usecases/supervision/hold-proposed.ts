import { lockPlan } from '../../db/plan-store.ts'
import { lockSlip, type SlipRow } from '../../db/slip-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/**
 * A slip that waits for a leader, by the id that its buttons carry, held with its plan until the transaction ends: the plan
 * first, as the daily run does.
 * @throws DomainError `slip.gone`
 */
export async function holdProposed({ tx, plan }: Work, id: number): Promise<SlipRow> {
  await lockPlan(tx, plan.id)
  const slip = await lockSlip(tx, plan.id, id)
  if (!slip) throw new DomainError('slip.gone')
  return slip
}
