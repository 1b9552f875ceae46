import type { IssueState } from '../domain/issue.ts'
import type { Transaction } from './database.ts'

/** 问题, with the units whose presence it needs in the document's order. `no` is what people see. */
export type IssueRow = {
  id: number
  no: number
  title: string
  details: string
  severity: number
  minutes: number
  state: IssueState
  mandatory: boolean
  carried: number
  raisedBy: string
  raisedUnitId: number | null
  raisedUnit: string | null
  raisedAt: Date
  /** Since when it stands before the leading group; null: it does not. */
  escalatedAt: Date | null
  closedAt: Date | null
  sourceLink: string | null
  taskId: number | null
  taskNo: number | null
  taskTitle: string | null
  /** The slipped milestone it was raised for. */
  milestone?: { no: number; title: string } | null
  units: { id: number; name: string; nameEn: string | null }[]
  version: number
}

const columns = {
  id: true,
  no: true,
  title: true,
  details: true,
  severity: true,
  minutes: true,
  state: true,
  mandatory: true,
  carried: true,
  raisedBy: true,
  raisedUnitId: true,
  raisedUnit: { select: { name: true } },
  raisedAt: true,
  escalatedAt: true,
  closedAt: true,
  sourceLink: true,
  taskId: true,
  task: { select: { no: true, title: true } },
  milestone: { select: { no: true, title: true } },
  version: true,
  units: {
    orderBy: { unit: { position: 'asc' } },
    select: { unit: { select: { id: true, name: true, nameEn: true } } },
  },
} as const

type Selected = Omit<IssueRow, 'raisedUnit' | 'taskNo' | 'taskTitle' | 'units'> & {
  raisedUnit: { name: string } | null
  task: { no: number; title: string } | null
  units: { unit: IssueRow['units'][number] }[]
}

function toRow({ raisedUnit, task, units, ...issue }: Selected): IssueRow {
  return {
    ...issue,
    raisedUnit: raisedUnit?.name ?? null,
    taskNo: task?.no ?? null,
    taskTitle: task?.title ?? null,
    units: units.map(({ unit }) => unit),
  }
}

/** The issues of a plan in the given states, the oldest first. */
export async function listIssues(
  tx: Transaction,
  planId: number,
  states: readonly IssueState[],
  limit = 10_000,
): Promise<IssueRow[]> {
  const issues = await tx.issue.findMany({
    where: { planId, state: { in: [...states] } },
    orderBy: { no: 'asc' },
    take: limit,
    select: columns,
  })
  return issues.map(toRow)
}

/** The issue of that number, or null. */
export async function findIssue(tx: Transaction, planId: number, no: number): Promise<IssueRow | null> {
  const issue = await tx.issue.findUnique({ where: { planId_no: { planId, no } }, select: columns })
  return issue && toRow(issue)
}

/** The issues of these ids, by number. */
export async function listIssuesById(tx: Transaction, planId: number, ids: readonly number[]): Promise<IssueRow[]> {
  if (ids.length === 0) return []
  const issues = await tx.issue.findMany({
    where: { planId, id: { in: [...ids] } },
    orderBy: { no: 'asc' },
    select: columns,
  })
  return issues.map(toRow)
}

/** The issue of that number, held until the transaction ends; or null. */
export async function lockIssue(tx: Transaction, planId: number, no: number): Promise<IssueRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE "planId" = ${planId} AND "no" = ${no} FOR UPDATE`
  return findIssue(tx, planId, no)
}

/** What becomes of an issue at a meeting or after it. */
export type IssueChange = Partial<Pick<IssueRow, 'state' | 'carried' | 'mandatory' | 'escalatedAt' | 'closedAt'>>

/** Writes an issue that is held by `lockIssue` or `lockIssues`. */
export async function updateIssue(tx: Transaction, id: number, change: IssueChange): Promise<void> {
  await tx.issue.update({ where: { id }, data: { ...change, version: { increment: 1 } } })
}

/** The next issue number of the plan; the plan's row is held until the transaction ends. */
export async function nextIssueNo(tx: Transaction, planId: number): Promise<number> {
  const plan = await tx.plan.update({
    where: { id: planId },
    data: { issueSequence: { increment: 1 } },
    select: { issueSequence: true },
  })
  return plan.issueSequence
}

/** What is stored of a new issue. */
export type NewIssue = Pick<
  IssueRow,
  | 'no'
  | 'taskId'
  | 'title'
  | 'details'
  | 'severity'
  | 'minutes'
  | 'raisedBy'
  | 'raisedUnitId'
  | 'raisedAt'
  | 'sourceLink'
> & {
  mandatory: boolean
  unitIds: readonly number[]
  enterpriseId?: number | null
  milestoneId?: number | null
}

/** Stores an open issue and the units it needs. */
export async function addIssue(tx: Transaction, planId: number, { unitIds, ...issue }: NewIssue): Promise<number> {
  const { id } = await tx.issue.create({ data: { planId, ...issue, state: 'open' }, select: { id: true } })
  await tx.issueUnit.createMany({ data: unitIds.map((unitId) => ({ issueId: id, unitId })) })
  return id
}

/** Marks an issue as one that the next meeting must take, or no longer. */
export async function setMandatory(tx: Transaction, id: number, mandatory: boolean): Promise<void> {
  await tx.issue.update({ where: { id }, data: { mandatory, version: { increment: 1 } } })
}
