import { updateSlip } from '../../db/slip-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkRemark, nextSlipState, slipLabel } from '../../domain/supervision/slip.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdSlip, isOwn, type SlipNumber } from './slip-access.ts'

/** A slip that was signed. */
export type SignedSlip = { slip: string; unit: string; remark: string }

/**
 * 签收: a unit signs for a slip with a line of its own; what is owed stays owed.
 * @throws DomainError what `checkRemark` throws, `slip.unknown` {slip}, `slip.not_yours` {slip, unit}, `slip.not_possible`
 *   {slip, state}
 */
export async function signSlip(context: Context, actor: Actor, number: SlipNumber, text: string): Promise<SignedSlip> {
  const remark = checkRemark(text)
  return changing(context, actor, 'supervision.sign', async (work) => {
    const slip = await holdSlip(work, number)
    const label = slipLabel(slip)
    if (!isOwn(work, slip)) throw new DomainError('slip.not_yours', { slip: label, unit: slip.unit })
    const state = nextSlipState(label, slip.state, 'sign')
    const change = { state, signedBy: actor.userId, signedAt: work.now.toJSDate(), signedRemark: remark }
    await updateSlip(work.tx, slip.id, change)
    await work.audit('slip.sign', `slip/${slip.id}`, { state: slip.state }, { state, text: remark })
    return { slip: label, unit: slip.unit, remark }
  })
}
