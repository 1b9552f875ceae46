import { listPosted, lockDigest, type PostedDigest, updateDigest } from '../../db/digest-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { takeBack } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing, reading } from '../context.ts'

/** A digest of longer ago is not taken back: everybody has read it. */
const takenBackWithin = { days: 31 }
const listedAtMost = 10

/** The digests that can be taken back, the newest first; `zone`: the plan's. */
export type TakeBackChoices = { planId: number; zone: string; digests: PostedDigest[] }

/** The digests that were posted to channels lately, by hand or by the schedule. */
export async function listTakeBackChoices(context: Context, actor: Actor): Promise<TakeBackChoices> {
  return reading(context, actor, 'digest.take_back', async ({ tx, plan, now }) => ({
    planId: plan.id,
    zone: plan.zone,
    digests: await listPosted(tx, plan, now.minus(takenBackWithin).toJSDate(), listedAtMost),
  }))
}

/**
 * Takes a digest back that was posted by mistake: its messages are deleted where they stand, and not sent where they still
 * wait. `which`: the digest's id, or the place it has in the list, the newest being the first. The next digest of the
 * schedule tells anew what this one told.
 * @throws DomainError `digest.none_to_take_back`, `digest.take_back_unknown` {count}
 */
export async function takeBackDigest(
  context: Context,
  actor: Actor,
  which: { id: number } | { position: number },
): Promise<PostedDigest> {
  return changing(context, actor, 'digest.take_back', async ({ tx, plan, now, audit }) => {
    const at = now.toJSDate()
    const posted = await listPosted(tx, plan, now.minus(takenBackWithin).toJSDate(), listedAtMost)
    if (posted.length === 0) throw new DomainError('digest.none_to_take_back')
    const chosen = 'id' in which ? posted.find(({ id }) => id === which.id) : posted[which.position - 1]
    const digest = chosen && (await lockDigest(tx, plan.id, chosen.id))
    if (!chosen || digest?.state !== 'owed') throw new DomainError('digest.take_back_unknown', { count: posted.length })
    // The last part first, so that what is left for a moment is never without its beginning.
    for (const key of digest.deliveries.toReversed()) await takeBack(tx, { workspaceId: plan.workspaceId, key, at })
    await updateDigest(tx, digest.id, { state: 'dropped' })
    await audit('digest.take_back', `digest/${digest.id}`, { state: 'owed', place: chosen.place }, { state: 'dropped' })
    return chosen
  })
}
