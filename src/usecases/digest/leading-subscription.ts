import type { Transaction } from '../../db/database.ts'
import { type DigestRow, findPrepared } from '../../db/digest-store.ts'
import {
  addSubscription,
  listSubscriptions,
  moveSubscriptions,
  type SubscriptionRow,
} from '../../db/digest-subscription-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { type DigestCadence, nextDigestSlot } from '../../domain/digest/slots.ts'
import type { Work } from '../context.ts'
import { stopSubscription } from './stop-subscription.ts'

/**
 * Lets the digests go to the channel that the leading group has now: the first one gets a weekly digest with every part, a
 * later one takes over what the one before had. What the channel got of itself is not sent beside it: one a place and
 * cadence. The plan is held by `lockPlan`.
 */
export async function keepLeadingSubscription({ tx, plan, now, actor }: Work, channel: string): Promise<void> {
  if (plan.leadingChannel === channel) return
  const all = await listSubscriptions(tx, plan.id)
  const own = all.filter(({ place }) => place === channel)
  if (plan.leadingChannel !== null) {
    const moved = new Set(all.flatMap(({ place, cadence }) => (place === plan.leadingChannel ? [cadence] : [])))
    for (const { id } of own.filter(({ cadence }) => moved.has(cadence)))
      await stopSubscription(tx, plan, id, now.toJSDate())
    await moveSubscriptions(tx, plan.id, plan.leadingChannel, channel)
    return
  }
  if (own.some(({ cadence }) => cadence === 'weekly')) return
  await addSubscription(tx, plan.id, {
    place: channel,
    cadence: 'weekly',
    language: plan.language,
    sections: [],
    approval: false,
    nextRunAt: nextDigestSlot('weekly', now, plan.settings.reporting).toJSDate(),
    createdBy: actor.userId,
    createdAt: now.toJSDate(),
  })
}

/** The subscription of the leading group's channel to a digest, or null; of several the oldest. */
export async function findLeadingSubscription(
  tx: Transaction,
  plan: PlanRow,
  cadence: DigestCadence,
): Promise<SubscriptionRow | null> {
  const all = await listSubscriptions(tx, plan.id)
  return all.find((one) => one.place === plan.leadingChannel && one.cadence === cadence) ?? null
}

/**
 * The subscription of the leading group's channel whose digest comes next, and what waits for it; or null where it has none.
 * One that is before the leaders already comes before those that are still to be made.
 */
export async function findNextLeading(tx: Transaction, plan: PlanRow) {
  const leading = (await listSubscriptions(tx, plan.id))
    .filter(({ place }) => place === plan.leadingChannel)
    .toSorted((one, other) => one.nextRunAt.getTime() - other.nextRunAt.getTime() || one.no - other.no)
  const all: { subscription: SubscriptionRow; prepared: DigestRow | null }[] = []
  // One a cadence: three at most.
  for (const subscription of leading) all.push({ subscription, prepared: await findPrepared(tx, subscription.id) })
  return all.find(({ prepared }) => prepared?.content) ?? all[0] ?? null
}
