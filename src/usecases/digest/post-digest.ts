import { addDigest, updateDigest } from '../../db/digest-store.ts'
import { lockSubscription } from '../../db/digest-subscription-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { findNextLeading } from './leading-subscription.ts'
import { oweDigest } from './owe-digest.ts'
import { composeLeading } from './preview-digest.ts'

/**
 * Posts the weekly digest of now to the leading group's channel, in the plan's language, with the interpretation that
 * waits. The one of the schedule comes all the same, and tells what changed since the last one of the schedule. `key` names
 * the posting (the request, or the preview whose button was clicked), so that it stands there once. Returns the channel.
 * @throws DomainError `digest.no_channel` where the plan has none yet, `digest.posted_before` for a key that was posted,
 *   `digest.leader_posts` where a leader approves what that channel gets, and this is none
 */
export async function postDigest(context: Context, actor: Actor, key: string): Promise<{ channel: string }> {
  return changing(context, actor, 'digest.post', async (work) => {
    const { tx, plan, now, roles, audit } = work
    const channel = plan.leadingChannel
    if (channel === null) throw new DomainError('digest.no_channel')
    const first = await findNextLeading(tx, plan)
    // Held before it is read again: the schedule may just take the interpretation that waits.
    if (first) await lockSubscription(tx, first.subscription.id)
    const next = await findNextLeading(tx, plan)
    if (next?.subscription.approval && !roles.has('leader')) throw new DomainError('digest.leader_posts')
    const content = await composeLeading(work, { cadence: 'weekly', language: plan.language }, { at: now, past: false })
    const at = now.toJSDate()
    const deliveries = await oweDigest(tx, plan, { place: channel, key: `digest/post/${plan.id}/${key}`, at }, content)
    if (deliveries.length === 0) throw new DomainError('digest.posted_before')
    const { interpretation } = content
    const interpretedBy = next?.prepared?.interpretedBy ?? null
    const digest = { subscriptionId: null, slot: at, since: null, until: at, state: 'owed' as const, createdAt: at }
    const id = await addDigest(tx, plan.id, { ...digest, content, interpretation, interpretedBy })
    await updateDigest(tx, id, { deliveries })
    // The interpretation went with this one; a digest that is before the leaders keeps its own.
    if (next?.prepared && !next.prepared.content)
      await updateDigest(tx, next.prepared.id, { interpretation: '', interpretedBy: null })
    await audit('digest.post', `digest/${key}`, null, { channel, asOf: content.asOf })
    return { channel }
  })
}
