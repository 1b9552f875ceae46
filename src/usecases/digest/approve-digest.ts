import { findDigest, lockDigest, updateDigest } from '../../db/digest-store.ts'
import { listSubscriptions, lockSubscription, type SubscriptionRow } from '../../db/digest-subscription-store.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { settleApproval } from './ask-approval.ts'
import { oweDigest } from './owe-digest.ts'

/** A digest before the leaders, by its id and the version that was shown. */
export type ShownDigest = { digestId: number; version: number }

/** The whole of a digest that waits for approval. @throws DomainError `digest.not_waiting` */
export async function showPrepared(context: Context, actor: Actor, digestId: number): Promise<DigestContent> {
  return reading(context, actor, 'digest.approve', async ({ tx, plan }) => {
    const digest = await findDigest(tx, plan.id, digestId)
    if (digest?.state !== 'prepared' || !digest.content) throw new DomainError('digest.not_waiting')
    return digest.content
  })
}

/**
 * Posts a digest that waited for a leader, as that leader saw it: nothing is computed anew. Gives where it goes.
 * @throws DomainError `digest.not_waiting` where another approved it or a later one took its place,
 *   `digest.changed_meanwhile` where its interpretation is another now
 */
export async function approveDigest(context: Context, actor: Actor, shown: ShownDigest): Promise<{ channel: string }> {
  return changing(context, actor, 'digest.approve', async (work) => {
    const { tx, plan, now, audit } = work
    const subscription = await holdSubscription(work, shown)
    const digest = await lockDigest(tx, plan.id, shown.digestId)
    if (!subscription || digest?.state !== 'prepared' || !digest.content) throw new DomainError('digest.not_waiting')
    const { place, no } = subscription
    if (digest.version !== shown.version)
      throw await changedSince(work, `digest/subscription/${no}`, 'digest.changed_meanwhile')
    const at = now.toJSDate()
    const deliveries = await oweDigest(tx, plan, { place, key: `digest/${digest.id}`, at }, digest.content)
    await updateDigest(tx, digest.id, { state: 'owed', deliveries, approvedBy: actor.userId, approvedAt: at })
    await settleApproval(tx, plan, digest.id, actor.userId, at)
    await audit('digest.approve', `digest/${digest.id}`, { state: 'prepared' }, { state: 'owed', place })
    return { channel: place }
  })
}

/**
 * Its subscription, which has the place where it is to go now. That is held, so that the schedule does not put the next
 * one in its place meanwhile.
 */
async function holdSubscription({ tx, plan }: Work, { digestId }: ShownDigest): Promise<SubscriptionRow | null> {
  const digest = await findDigest(tx, plan.id, digestId)
  if (!digest?.subscriptionId) return null
  await lockSubscription(tx, digest.subscriptionId)
  const all = await listSubscriptions(tx, plan.id)
  return all.find(({ id }) => id === digest.subscriptionId) ?? null
}
