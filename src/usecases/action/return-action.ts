import { type ActionRow, updateAction } from '../../db/action-store.ts'
import { checkReason } from '../../domain/action/action-report.ts'
import { actionMay, nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { loadWishes } from './see-actions.ts'
import { holdAction } from './settle-action.ts'

/** What was returned: the report of an action, or the wish for a later day. */
export type ReturnedAction = { action: ActionRow; returned: 'report' | 'wish' }

/**
 * The office returns a reported action with a reason: its owner owes it again, and keeps what they reported. Of an action
 * that is not reported it declines the wish for a later day.
 * @throws DomainError what `checkReason` throws, `action.unknown` {no}, `action.not_possible` {no, state}
 */
export async function returnAction(
  context: Context,
  actor: Actor,
  no: number,
  why: string,
  version: number | null = null,
): Promise<ReturnedAction> {
  const remark = checkReason(why)
  return changing(context, actor, 'action.settle', async (work) => {
    const { action } = await holdAction(work, no, version)
    const wish = (await loadWishes(work, [action])).get(no)
    const event = wish && actionMay(action.state, 'decline') ? 'decline' : 'return'
    const state = nextActionState(no, action.state, event)
    await updateAction(work.tx, action.id, { state, remark })
    const before = { state: action.state, remark: action.remark, ...(wish ? { wanted: wish.dueOn } : {}) }
    await work.audit(`action.${event}`, trailSubject(no), before, { state, text: remark })
    return { action: { ...action, state, remark }, returned: event === 'decline' ? 'wish' : 'report' }
  })
}
