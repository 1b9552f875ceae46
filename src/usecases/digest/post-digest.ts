import { DomainError } from '../../domain/errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { composeDigest } from './compose-digest.ts'

/**
 * Posts the digest of now to the leading group's channel, in the plan's language. `key` names the posting (the request, or
 * the preview whose button was clicked), so that it stands there once. Returns the channel.
 * @throws DomainError `digest.no_channel` where the plan has none yet, `digest.posted_before` for a key that was posted
 */
export async function postDigest(context: Context, actor: Actor, key: string): Promise<{ channel: string }> {
  return changing(context, actor, 'digest.post', async ({ tx, plan, now, audit }) => {
    const channel = plan.leadingChannel
    if (channel === null) throw new DomainError('digest.no_channel')
    const payload = await composeDigest(tx, plan, now)
    const fresh = await enqueue(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: channel,
      dedupeKey: `digest/post/${plan.id}/${key}`,
      at: now.toJSDate(),
      kind: 'digest',
      payload,
    })
    if (!fresh) throw new DomainError('digest.posted_before')
    await audit('digest.post', `digest/${key}`, null, { channel, asOf: payload.asOf })
    return { channel }
  })
}
