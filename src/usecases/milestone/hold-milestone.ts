import { findMilestone, lockMilestone, type MilestoneRow } from '../../db/milestone-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import type { Work } from '../context.ts'
import { leadsOf, mayKeep } from '../task/keep-task.ts'

/** How the audit trail names a milestone. */
export function milestoneSubject(no: number): string {
  return `milestone/${no}`
}

/**
 * A milestone that the person may change, held until the transaction ends. `version` is the one a form showed; null: whatever
 * it is.
 * @throws DomainError `milestone.unknown` {no}, `milestone.not_yours` {no, unit}, `milestone.changed_meanwhile` {no}
 */
export async function holdMilestone(work: Work, no: number, version: number | null): Promise<MilestoneRow> {
  const milestone = await ownMilestone(work, no, await lockMilestone(work.tx, work.plan.id, no))
  if (version !== null && version !== milestone.version)
    throw await changedSince(work, milestoneSubject(no), 'milestone.changed_meanwhile', { no })
  return milestone
}

/** As `holdMilestone`, only read. */
export async function readMilestone(work: Work, no: number): Promise<MilestoneRow> {
  return ownMilestone(work, no, await findMilestone(work.tx, work.plan.id, no))
}

/** Refuses what is already reached: its day is history. @throws DomainError `milestone.already_done` {no} */
export function refuseDone({ no, doneOn }: Pick<MilestoneRow, 'no' | 'doneOn'>): void {
  if (doneOn !== null) throw new DomainError('milestone.already_done', { no })
}

async function ownMilestone(work: Work, no: number, milestone: MilestoneRow | null): Promise<MilestoneRow> {
  if (!milestone || milestone.removedAt !== null) throw new DomainError('milestone.unknown', { no })
  const leads = leadsOf(await listTasks(work.tx, work.plan.id)).get(milestone.taskId) ?? []
  if (!mayKeep(work, milestone.unitId, leads))
    throw new DomainError('milestone.not_yours', { no, unit: milestone.unit })
  return milestone
}
