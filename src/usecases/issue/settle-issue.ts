import { lockIssue } from '../../db/issue-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type DecisionWish, type RecordedDecision, recordDecision } from '../decision/record-decision.ts'

/**
 * Settles an issue without a meeting, its outcome recorded just as in one.
 * @throws DomainError `issue.unknown` {no}, and what `recordDecision` throws
 */
export async function settleIssue(
  context: Context,
  actor: Actor,
  no: number,
  wish: DecisionWish,
): Promise<RecordedDecision> {
  return changing(context, actor, 'issue.settle', async (work) => {
    await lockPlan(work.tx, work.plan.id)
    const issue = await lockIssue(work.tx, work.plan.id, no)
    if (!issue) throw new DomainError('issue.unknown', { no })
    return recordDecision(work, issue, wish, null)
  })
}
