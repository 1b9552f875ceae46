import { updateAction } from '../../db/action-store.ts'
import { nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdAction, type SettledAction, settleIssue } from './settle-action.ts'

/**
 * The office verifies that a reported action is done; with the last one owed its issue closes. Of two who verify at once the
 * second is told that it was.
 * @throws DomainError `action.unknown` {no}, `action.not_possible` {no, state}
 */
export async function verifyAction(context: Context, actor: Actor, no: number): Promise<SettledAction> {
  return changing(context, actor, 'action.settle', async (work) => {
    const { action, issue } = await holdAction(work, no)
    const state = nextActionState(no, action.state, 'verify')
    const change = { state, settledBy: actor.userId, settledAt: work.now.toJSDate() }
    await updateAction(work.tx, action.id, change)
    await work.audit('action.verify', trailSubject(no), { state: action.state }, { state })
    return { planId: work.plan.id, action: { ...action, ...change }, issue: await settleIssue(work, issue) }
  })
}
