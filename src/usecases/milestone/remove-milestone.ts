import { updateMilestone } from '../../db/milestone-store.ts'
import { checkMilestoneReason } from '../../domain/milestone/milestone-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import type { ChangedMilestone } from './finish-milestone.ts'
import { holdMilestone, milestoneSubject } from './hold-milestone.ts'

/** Which milestone is removed and why; `version` as for `holdMilestone`. */
export type RemovalInput = { no: number; version: number | null; reason: string }

/**
 * A unit takes a milestone out of its timetable, with a reason; the record and its number stay.
 * @throws DomainError what `checkMilestoneReason` and `holdMilestone` throw
 */
export async function removeMilestone(context: Context, actor: Actor, input: RemovalInput): Promise<ChangedMilestone> {
  const reason = checkMilestoneReason(input.reason)
  return changing(context, actor, 'milestone.keep', async (work) => {
    const milestone = await holdMilestone(work, input.no, input.version)
    await updateMilestone(work.tx, milestone.id, { removedAt: work.now.toJSDate() })
    const { title, dueOn, doneOn } = milestone
    await work.audit('milestone.remove', milestoneSubject(milestone.no), { title, dueOn, doneOn }, { text: reason })
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), milestone }
  })
}
