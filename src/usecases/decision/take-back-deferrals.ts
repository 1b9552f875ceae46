import { listDecisions } from '../../db/decision-store.ts'
import { lockIssue } from '../../db/issue-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'
import { undoDecision } from './undo-decision.ts'

/**
 * Takes back that issues were put off when a meeting's agenda was published, of those that `concerns` tells: they are on it
 * after all, or it is not held, so that they were not carried over. One that changed since stays as it is. The plan is held.
 */
export async function takeBackDeferrals(
  work: Work,
  meetingId: number,
  concerns: (issueId: number) => boolean,
): Promise<void> {
  const { tx, plan } = work
  // Outcomes of the meeting itself are of an item.
  const deferrals = (await listDecisions(tx, plan.id, { meetingId })).filter(
    ({ outcome, agendaItemId, issueId }) => outcome === 'deferred' && agendaItemId === null && concerns(issueId),
  )
  for (const { id, issueNo } of deferrals) {
    const issue = await lockIssue(tx, plan.id, issueNo)
    if (!issue) continue
    try {
      await undoDecision(work, issue, id)
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'decision.moved_on')) throw error
    }
  }
}
