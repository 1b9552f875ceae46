import { removeVisit as remove } from '../../db/visit-store.ts'
import { checkEnterpriseReason } from '../../domain/enterprise/enterprise-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { seenAgain } from './add-enterprise.ts'
import { visitOf } from './correct-visit.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'
import type { RecordedVisit } from './record-visit.ts'

/**
 * Removes a visit that never was, with a reason; it stays in the audit trail, and the next one is due as without it.
 * @throws DomainError what `holdStanding` and `checkEnterpriseReason` throw, `enterprise.visit_gone` {no}
 */
export async function removeVisit(
  context: Context,
  actor: Actor,
  no: number,
  visitId: number,
  why: string,
): Promise<RecordedVisit> {
  const reason = checkEnterpriseReason(why)
  return changing(context, actor, 'enterprise.visit', async (work) => {
    const { visitedOn, notes, visitedBy } = await visitOf(work, await holdStanding(work, no), visitId)
    await remove(work.tx, visitId)
    const was = { visitId, visitedOn, notes, visitedBy }
    await work.audit('enterprise.visit_remove', enterpriseSubject(no), was, { reason })
    return { ...(await seenAgain(work, no)), visit: { visitedOn, notes } }
  })
}
