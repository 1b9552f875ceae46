import { findPlan, lockPlan, setPlanChannels as set } from '../../db/plan-store.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { keepLeadingSubscription } from '../digest/leading-subscription.ts'

/** The channels a plan posts to, by Slack's ids: agendas to the meeting's, digests to the leading group's. */
export type PlanChannels = { meetingChannel?: string; leadingChannel?: string }

/** Sets where the plan posts, digests among it; a channel that is not given stays as it is. */
export async function setPlanChannels(context: Context, actor: Actor, channels: PlanChannels): Promise<void> {
  await changing(context, actor, 'plan.channels', async (work) => {
    const { tx } = work
    await lockPlan(tx, work.plan.id)
    // As it stands now that it is held: another channel may just have been set.
    const plan = (await findPlan(tx, work.plan.workspaceId, work.plan.id)) ?? work.plan
    if (channels.leadingChannel !== undefined) await keepLeadingSubscription({ ...work, plan }, channels.leadingChannel)
    await set(tx, plan.id, channels)
    const { meetingChannel, leadingChannel } = plan
    await work.audit('plan.channels', 'plan/channels', { meetingChannel, leadingChannel }, channels)
  })
}
