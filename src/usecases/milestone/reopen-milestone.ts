import { updateMilestone } from '../../db/milestone-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkMilestoneReason } from '../../domain/milestone/milestone-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import type { ChangedMilestone } from './finish-milestone.ts'
import { holdMilestone, milestoneSubject } from './hold-milestone.ts'
import type { RemovalInput } from './remove-milestone.ts'

/**
 * A unit takes back that a milestone was reached, with a reason: it is owed by its day again; the trail keeps the evidence.
 * @throws DomainError what `checkMilestoneReason` and `holdMilestone` throw, `milestone.not_done` {no}
 */
export async function reopenMilestone(context: Context, actor: Actor, input: RemovalInput): Promise<ChangedMilestone> {
  const reason = checkMilestoneReason(input.reason)
  return changing(context, actor, 'milestone.keep', async (work) => {
    const milestone = await holdMilestone(work, input.no, input.version)
    const { id, no, doneOn, evidence: text, doneBy } = milestone
    if (doneOn === null) throw new DomainError('milestone.not_done', { no })
    const change = { doneOn: null, evidence: '', doneBy: null }
    await updateMilestone(work.tx, id, change)
    await work.audit('milestone.reopen', milestoneSubject(no), { doneOn, text, doneBy }, { text: reason })
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), milestone: { ...milestone, ...change } }
  })
}
