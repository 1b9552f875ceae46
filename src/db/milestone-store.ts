import type { IssueState } from '../domain/issue.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 节点 of a task, with the issues that were raised for it, the newest first. `no` is what people see; days are ISO days. */
export type MilestoneRow = {
  id: number
  no: number
  taskId: number
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  title: string
  dueOn: string
  doneOn: string | null
  evidence: string
  createdBy: string
  createdAt: Date
  doneBy: string | null
  removedAt: Date | null
  version: number
  issues: { no: number; state: IssueState }[]
}

const columns = {
  id: true,
  no: true,
  taskId: true,
  task: { select: { no: true, title: true } },
  unitId: true,
  unit: { select: { name: true } },
  title: true,
  dueOn: true,
  doneOn: true,
  evidence: true,
  createdBy: true,
  createdAt: true,
  doneBy: true,
  removedAt: true,
  version: true,
  issues: { orderBy: { no: 'desc' }, select: { no: true, state: true } },
} as const

type Selected = Omit<MilestoneRow, 'taskNo' | 'taskTitle' | 'unit' | 'dueOn' | 'doneOn'> & {
  task: { no: number; title: string }
  unit: { name: string }
  dueOn: Date
  doneOn: Date | null
}

function toRow({ task, unit, dueOn, doneOn, ...milestone }: Selected): MilestoneRow {
  return {
    ...milestone,
    taskNo: task.no,
    taskTitle: task.title,
    unit: unit.name,
    dueOn: fromDatabaseDay(dueOn),
    doneOn: doneOn && fromDatabaseDay(doneOn),
  }
}

/** Which milestones of a plan to list; days are ISO days, both ends counted. */
export type MilestoneFilter = {
  taskIds?: readonly number[]
  /** Kept by one of these units. */
  unitIds?: readonly number[]
  /** true: not reached yet; false: reached. */
  open?: boolean
  dueFrom?: string
  dueUntil?: string
  doneFrom?: string
  doneUntil?: string
}

/**
 * The milestones of a filter that stand (not removed, of tasks that are not retired), by task, due day and number. One query,
 * whatever their number: what slipped until a day is `{ open: true, dueUntil }`, what was reached in a span `{ doneFrom,
 * doneUntil }`.
 */
export async function listMilestones(
  tx: Transaction,
  planId: number,
  filter: MilestoneFilter = {},
): Promise<MilestoneRow[]> {
  const { taskIds, unitIds, open, dueFrom, dueUntil, doneFrom, doneUntil } = filter
  const milestones = await tx.milestone.findMany({
    where: {
      planId,
      removedAt: null,
      task: { retiredAt: null },
      ...(taskIds ? { taskId: { in: [...taskIds] } } : {}),
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      dueOn: span(dueFrom, dueUntil),
      AND: [
        ...(open === undefined ? [] : [{ doneOn: open ? null : { not: null } }]),
        ...(doneFrom || doneUntil ? [{ doneOn: span(doneFrom, doneUntil) }] : []),
      ],
    },
    orderBy: [{ task: { no: 'asc' } }, { dueOn: 'asc' }, { no: 'asc' }],
    select: columns,
  })
  return milestones.map(toRow)
}

function span(from?: string, until?: string) {
  return { ...(from ? { gte: toDatabaseDay(from) } : {}), ...(until ? { lte: toDatabaseDay(until) } : {}) }
}

/** The milestone of that number, removed or not, or null. */
export async function findMilestone(tx: Transaction, planId: number, no: number): Promise<MilestoneRow | null> {
  const milestone = await tx.milestone.findUnique({ where: { planId_no: { planId, no } }, select: columns })
  return milestone && toRow(milestone)
}

/** The milestone of that number, held until the transaction ends; or null. */
export async function lockMilestone(tx: Transaction, planId: number, no: number): Promise<MilestoneRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Milestone" WHERE "planId" = ${planId} AND "no" = ${no} FOR UPDATE`
  return findMilestone(tx, planId, no)
}

/** How many milestones of a task stand, reached or not. */
export async function countMilestones(tx: Transaction, taskId: number): Promise<number> {
  return tx.milestone.count({ where: { taskId, removedAt: null } })
}

/** What is stored of a new milestone. */
export type NewMilestone = Pick<MilestoneRow, 'taskId' | 'unitId' | 'title' | 'dueOn' | 'createdBy' | 'createdAt'>

/** Stores a milestone under the plan's next number and gives that; the plan's row is held until the transaction ends. */
export async function addMilestone(tx: Transaction, planId: number, milestone: NewMilestone): Promise<number> {
  const { milestoneSequence: no } = await tx.plan.update({
    where: { id: planId },
    data: { milestoneSequence: { increment: 1 } },
    select: { milestoneSequence: true },
  })
  await tx.milestone.create({ data: { ...milestone, planId, no, dueOn: toDatabaseDay(milestone.dueOn) } })
  return no
}

/** What may be written of a milestone. */
export type MilestoneChange = Partial<Pick<MilestoneRow, 'dueOn' | 'doneOn' | 'evidence' | 'doneBy' | 'removedAt'>>

/** Writes a milestone that is held by `lockMilestone`. */
export async function updateMilestone(tx: Transaction, id: number, change: MilestoneChange): Promise<void> {
  const { dueOn, doneOn, ...rest } = change
  const days = {
    ...(dueOn === undefined ? {} : { dueOn: toDatabaseDay(dueOn) }),
    ...(doneOn === undefined ? {} : { doneOn: doneOn && toDatabaseDay(doneOn) }),
  }
  await tx.milestone.update({ where: { id }, data: { ...rest, ...days, version: { increment: 1 } } })
}
