import { findPlan, lockPlan, setPlanChannels as set } from '../../db/plan-store.ts'
import { changedFields } from '../../domain/changed-fields.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { keepLeadingSubscription } from '../digest/leading-subscription.ts'

/** The channels a plan posts to, by Slack's ids: agendas to the meeting's, digests to the leading group's. */
export type PlanChannels = { meetingChannel?: string; leadingChannel?: string }

/**
 * Sets where the plan posts, digests among it; a channel that is not given stays as it is, and so does one that a form left as it
 * was (`seen`).
 * @throws DomainError `plan.channels_changed` where another set the same channel since the form was opened
 */
export async function setPlanChannels(
  context: Context,
  actor: Actor,
  given: PlanChannels,
  seen: PlanChannels | null = null,
): Promise<void> {
  await changing(context, actor, 'plan.channels', async (work) => {
    const { tx } = work
    await lockPlan(tx, work.plan.id)
    // As it stands now that it is held: another channel may just have been set.
    const plan = (await findPlan(tx, work.plan.workspaceId, work.plan.id)) ?? work.plan
    const current = { meetingChannel: plan.meetingChannel ?? '', leadingChannel: plan.leadingChannel ?? '' }
    const { wish: channels, clash } = seen
      ? changedFields<PlanChannels>({ meetingChannel: '', leadingChannel: '', ...seen }, given, current)
      : { wish: given, clash: [] }
    if (clash.length > 0) throw await changedSince(work, 'plan/channels', 'plan.channels_changed')
    if (channels.leadingChannel !== undefined) await keepLeadingSubscription({ ...work, plan }, channels.leadingChannel)
    await set(tx, plan.id, channels)
    const { meetingChannel, leadingChannel } = plan
    await work.audit('plan.channels', 'plan/channels', { meetingChannel, leadingChannel }, channels)
  })
}
