import { dismissDead, lockDead } from '../../db/delivery-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'

/**
 * Gives a message up for good: it is not listed any more, and cannot be tried again.
 * @throws DomainError `delivery.gone` where it is not given up, or not any more
 */
export async function dismissDelivery(context: Context, actor: Actor, id: number): Promise<void> {
  await changing(context, actor, 'delivery.resend', async ({ tx, plan, now, audit }) => {
    const dead = await lockDead(tx, plan.id, id)
    if (!dead) throw new DomainError('delivery.gone')
    await dismissDead(tx, id, now.toJSDate())
    await audit('delivery.dismiss', `delivery/${id}`, { refusal: dead.lastError }, null)
  })
}
