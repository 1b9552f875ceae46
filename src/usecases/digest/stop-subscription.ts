import type { Transaction } from '../../db/database.ts'
import { dropDigests, findPrepared } from '../../db/digest-store.ts'
import { endSubscription, lockSubscription } from '../../db/digest-subscription-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { settleApproval } from './ask-approval.ts'

/** Ends a subscription; what waits of it for approval is not posted any more. */
export async function stopSubscription(
  tx: Transaction,
  plan: Pick<PlanRow, 'workspaceId' | 'id'>,
  id: number,
  at: Date,
): Promise<void> {
  await lockSubscription(tx, id)
  await endSubscription(tx, id, at)
  const prepared = await findPrepared(tx, id)
  if (!prepared) return
  await dropDigests(tx, plan.workspaceId, [prepared.id], [])
  await settleApproval(tx, plan, prepared.id, null, at)
}
