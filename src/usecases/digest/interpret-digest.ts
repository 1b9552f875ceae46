import { DateTime } from 'luxon'
import { addDigest, updateDigest } from '../../db/digest-store.ts'
import { lockSubscription } from '../../db/digest-subscription-store.ts'
import type { DigestCadence } from '../../domain/digest/slots.ts'
import { INTERPRETATION_LENGTH } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { askApproval } from './ask-approval.ts'
import { findNextLeading } from './leading-subscription.ts'

/** The digest that an interpretation goes with: `nextOn` is its day (ISO, in the plan's zone). */
export type Interpreted = {
  planId: number
  channel: string
  cadence: DigestCadence
  nextOn: string
  /** It is made already and is before the leaders. */
  waitsForApproval: boolean
  text: string
  /** Counts the changes of what is prepared; 0: nothing is. */
  version: number
}

/** The interpretation that waits for the next digest of the leading group's channel, '' where there is none. */
export async function showInterpretation(context: Context, actor: Actor): Promise<Interpreted> {
  return reading(context, actor, 'digest.interpret', async (work) => {
    const next = await loadNext(work)
    return describe(work, next, next.prepared?.interpretation ?? '')
  })
}

/**
 * Writes the office's word of interpretation (解读) that goes with the next digest of the leading group's channel, in the
 * place of an earlier one; '' takes that back. Where that digest is before the leaders already, they are shown it anew. `seen` is
 * the version that a form showed; null: whatever it is.
 * @throws DomainError `digest.no_next` where the channel gets no digest, `digest.interpretation_too_long` {max, length},
 *   `digest.interpreted_meanwhile`
 */
export async function interpretDigest(
  context: Context,
  actor: Actor,
  given: string,
  seen: number | null = null,
): Promise<Interpreted> {
  const text = given.trim()
  const { length } = text
  if (length > INTERPRETATION_LENGTH)
    throw new DomainError('digest.interpretation_too_long', { max: INTERPRETATION_LENGTH, length })
  return changing(context, actor, 'digest.interpret', async (work) => {
    const { tx, plan, now, audit } = work
    await lockSubscription(tx, (await loadNext(work)).subscription.id)
    const next = await loadNext(work)
    const { subscription, prepared } = next
    const subject = `digest/subscription/${subscription.no}`
    if (seen !== null && seen !== (prepared?.version ?? 0))
      throw await changedSince(work, subject, 'digest.interpreted_meanwhile')
    const at = now.toJSDate()
    const change = { interpretation: text, interpretedBy: actor.userId }
    if (prepared) {
      const content = prepared.content && { ...prepared.content, interpretation: text }
      await updateDigest(tx, prepared.id, content ? { ...change, content } : change)
      if (content)
        await askApproval(
          tx,
          plan,
          { ...prepared, ...change, content, version: prepared.version + 1 },
          subscription.place,
          at,
        )
    } else {
      const fields = { subscriptionId: subscription.id, slot: at, since: null, until: at, createdAt: at }
      await addDigest(tx, plan.id, { ...fields, ...change, state: 'prepared', content: null })
    }
    const before = prepared && { text: prepared.interpretation }
    await audit('digest.interpret', subject, before, { text })
    return describe(work, next, text)
  })
}

async function loadNext({ tx, plan }: Work) {
  const next = await findNextLeading(tx, plan)
  if (!next) throw new DomainError(plan.leadingChannel === null ? 'digest.no_channel' : 'digest.no_next')
  return next
}

function describe({ plan }: Work, { subscription, prepared }: Awaited<ReturnType<typeof loadNext>>, text: string) {
  const { place: channel, cadence, nextRunAt } = subscription
  const waitsForApproval = prepared !== null && prepared.content !== null
  const nextOn = DateTime.fromJSDate(nextRunAt, { zone: plan.zone }).toFormat('yyyy-MM-dd')
  return { planId: plan.id, channel, cadence, nextOn, waitsForApproval, text, version: prepared?.version ?? 0 }
}
