import type { MilestoneFacts, PolicyFacts, RecordedValue, ReportVersion } from '../domain/compilation/records.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** Every version of every report of a period, by task, unit and version. */
export async function listReportVersions(tx: Transaction, planId: number, periodKey: string): Promise<ReportVersion[]> {
  const reports = await tx.progressReport.findMany({
    where: { planId, period: { planId, key: periodKey } },
    orderBy: [{ task: { no: 'asc' } }, { unit: { position: 'asc' } }, { version: 'asc' }],
    select: {
      taskId: true,
      task: { select: { no: true, title: true } },
      unitId: true,
      unit: { select: { name: true } },
      version: true,
      state: true,
      status: true,
      percent: true,
      summary: true,
      practice: true,
      late: true,
      reportedBy: true,
      reportedAt: true,
      decidedBy: true,
      decidedAt: true,
      reason: true,
      evidence: { orderBy: { id: 'asc' }, select: { title: true, url: true } },
    },
  })
  return reports.map(({ task, unit, ...report }) => ({
    ...report,
    taskNo: task.no,
    taskTitle: task.title,
    unit: unit.name,
  }))
}

/** Every value recorded for a plan's targets up to the day `until`, by day and in the order they were recorded. */
export async function listRecordedValues(tx: Transaction, planId: number, until: string): Promise<RecordedValue[]> {
  return tx.$queryRaw<RecordedValue[]>`
    SELECT one."targetId", trim_scale(one."value")::text AS "value", one."asOf"::text AS "asOf",
           unit."name" AS "unit", one."source", one."recordedBy", one."recordedAt"
    FROM "Measurement" one LEFT JOIN "Unit" unit ON unit."id" = one."unitId"
    WHERE one."planId" = ${planId} AND one."asOf" <= ${until}::date
    ORDER BY one."asOf", one."id"`
}

/** The milestones of a plan's present tasks that were not removed, by due day. */
export async function listPlanMilestones(tx: Transaction, planId: number): Promise<MilestoneFacts[]> {
  const milestones = await tx.milestone.findMany({
    where: { planId, removedAt: null, task: { retiredAt: null } },
    orderBy: [{ dueOn: 'asc' }, { no: 'asc' }],
    select: {
      no: true,
      task: { select: { no: true } },
      unit: { select: { name: true } },
      title: true,
      dueOn: true,
      doneOn: true,
      evidence: true,
    },
  })
  return milestones.map(({ task, unit, dueOn, doneOn, ...milestone }) => ({
    ...milestone,
    taskNo: task.no,
    unit: unit.name,
    dueOn: fromDatabaseDay(dueOn),
    doneOn: doneOn && fromDatabaseDay(doneOn),
  }))
}

/** The policies issued up to the day `until` that were not removed, by day. */
export async function listPlanPolicies(tx: Transaction, planId: number, until: string): Promise<PolicyFacts[]> {
  const policies = await tx.policy.findMany({
    where: { planId, removedAt: null, issuedOn: { lte: toDatabaseDay(until) } },
    orderBy: [{ issuedOn: 'asc' }, { id: 'asc' }],
    select: {
      task: { select: { no: true } },
      unit: { select: { name: true } },
      title: true,
      documentNo: true,
      issuedOn: true,
      link: true,
    },
  })
  return policies.map(({ task, unit, issuedOn, ...policy }) => ({
    ...policy,
    taskNo: task.no,
    unit: unit.name,
    issuedOn: fromDatabaseDay(issuedOn),
  }))
}
