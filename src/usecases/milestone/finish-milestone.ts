import { type MilestoneRow, updateMilestone } from '../../db/milestone-store.ts'
import { parseDoneDay } from '../../domain/milestone/milestone-day.ts'
import { checkMilestoneEvidence } from '../../domain/milestone/milestone-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdMilestone, milestoneSubject } from './hold-milestone.ts'

/** A milestone as it stands after a change; `today` is an ISO day. */
export type ChangedMilestone = { planId: number; today: string; milestone: MilestoneRow }

/** What is said of a milestone that was reached; `day` as typed, empty: today; `version` as for `holdMilestone`. */
export type DoneInput = { no: number; version: number | null; day: string; evidence: string }

/**
 * A unit reports a milestone reached, with evidence. Again: the new evidence and day replace the old, which the trail keeps.
 * @throws DomainError what `checkMilestoneEvidence`, `parseDoneDay` and `holdMilestone` throw
 */
export async function finishMilestone(context: Context, actor: Actor, input: DoneInput): Promise<ChangedMilestone> {
  const evidence = checkMilestoneEvidence(input.evidence)
  return changing(context, actor, 'milestone.keep', async (work) => {
    const doneOn = parseDoneDay(input.day, work.now)
    const milestone = await holdMilestone(work, input.no, input.version)
    const change = { doneOn, evidence, doneBy: actor.userId }
    await updateMilestone(work.tx, milestone.id, change)
    const before = { doneOn: milestone.doneOn, text: milestone.evidence, doneBy: milestone.doneBy }
    await work.audit('milestone.done', milestoneSubject(milestone.no), before, { doneOn, text: evidence })
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), milestone: { ...milestone, ...change } }
  })
}
