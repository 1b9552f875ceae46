import { findAction } from '../../db/action-store.ts'
import { type ActionEvent, actionMay, nextActionState } from '../../domain/action/action-state.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { type SeenAction, seeActions } from './see-actions.ts'

/** An action that is to be reported, put off, returned or cancelled; days are in the plan's `zone`. */
export type OpenedAction = { planId: number; today: string; zone: string; action: SeenAction }

/** What a form asks about an action. */
export type ActionForm = Extract<ActionEvent, 'report' | 'ask' | 'return' | 'extend' | 'cancel'>

/**
 * An action before the form of what is to be done to it is shown: refused as the form's submission would be.
 * @throws DomainError `access.role_needed`, `action.unknown` {no}, `action.not_yours` {no, owner}, `action.not_possible`
 *   {no, state}
 */
export async function openAction(context: Context, actor: Actor, no: number, form: ActionForm): Promise<OpenedAction> {
  const ofOwner = form === 'report' || form === 'ask'
  return reading(context, actor, ofOwner ? 'action.report' : 'action.settle', async (work) => {
    const row = await findAction(work.tx, work.plan.id, no)
    const [action] = row ? await seeActions(work, [row]) : []
    if (!action) throw new DomainError('action.unknown', { no })
    if (ofOwner && action.part !== 'owner') throw new DomainError('action.not_yours', { no, owner: action.owner.name })
    const declines = form === 'return' && action.wish !== null && actionMay(action.state, 'decline')
    nextActionState(no, action.state, declines ? 'decline' : form)
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), zone: work.plan.zone, action }
  })
}
