import { updateMilestone } from '../../db/milestone-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { parseMilestoneDay } from '../../domain/milestone/milestone-day.ts'
import { checkMilestoneReason } from '../../domain/milestone/milestone-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import type { ChangedMilestone } from './finish-milestone.ts'
import { holdMilestone, milestoneSubject, refuseDone } from './hold-milestone.ts'

/** A new day and why, as typed; `version` as for `holdMilestone`. */
export type MoveInput = { no: number; version: number | null; day: string; reason: string }

/** A milestone with its new day, the day it had, and why. */
export type MovedMilestone = ChangedMilestone & { before: string; reason: string }

/**
 * A unit gives a milestone another day, with a reason; the trail keeps the old one.
 * @throws DomainError what `checkMilestoneReason`, `parseMilestoneDay` and `holdMilestone` throw, `milestone.already_done`
 *   {no}, `milestone.day_same` {day}
 */
export async function moveMilestone(context: Context, actor: Actor, input: MoveInput): Promise<MovedMilestone> {
  const reason = checkMilestoneReason(input.reason)
  return changing(context, actor, 'milestone.keep', async (work) => {
    const dueOn = parseMilestoneDay(input.day, work.now)
    const milestone = await holdMilestone(work, input.no, input.version)
    refuseDone(milestone)
    const before = milestone.dueOn
    if (dueOn === before) throw new DomainError('milestone.day_same', { day: dueOn })
    await updateMilestone(work.tx, milestone.id, { dueOn })
    await work.audit('milestone.move', milestoneSubject(milestone.no), { dueOn: before }, { dueOn, text: reason })
    return {
      planId: work.plan.id,
      today: work.now.toFormat('yyyy-MM-dd'),
      milestone: { ...milestone, dueOn },
      before,
      reason,
    }
  })
}
