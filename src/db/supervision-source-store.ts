import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'

/** An action that its owner has not reported done, and the task of its issue. */
export type OwedAction = {
  no: number
  text: string
  unitId: number
  unit: string
  dueOn: string
  taskId: number | null
}

/** The actions that are owed, by due day and number. */
export async function listOwedActions(tx: Transaction, planId: number): Promise<OwedAction[]> {
  const actions = await tx.action.findMany({
    where: { planId, state: 'open' },
    orderBy: [{ dueOn: 'asc' }, { no: 'asc' }],
    select: {
      no: true,
      text: true,
      dueOn: true,
      owner: { select: { id: true, name: true } },
      issue: { select: { taskId: true } },
    },
  })
  return actions.map(({ no, text, dueOn, owner, issue }) => ({
    no,
    text,
    unitId: owner.id,
    unit: owner.name,
    dueOn: fromDatabaseDay(dueOn),
    taskId: issue.taskId,
  }))
}

/** The numbers of milestones that are owed and whose task is paused. */
export async function listPausedMilestones(tx: Transaction, planId: number): Promise<number[]> {
  const milestones = await tx.milestone.findMany({
    where: { planId, doneOn: null, removedAt: null, task: { pauses: { some: { endedAt: null } } } },
    select: { no: true },
  })
  return milestones.map(({ no }) => no)
}

/** The newest version of a unit's report on a task in a period; what was withdrawn does not count. */
export type NewestReport = {
  id: number
  taskId: number
  taskNo: number
  unitId: number
  unit: string
  periodKey: string
  state: 'submitted' | 'returned' | 'accepted'
  reason: string
  reportedAt: Date
  decidedAt: Date | null
}

/** The newest version of each unit × task in these periods, by task number. */
export async function listNewestReports(
  tx: Transaction,
  planId: number,
  periodKeys: readonly string[],
): Promise<NewestReport[]> {
  if (periodKeys.length === 0) return []
  const reports = await tx.progressReport.findMany({
    where: {
      planId,
      period: { planId, key: { in: [...periodKeys] } },
      state: { in: ['submitted', 'returned', 'accepted'] },
      task: { retiredAt: null },
    },
    orderBy: { version: 'desc' },
    distinct: ['taskId', 'unitId', 'periodId'],
    select: {
      id: true,
      taskId: true,
      task: { select: { no: true } },
      unitId: true,
      unit: { select: { name: true } },
      period: { select: { key: true } },
      state: true,
      reason: true,
      reportedAt: true,
      decidedAt: true,
    },
  })
  return reports
    .map(({ task, unit, period, state, ...report }) => ({
      ...report,
      taskNo: task.no,
      unit: unit.name,
      periodKey: period.key,
      state: state as NewestReport['state'],
    }))
    .toSorted((one, other) => one.taskNo - other.taskNo || one.id - other.id)
}

/** One version that a unit filed in a period, as the page of a slip tells it. */
export type FiledVersion = {
  taskNo: number
  version: number
  state: string
  reason: string
  reportedAt: Date
  decidedAt: Date | null
}

/** Every version that a unit filed in a period, oldest first. */
export async function listFiledVersions(
  tx: Transaction,
  planId: number,
  unitId: number,
  periodKey: string,
): Promise<FiledVersion[]> {
  const reports = await tx.progressReport.findMany({
    where: { planId, unitId, period: { planId, key: periodKey }, state: { not: 'draft' } },
    orderBy: { id: 'asc' },
    select: {
      task: { select: { no: true } },
      version: true,
      state: true,
      reason: true,
      reportedAt: true,
      decidedAt: true,
    },
  })
  return reports.map(({ task, ...report }) => ({ ...report, taskNo: task.no }))
}
