import { type ActionRow, updateAction } from '../../db/action-store.ts'
import { checkReason } from '../../domain/action/action-report.ts'
import { nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { checkNewDueDay } from '../../domain/action/new-due-day.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { loadWishes } from './see-actions.ts'
import { holdAction } from './settle-action.ts'

/** An action with its new day, and the day it had. */
export type ExtendedAction = { action: ActionRow; before: string }

/**
 * The office gives an action a later day, with a reason; `day` as it is typed (2024-08-01, 8月1日, 10个工作日).
 * @throws DomainError what `checkReason` and `checkNewDueDay` throw, `action.unknown` {no}, `action.not_possible` {no, state}
 */
export async function extendAction(
  context: Context,
  actor: Actor,
  no: number,
  day: string,
  why: string,
  version: number | null = null,
): Promise<ExtendedAction> {
  const reason = checkReason(why)
  return changing(context, actor, 'action.settle', async (work) => {
    const { action } = await holdAction(work, no, version)
    return extend(work, action, day, reason)
  })
}

/**
 * The office agrees to the day that the owner asks for; `wantedOn` is the one it was shown.
 * @throws DomainError `action.unknown` {no}, `action.wish_gone` {no} when the owner asks for another or for none meanwhile,
 *   what `checkNewDueDay` throws
 */
export async function agreeExtension(
  context: Context,
  actor: Actor,
  no: number,
  wantedOn: string,
): Promise<ExtendedAction> {
  return changing(context, actor, 'action.settle', async (work) => {
    const { action } = await holdAction(work, no)
    const wish = (await loadWishes(work, [action])).get(no)
    if (wish?.dueOn !== wantedOn) throw await changedSince(work, trailSubject(no), 'action.wish_gone', { no })
    return extend(work, action, wantedOn, wish.reason)
  })
}

async function extend(work: Work, action: ActionRow, day: string, remark: string): Promise<ExtendedAction> {
  const { no, state, dueOn: before } = action
  nextActionState(no, state, 'extend')
  const dueOn = checkNewDueDay(day, before, work.now)
  await updateAction(work.tx, action.id, { dueOn, remark })
  await work.audit('action.extend', trailSubject(no), { dueOn: before, remark: action.remark }, { dueOn, text: remark })
  return { action: { ...action, dueOn, remark }, before }
}
