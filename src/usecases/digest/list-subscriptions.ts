import { DateTime } from 'luxon'
import { listSubscriptions, type SubscriptionRow } from '../../db/digest-subscription-store.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { allows } from '../permissions.ts'

/** A subscription as a person sees it; `nextOn` is the day (ISO, in the plan's zone) of the next one. */
export type SeenSubscription = Pick<
  SubscriptionRow,
  'no' | 'place' | 'cadence' | 'language' | 'sections' | 'approval'
> & {
  nextOn: string
  /** It is the person's own. */
  own: boolean
  mayEnd: boolean
}

/** The digests that channels get, and those that the person subscribed to. */
export type SubscriptionList = { planId: number; subscriptions: SeenSubscription[]; mayForChannels: boolean }

/** Who gets which digest: the channels' for everybody, a person's own for them alone. */
export async function listDigestSubscriptions(context: Context, actor: Actor): Promise<SubscriptionList> {
  return reading(context, actor, 'digest.list', async (work) => {
    const all = await listSubscriptions(work.tx, work.plan.id)
    return {
      planId: work.plan.id,
      mayForChannels: allows(work.roles, 'digest.subscribe_channel'),
      subscriptions: all.filter((one) => isSeen(work, one)).map((one) => seen(work, one)),
    }
  })
}

/** Whether the person may know of a subscription. */
export function isSeen({ actor }: Work, { place }: Pick<SubscriptionRow, 'place'>): boolean {
  return place === actor.userId || !/^[UW]/.test(place)
}

/** A subscription as the person sees it. */
export function seen({ actor, roles, plan }: Work, subscription: SubscriptionRow): SeenSubscription {
  const { no, place, cadence, language, sections, approval, nextRunAt } = subscription
  const own = place === actor.userId
  const nextOn = DateTime.fromJSDate(nextRunAt, { zone: plan.zone }).toFormat('yyyy-MM-dd')
  const mayEnd = own || allows(roles, 'digest.subscribe_channel')
  return { no, place, cadence, language, sections, approval, nextOn, own, mayEnd }
}
