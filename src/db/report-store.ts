import type { Status } from '../domain/progress-report.ts'
import type { Evidence } from '../domain/report-evidence.ts'
import { type ReportState, standingOf } from '../domain/report-state.ts'
import type { Transaction } from './database.ts'
import { Prisma } from './generated/client.ts'

/** 进展报送: one version of a unit's report on a task in a period. */
export type ReportRow = {
  id: number
  taskId: number
  unitId: number
  periodKey: string
  version: number
  state: ReportState
  status: Status
  percent: number | null
  summary: string
  /** 经验做法 that the unit offers for the digest; empty: none. */
  practice: string
  /** Filed as "no change since last time". */
  unchanged: boolean
  late: boolean
  reportedBy: string
  reportedAt: Date
  /** By whom and when it was accepted, returned or opened again, with why; null and empty while it waits. */
  decidedBy: string | null
  decidedAt: Date | null
  reason: string
}

const columns = {
  id: true,
  taskId: true,
  unitId: true,
  period: { select: { key: true } },
  version: true,
  state: true,
  status: true,
  percent: true,
  summary: true,
  practice: true,
  unchanged: true,
  late: true,
  reportedBy: true,
  reportedAt: true,
  decidedBy: true,
  decidedAt: true,
  reason: true,
} as const

type Selected = Prisma.ProgressReportGetPayload<{ select: typeof columns }>

function toRow({ period, state, ...report }: Selected): ReportRow {
  // A draft is a row of its own table; the state of that name is stored nowhere.
  return { ...report, state: state as ReportState, periodKey: period.key }
}

/** A unit's responsibility for a task. */
export type Responsibility = { taskId: number; unitId: number }

/**
 * Holds units' responsibilities for tasks until the transaction ends: versions of a report are counted, and decided on,
 * one after the other.
 */
export async function lockResponsibilities(tx: Transaction, pairs: readonly Responsibility[]): Promise<void> {
  if (pairs.length === 0) return
  const values = Prisma.join(pairs.map(({ taskId, unitId }) => Prisma.sql`(${taskId}::int, ${unitId}::int)`))
  await tx.$queryRaw`SELECT 1 FROM "TaskUnit" WHERE ("taskId", "unitId") IN (${values})
    ORDER BY "taskId", "unitId" FOR UPDATE`
}

/** Which versions to list; what is left out does not narrow. */
export type VersionFilter = {
  periodKeys?: readonly string[]
  unitIds?: readonly number[]
  taskIds?: readonly number[]
  ids?: readonly number[]
}

/** Every version of a plan's reports, the withdrawn ones too: the oldest first. */
export async function listVersions(tx: Transaction, planId: number, filter: VersionFilter): Promise<ReportRow[]> {
  const { periodKeys, unitIds, taskIds, ids } = filter
  const reports = await tx.progressReport.findMany({
    where: {
      planId,
      ...(periodKeys ? { period: { planId, key: { in: [...periodKeys] } } } : {}),
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      ...(taskIds ? { taskId: { in: [...taskIds] } } : {}),
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    select: columns,
  })
  return reports.map(toRow)
}

/** What is stored of a new version. */
export type NewReport = Omit<ReportRow, 'id' | 'periodKey' | 'state' | 'decidedBy' | 'decidedAt' | 'reason'> & {
  planId: number
  periodId: number
}

/** Stores a submitted version with its evidence, and gives its id. */
export async function addReport(tx: Transaction, report: NewReport, evidence: readonly Evidence[]): Promise<number> {
  const row = await tx.progressReport.create({ data: { ...report, state: 'submitted' }, select: { id: true } })
  if (evidence.length > 0) {
    await tx.evidence.createMany({ data: evidence.map((one) => ({ ...one, reportId: row.id })) })
  }
  return row.id
}

/** Stores submitted versions that have no evidence, all at once. */
export async function addReports(tx: Transaction, reports: readonly NewReport[]): Promise<void> {
  await tx.progressReport.createMany({ data: reports.map((report) => ({ ...report, state: 'submitted' as const })) })
}

/** A report by its id, or null when the plan has none such. */
export async function findReport(tx: Transaction, planId: number, id: number): Promise<ReportRow | null> {
  const report = await tx.progressReport.findFirst({ where: { id, planId }, select: columns })
  return report && toRow(report)
}

/** What may be written of a version: how the office decided on it, or that its unit took it back. */
export type ReportDecision = Pick<ReportRow, 'state'> & Partial<Pick<ReportRow, 'decidedBy' | 'decidedAt' | 'reason'>>

/** Writes a decision on versions that are in the state `from`; gives how many were. */
export async function decideReports(
  tx: Transaction,
  ids: readonly number[],
  from: ReportState,
  decision: ReportDecision,
): Promise<number> {
  const { count } = await tx.progressReport.updateMany({ where: { id: { in: [...ids] }, state: from }, data: decision })
  return count
}

/** The newest standing version of each unit × task in a period. */
export async function listPeriodReports(tx: Transaction, planId: number, periodKey: string): Promise<ReportRow[]> {
  const versions = await listVersions(tx, planId, { periodKeys: [periodKey] })
  const groups = Map.groupBy(versions, ({ unitId, taskId }) => `${unitId}/${taskId}`)
  return [...groups.values()].flatMap((group) => standingOf(group).standing ?? [])
}

/** The newest version of any period that was not taken back, of each task that the units report on. */
export async function listLastReports(
  tx: Transaction,
  planId: number,
  unitIds: readonly number[],
): Promise<ReportRow[]> {
  const reports = await tx.progressReport.findMany({
    where: { planId, unitId: { in: [...unitIds] }, state: { not: 'withdrawn' } },
    orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    distinct: ['taskId', 'unitId'],
    select: columns,
  })
  return reports.map(toRow)
}

/** The evidence of versions, by the version's id, in the order it was given. */
export async function listEvidence(tx: Transaction, ids: readonly number[]): Promise<Map<number, Evidence[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.evidence.findMany({
    where: { reportId: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { reportId: true, title: true, url: true, fileId: true },
  })
  const groups = Map.groupBy(rows, ({ reportId }) => reportId)
  return new Map([...groups].map(([id, list]) => [id, list.map(({ reportId: _, ...evidence }) => evidence)]))
}
