import { addVisit } from '../../db/visit-store.ts'
import { checkVisitFacts, type VisitFacts } from '../../domain/enterprise/visit-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type KeptEnterprise, seenAgain } from './add-enterprise.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'

/** A visit that was recorded, and the enterprise as it stands with it. */
export type RecordedVisit = KeptEnterprise & { visit: VisitFacts }

/**
 * Records a visit of an enterprise: by the liaisons of its contact unit, its contact among them, or the office. Without a
 * day it was today.
 * @throws DomainError what `holdStanding` and `checkVisitFacts` throw
 */
export async function recordVisit(
  context: Context,
  actor: Actor,
  no: number,
  { day, notes }: { day: string | null; notes: string },
): Promise<RecordedVisit> {
  return changing(context, actor, 'enterprise.visit', async (work) => {
    const { tx, now } = work
    const { id } = await holdStanding(work, no)
    const today = now.toFormat('yyyy-MM-dd')
    const visit = checkVisitFacts({ visitedOn: day ?? today, notes }, today)
    const visitId = await addVisit(tx, id, { ...visit, visitedBy: actor.userId, recordedAt: now.toJSDate() })
    await work.audit('enterprise.visit', enterpriseSubject(no), null, { visitId, ...visit })
    return { ...(await seenAgain(work, no)), visit }
  })
}
