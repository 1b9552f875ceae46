import { listTargetClaims } from '../../db/target-claim-store.ts'
import type { TargetClaim } from '../../domain/target-claim.ts'
import type { Work } from '../context.ts'

/**
 * By the id of a target that belongs to a task: what each unit responsible for that claimed in its last standing report,
 * in the order of the task's units. Units that never reported, and targets of the plan itself, have none.
 */
export async function targetClaims({ tx, plan }: Pick<Work, 'tx' | 'plan'>): Promise<Map<number, TargetClaim[]>> {
  const claims = await listTargetClaims(tx, plan.id)
  const byTarget = Map.groupBy(claims, ({ targetId }) => targetId)
  return new Map(
    [...byTarget].map(([id, ofTarget]) => [id, ofTarget.map(({ status, unit, period }) => ({ status, unit, period }))]),
  )
}
