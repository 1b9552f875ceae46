import { listSubscriptions, lockSubscription } from '../../db/digest-subscription-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { isSeen, type SeenSubscription, seen } from './list-subscriptions.ts'
import { stopSubscription } from './stop-subscription.ts'

/**
 * Ends a subscription by the number it has in the list: one's own, or, by the office, a channel's. What waits for approval
 * is not posted any more.
 * @throws DomainError `digest.subscription_unknown` {no}, `access.role_needed`
 */
export async function unsubscribeDigest(context: Context, actor: Actor, no: number): Promise<SeenSubscription> {
  return changing(context, actor, 'digest.subscribe', async (work) => {
    const { tx, plan, now, audit } = work
    const find = async () => (await listSubscriptions(tx, plan.id)).find((one) => one.no === no && isSeen(work, one))
    const named = await find()
    if (named) await lockSubscription(tx, named.id)
    const subscription = await find()
    if (!subscription) throw new DomainError('digest.subscription_unknown', { no })
    const shown = seen(work, subscription)
    if (!shown.mayEnd) throw new DomainError('access.role_needed', { roles: ['convener', 'admin'] })
    await stopSubscription(tx, plan, subscription.id, now.toJSDate())
    await audit('digest.unsubscribe', `digest/subscription/${no}`, { place: subscription.place }, null)
    return shown
  })
}
