import { type ActionRow, updateAction } from '../../db/action-store.ts'
import { checkReason } from '../../domain/action/action-report.ts'
import { nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { checkNewDueDay } from '../../domain/action/new-due-day.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdOwnAction } from './report-action.ts'

/**
 * The owner of an action asks the office for a later day. Its day stays until the office agrees; asking again replaces what
 * was asked. The office finds it in its list: no message of its own is sent.
 * @throws DomainError what `checkReason` and `checkNewDueDay` throw, `action.unknown` {no}, `action.not_yours` {no, owner},
 *   `action.not_possible` {no, state}
 */
export async function askExtension(
  context: Context,
  actor: Actor,
  no: number,
  day: string,
  why: string,
  version: number | null = null,
): Promise<{ action: ActionRow; wantedOn: string }> {
  const text = checkReason(why)
  return changing(context, actor, 'action.report', async (work) => {
    const action = await holdOwnAction(work, no, version)
    nextActionState(no, action.state, 'ask')
    const dueOn = checkNewDueDay(day, action.dueOn, work.now)
    // Nothing of it is stored but in the trail; whoever decides or asks by an older sight of the action is told.
    await updateAction(work.tx, action.id, {})
    await work.audit('action.ask', trailSubject(no), { dueOn: action.dueOn }, { dueOn, text })
    return { action, wantedOn: dueOn }
  })
}
