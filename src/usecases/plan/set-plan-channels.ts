import { lockPlan, setPlanChannels as set } from '../../db/plan-store.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { keepLeadingSubscription } from '../digest/leading-subscription.ts'

/** The channels a plan posts to, by Slack's ids: agendas to the meeting's, digests to the leading group's. */
export type PlanChannels = { meetingChannel?: string; leadingChannel?: string }

/** Sets where the plan posts, digests among it; a channel that is not given stays as it is. */
export async function setPlanChannels(context: Context, actor: Actor, channels: PlanChannels): Promise<void> {
  await changing(context, actor, 'plan.channels', async (work) => {
    const { tx, plan } = work
    await lockPlan(tx, plan.id)
    if (channels.leadingChannel !== undefined) await keepLeadingSubscription(work, channels.leadingChannel)
    await set(tx, plan.id, channels)
    const { meetingChannel, leadingChannel } = plan
    await work.audit('plan.channels', 'plan/channels', { meetingChannel, leadingChannel }, channels)
  })
}
