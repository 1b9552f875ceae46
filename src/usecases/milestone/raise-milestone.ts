import { findMilestone, lockMilestone, type MilestoneRow } from '../../db/milestone-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { isSlipped } from '../../domain/milestone/milestone-standing.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { refuseDone } from './hold-milestone.ts'
import { type SeenMilestone, seeMilestones, standingIssue } from './see-milestones.ts'

/**
 * The milestone that an issue is raised for, held until the transaction ends, so that it is raised once; null for none. It is
 * held before the plan's row, as everywhere.
 * @throws DomainError `milestone.unknown` {no}, `milestone.already_done` {no}, `milestone.not_slipped` {no, day},
 *   `milestone.issue_stands` {no, issueNo}
 */
export async function milestoneToRaise(work: Work, no: number | null): Promise<MilestoneRow | null> {
  return no === null ? null : raisable(work, no, await lockMilestone(work.tx, work.plan.id, no))
}

/** A milestone an issue may be raised for, and the units of its task, for the form to start with. */
export type RaisableMilestone = { planId: number; milestone: SeenMilestone; unitIds: number[] }

/** What the form of an issue starts with for a slipped milestone. @throws DomainError as `milestoneToRaise` */
export async function showRaisable(context: Context, actor: Actor, no: number): Promise<RaisableMilestone> {
  return reading(context, actor, 'issue.raise', async (work) => {
    const row = raisable(work, no, await findMilestone(work.tx, work.plan.id, no))
    const [milestone] = seeMilestones(work, [row], new Map())
    if (!milestone) throw new DomainError('milestone.unknown', { no })
    const task = (await listTasks(work.tx, work.plan.id)).find(({ id }) => id === row.taskId)
    return { planId: work.plan.id, milestone, unitIds: task?.units.map(({ id }) => id) ?? [] }
  })
}

function raisable({ now }: Work, no: number, milestone: MilestoneRow | null): MilestoneRow {
  if (!milestone || milestone.removedAt !== null) throw new DomainError('milestone.unknown', { no })
  refuseDone(milestone)
  const issueNo = standingIssue(milestone)
  if (issueNo !== null) throw new DomainError('milestone.issue_stands', { no, issueNo })
  if (!isSlipped(milestone, now)) throw new DomainError('milestone.not_slipped', { no, day: milestone.dueOn })
  return milestone
}
