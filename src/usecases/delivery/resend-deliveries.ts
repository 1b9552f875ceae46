import { hurryFailed, lockDead, reviveDead } from '../../db/delivery-store.ts'
import { hurryTroubled } from '../../db/place-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'

/**
 * Tries a message again that was given up. Each is looked for in Slack before, so that none is seen twice.
 * @throws DomainError `delivery.gone` where it is not given up, or not any more
 */
export async function resendDelivery(context: Context, actor: Actor, id: number): Promise<void> {
  await changing(context, actor, 'delivery.resend', async ({ tx, plan, now, audit }) => {
    const dead = await lockDead(tx, plan.id, id)
    if (!dead) throw new DomainError('delivery.gone')
    await reviveDead(tx, plan.id, id, now.toJSDate())
    await audit('delivery.resend', `delivery/${id}`, { state: 'dead', refusal: dead.lastError }, { state: 'unknown' })
  })
}

/**
 * Tries everything of the plan again: what was given up, and at once what only waits for another try. Gives how many there
 * are of each.
 */
export async function resendAll(context: Context, actor: Actor): Promise<{ revived: number; hurried: number }> {
  return changing(context, actor, 'delivery.resend', async ({ tx, plan, now, audit }) => {
    const at = now.toJSDate()
    const hurried = await hurryFailed(tx, plan.id, at)
    const revived = await reviveDead(tx, plan.id, null, at)
    await hurryTroubled(tx, plan.workspaceId)
    await audit('delivery.resend_all', `plan/${plan.id}`, null, { revived, hurried })
    return { revived, hurried }
  })
}
