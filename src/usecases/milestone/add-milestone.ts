import { addMilestone as add, countMilestones } from '../../db/milestone-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { parseMilestoneDay } from '../../domain/milestone/milestone-day.ts'
import { checkMilestoneTitle, MILESTONE_LIMITS } from '../../domain/milestone/milestone-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { findKeptTask } from '../task/keep-task.ts'
import { milestoneSubject } from './hold-milestone.ts'

/** A new milestone as it is typed; `unitId` null: the person's only unit that is responsible, for the office the lead. */
export type MilestoneInput = { taskNo: number; unitId: number | null; title: string; day: string }

/** The milestone that was stored; days are ISO days. */
export type AddedMilestone = {
  planId: number
  today: string
  no: number
  taskNo: number
  taskTitle: string
  unit: string
  title: string
  dueOn: string
}

/**
 * A unit sets a milestone of one of its tasks; the office may for it.
 * @throws DomainError what `checkMilestoneTitle`, `parseMilestoneDay` and `findKeptTask` throw, `milestone.too_many` {task, max}
 */
export async function addMilestone(context: Context, actor: Actor, input: MilestoneInput): Promise<AddedMilestone> {
  const title = checkMilestoneTitle(input.title)
  return changing(context, actor, 'milestone.keep', async (work) => {
    const { tx, plan, now } = work
    const dueOn = parseMilestoneDay(input.day, now)
    const { task, unit } = await findKeptTask(work, input.taskNo, input.unitId)
    await lockPlan(tx, plan.id)
    if ((await countMilestones(tx, task.id)) >= MILESTONE_LIMITS.perTask)
      throw new DomainError('milestone.too_many', { task: task.no, max: MILESTONE_LIMITS.perTask })
    const stored = {
      taskId: task.id,
      unitId: unit.id,
      title,
      dueOn,
      createdBy: actor.userId,
      createdAt: now.toJSDate(),
    }
    const no = await add(tx, plan.id, stored)
    const told = { no, taskNo: task.no, unit: unit.name, title, dueOn }
    await work.audit('milestone.add', milestoneSubject(no), null, told)
    return { ...told, planId: plan.id, today: now.toFormat('yyyy-MM-dd'), taskTitle: task.title }
  })
}
