import { updateAction } from '../../db/action-store.ts'
import { checkReason } from '../../domain/action/action-report.ts'
import { nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdAction, type SettledAction, settleIssue } from './settle-action.ts'

/**
 * The office takes an action back, with a reason. With the last one owed its issue closes; where every action of it was
 * cancelled, nothing was done about it, and it is open again.
 * @throws DomainError what `checkReason` throws, `action.unknown` {no}, `action.not_possible` {no, state}
 */
export async function cancelAction(
  context: Context,
  actor: Actor,
  no: number,
  why: string,
  version: number | null = null,
): Promise<SettledAction> {
  const remark = checkReason(why)
  return changing(context, actor, 'action.settle', async (work) => {
    const { action, issue } = await holdAction(work, no, version)
    const state = nextActionState(no, action.state, 'cancel')
    const change = { state, remark, settledBy: actor.userId, settledAt: work.now.toJSDate() }
    await updateAction(work.tx, action.id, change)
    const before = { state: action.state, remark: action.remark }
    await work.audit('action.cancel', trailSubject(no), before, { state, text: remark })
    return { planId: work.plan.id, action: { ...action, ...change }, issue: await settleIssue(work, issue) }
  })
}
