import type { EnterpriseRow } from '../../db/enterprise-store.ts'
import { findVisit, updateVisit, type VisitRow } from '../../db/visit-store.ts'
import { checkEnterpriseReason } from '../../domain/enterprise/enterprise-facts.ts'
import { checkVisitFacts, type VisitFacts } from '../../domain/enterprise/visit-facts.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { seenAgain } from './add-enterprise.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'
import type { RecordedVisit } from './record-visit.ts'

/**
 * Corrects a visit's day or notes, with a reason; what it said before stays in the audit trail.
 * @throws DomainError what `holdStanding`, `checkVisitFacts` and `checkEnterpriseReason` throw, `enterprise.visit_gone` {no}
 */
export async function correctVisit(
  context: Context,
  actor: Actor,
  no: number,
  visitId: number,
  facts: VisitFacts,
  why: string,
): Promise<RecordedVisit> {
  const reason = checkEnterpriseReason(why)
  return changing(context, actor, 'enterprise.visit', async (work) => {
    const before = await visitOf(work, await holdStanding(work, no), visitId)
    const visit = checkVisitFacts(facts, work.now.toFormat('yyyy-MM-dd'))
    await updateVisit(work.tx, visitId, visit)
    const { visitedOn, notes } = before
    const was = { visitId, visitedOn, notes }
    await work.audit('enterprise.visit_correct', enterpriseSubject(no), was, { visitId, ...visit, reason })
    return { ...(await seenAgain(work, no)), visit }
  })
}

/** The visit of an enterprise by its id. @throws DomainError `enterprise.visit_gone` {no} */
export async function visitOf({ tx }: Work, { id, no }: EnterpriseRow, visitId: number): Promise<VisitRow> {
  const visit = await findVisit(tx, id, visitId)
  if (!visit) throw new DomainError('enterprise.visit_gone', { no })
  return visit
}
