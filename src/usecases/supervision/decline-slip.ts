import { updateSlip } from '../../db/slip-store.ts'
import { checkSlipReason, nextSlipState } from '../../domain/supervision/slip.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdProposed } from './hold-proposed.ts'

/**
 * A leader does not send a red slip, with a reason; it is not proposed again for the same day.
 * @throws DomainError what `checkSlipReason` throws, `slip.gone`, `slip.not_possible` {slip, state}
 */
export async function declineSlip(context: Context, actor: Actor, id: number, why: string): Promise<{ unit: string }> {
  const reason = checkSlipReason(why)
  return changing(context, actor, 'supervision.approve', async (work) => {
    const slip = await holdProposed(work, id)
    const state = nextSlipState('', slip.state, 'decline')
    await updateSlip(work.tx, id, { state, decidedBy: actor.userId, decidedAt: work.now.toJSDate(), reason })
    await work.audit('slip.decline', `slip/${id}`, { state: slip.state }, { state, text: reason })
    return { unit: slip.unit }
  })
}
