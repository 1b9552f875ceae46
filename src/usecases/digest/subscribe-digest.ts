import { addSubscription, listSubscriptions } from '../../db/digest-subscription-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import type { DigestSection } from '../../domain/digest/sections.ts'
import { type DigestCadence, nextDigestSlot } from '../../domain/digest/slots.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { allows } from '../permissions.ts'
import { type SeenSubscription, seen } from './list-subscriptions.ts'

/** Which digest goes where; `channel` null: to the person themselves. `sections` empty: all. */
export type SubscriptionWish = {
  cadence: DigestCadence
  channel: string | null
  language: string
  sections: readonly DigestSection[]
  approval: boolean
}

/** Most digests a plan sends regularly. */
const subscriptionsAtMost = 200

/**
 * Lets a digest come regularly: to the person, or, by the office, to a channel. One a place and cadence: a second one
 * would say the same twice.
 * @throws DomainError `access.role_needed` where the person may not for a channel, `digest.subscribed_before` {no},
 *   `digest.approval_of_channel` where they would approve their own, `digest.too_many_subscriptions` {max}
 */
export async function subscribeDigest(
  context: Context,
  actor: Actor,
  wish: SubscriptionWish,
): Promise<SeenSubscription> {
  return changing(context, actor, 'digest.subscribe', async (work) => {
    const { tx, plan, now, roles, audit } = work
    if (wish.channel !== null && !allows(roles, 'digest.subscribe_channel'))
      throw new DomainError('access.role_needed', { roles: ['convener', 'admin'] })
    if (wish.channel === null && wish.approval) throw new DomainError('digest.approval_of_channel')
    const place = wish.channel ?? actor.userId
    const { cadence, language, approval } = wish
    await lockPlan(tx, plan.id)
    const all = await listSubscriptions(tx, plan.id)
    const same = all.find((one) => one.place === place && one.cadence === cadence)
    if (same) throw new DomainError('digest.subscribed_before', { no: same.no })
    if (all.length >= subscriptionsAtMost)
      throw new DomainError('digest.too_many_subscriptions', { max: subscriptionsAtMost })
    const nextRunAt = nextDigestSlot(cadence, now, plan.settings.reporting).toJSDate()
    const stored = { place, cadence, language, sections: [...wish.sections], approval, nextRunAt }
    const id = await addSubscription(tx, plan.id, { ...stored, createdBy: actor.userId, createdAt: now.toJSDate() })
    const added = (await listSubscriptions(tx, plan.id)).find((one) => one.id === id)
    if (!added) throw new TypeError('a subscription that was just stored is gone')
    await audit('digest.subscribe', `digest/subscription/${added.no}`, null, stored)
    return seen(work, added)
  })
}
