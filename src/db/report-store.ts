import type { Status } from '../domain/progress-report.ts'
import type { Transaction } from './database.ts'

/** 进展报送: one version of a unit's report on a task in a period. */
export type ReportRow = {
  id: number
  taskId: number
  unitId: number
  periodKey: string
  version: number
  status: Status
  percent: number | null
  summary: string
  late: boolean
  reportedBy: string
  reportedAt: Date
}

const columns = {
  id: true,
  taskId: true,
  unitId: true,
  period: { select: { key: true } },
  version: true,
  status: true,
  percent: true,
  summary: true,
  late: true,
  reportedBy: true,
  reportedAt: true,
} as const

type Selected = Omit<ReportRow, 'periodKey'> & { period: { key: string } }

function toRow({ period, ...report }: Selected): ReportRow {
  return { ...report, periodKey: period.key }
}

/** Holds a unit's responsibility for a task until the transaction ends: versions are counted one after the other. */
export async function lockResponsibility(tx: Transaction, taskId: number, unitId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "TaskUnit" WHERE "taskId" = ${taskId} AND "unitId" = ${unitId} FOR UPDATE`
}

/** The highest version a unit's report on a task has in a period, withdrawn ones counted; 0 when there is none. */
export async function lastVersion(tx: Transaction, taskId: number, unitId: number, periodId: number): Promise<number> {
  const last = await tx.progressReport.aggregate({ where: { taskId, unitId, periodId }, _max: { version: true } })
  return last._max.version ?? 0
}

/** Stores a submitted version. */
export async function addReport(
  tx: Transaction,
  report: { planId: number; periodId: number } & Omit<ReportRow, 'id' | 'periodKey'>,
): Promise<number> {
  const row = await tx.progressReport.create({ data: { ...report, state: 'submitted' }, select: { id: true } })
  return row.id
}

/** A report by its id, with its state, or null when the plan has none such. */
export async function findReport(tx: Transaction, planId: number, id: number) {
  const report = await tx.progressReport.findFirst({ where: { id, planId }, select: { ...columns, state: true } })
  return report && { ...toRow(report), state: report.state }
}

/** Takes back a submitted version; false when it was not in that state any more. */
export async function withdrawReport(tx: Transaction, id: number): Promise<boolean> {
  const { count } = await tx.progressReport.updateMany({
    where: { id, state: 'submitted' },
    data: { state: 'withdrawn' },
  })
  return count === 1
}

/** The newest standing version of each unit × task in a period. */
export async function listPeriodReports(tx: Transaction, planId: number, periodKey: string): Promise<ReportRow[]> {
  const reports = await tx.progressReport.findMany({
    where: { planId, period: { key: periodKey }, state: { in: ['submitted', 'accepted'] } },
    orderBy: { version: 'desc' },
    distinct: ['taskId', 'unitId'],
    select: columns,
  })
  return reports.map(toRow)
}

/** The newest standing version, of any period, of each task that the units report on. */
export async function listLastReports(tx: Transaction, planId: number, unitIds: readonly number[]) {
  const reports = await tx.progressReport.findMany({
    where: { planId, unitId: { in: [...unitIds] }, state: { in: ['submitted', 'accepted'] } },
    orderBy: [{ reportedAt: 'desc' }, { version: 'desc' }],
    distinct: ['taskId', 'unitId'],
    select: columns,
  })
  return reports.map(toRow)
}
