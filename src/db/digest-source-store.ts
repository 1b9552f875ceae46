import type { DigestIssue } from '../domain/digest/issue-lines.ts'
import type { ReportVersion } from '../domain/digest/report-tally.ts'
import type { RecordedMeasurement } from '../domain/digest/target-changes.ts'
import type { DigestContent } from '../domain/digest.ts'
import { type ReportState, standingOf } from '../domain/report-state.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** The instant a digest speaks of: `day` is its day in the plan's zone, `past` that it is not now. */
export type DigestInstant = { at: Date; day: string; past: boolean }

/** Every value of a plan's targets that was recorded up to an instant, in the order they were recorded. */
export async function listRecordedMeasurements(
  tx: Transaction,
  planId: number,
  { at }: DigestInstant,
): Promise<RecordedMeasurement[]> {
  return tx.$queryRaw<RecordedMeasurement[]>`
    SELECT one."targetId", trim_scale(one."value")::text AS "value", one."asOf"::text AS "asOf", one."recordedAt",
           unit."name" AS "unit", one."source"
    FROM "Measurement" one LEFT JOIN "Unit" unit ON unit."id" = one."unitId" AND unit."planId" = ${planId}
    WHERE one."planId" = ${planId} AND one."recordedAt" <= ${at}
    ORDER BY one."id"`
}

/** All versions of a period's reports that were filed up to an instant. */
export async function listReportVersions(
  tx: Transaction,
  planId: number,
  periodKey: string,
  { at }: DigestInstant,
): Promise<ReportVersion[]> {
  return tx.progressReport.findMany({
    where: { planId, period: { planId, key: periodKey }, state: { not: 'draft' }, reportedAt: { lte: at } },
    orderBy: { version: 'asc' },
    select: { taskId: true, unitId: true, version: true, state: true, status: true, decidedAt: true },
  })
}

/**
 * The issues that nothing had settled at an instant: those a meeting must treat first, then the more severe, then the older.
 * Of a past one it is told by their decisions. One of an enterprise has no title here: who it is, is not for everybody.
 */
export async function listUnsettledIssues(
  tx: Transaction,
  planId: number,
  { at, past }: DigestInstant,
): Promise<DigestIssue[]> {
  const then = {
    raisedAt: { lte: at },
    OR: [{ closedAt: null }, { closedAt: { gt: at } }],
    decisions: { none: { outcome: { in: ['decided' as const, 'withdrawn' as const] }, decidedAt: { lte: at } } },
    // One withdrawn without a decision left no other trace than the audit's: it counts as never raised.
    NOT: { state: 'withdrawn' as const, decisions: { none: { outcome: 'withdrawn' as const } } },
  }
  const issues = await tx.issue.findMany({
    where: { planId, ...(past ? then : { state: { in: ['open', 'scheduled'] } }) },
    orderBy: [{ mandatory: 'desc' }, { severity: 'desc' }, { raisedAt: 'asc' }, { no: 'asc' }],
    select: {
      no: true,
      title: true,
      raisedAt: true,
      carried: true,
      escalatedAt: true,
      enterpriseId: true,
      task: { select: { no: true } },
      units: { orderBy: { unit: { position: 'asc' } }, select: { unit: { select: { name: true } } } },
      decisions: { where: { decidedAt: { lte: at } }, select: { outcome: true } },
    },
  })
  return issues.map(({ task, units, decisions, escalatedAt, enterpriseId, ...issue }) => {
    const carried = past ? decisions.filter(({ outcome }) => outcome === 'deferred').length : issue.carried
    return {
      no: issue.no,
      title: enterpriseId === null ? issue.title : '',
      raisedAt: issue.raisedAt,
      carried,
      taskNo: task?.no ?? null,
      escalated: past ? carried >= 2 || decisions.some(({ outcome }) => outcome === 'escalated') : escalatedAt !== null,
      units: units.map(({ unit }) => unit.name),
    }
  })
}

/** The actions that were open at an instant though their day was over, the most overdue first. */
export async function listOverdueActions(tx: Transaction, planId: number, { at, day, past }: DigestInstant) {
  const then = {
    createdAt: { lte: at },
    AND: [
      { OR: [{ settledAt: null }, { settledAt: { gt: at } }] },
      { OR: [{ reportedAt: null }, { reportedAt: { gt: at } }, { state: 'open' as const }] },
    ],
  }
  const actions = await tx.action.findMany({
    where: { planId, dueOn: { lt: toDatabaseDay(day) }, ...(past ? then : { state: 'open' }) },
    orderBy: [{ dueOn: 'asc' }, { no: 'asc' }],
    select: { no: true, text: true, dueOn: true, owner: { select: { name: true } } },
  })
  return actions.map(({ owner, dueOn, ...action }) => ({
    ...action,
    owner: owner.name,
    dueOn: fromDatabaseDay(dueOn),
  }))
}

/**
 * The slips that stood at an instant, of each matter the one that was issued last, and the red ones that waited for a
 * leader, the oldest first.
 */
export async function listStandingSlips(tx: Transaction, planId: number, { at }: DigestInstant) {
  const open = (column: 'settledAt' | 'withdrawnAt') => ({ OR: [{ [column]: null }, { [column]: { gt: at } }] })
  const slips = await tx.slip.findMany({
    where: {
      planId,
      createdAt: { lte: at },
      AND: [open('settledAt'), open('withdrawnAt'), { NOT: { state: 'declined', decidedAt: { lte: at } } }],
    },
    orderBy: { id: 'asc' },
    select: {
      level: true,
      issuedAt: true,
      signedAt: true,
      dueOn: true,
      items: true,
      subject: true,
      unit: { select: { id: true, name: true } },
    },
  })
  const latest = new Map(
    slips.flatMap((slip) =>
      slip.issuedAt && slip.issuedAt <= at ? [[`${slip.subject}/${slip.unit.id}/${slip.dueOn.getTime()}`, slip]] : [],
    ),
  )
  const kept = new Set(latest.values())
  const standing = slips.filter((slip) => slip.issuedAt === null || slip.issuedAt > at || kept.has(slip))
  return standing.map(({ level, issuedAt, signedAt, dueOn, items, unit }) => {
    const state = issuedAt === null || issuedAt > at ? 'proposed' : signedAt && signedAt <= at ? 'signed' : 'issued'
    return {
      level,
      state,
      unit: unit.name,
      dueOn: fromDatabaseDay(dueOn),
      items: Array.isArray(items) ? items.length : 0,
    }
  })
}

/** The milestones whose day was over at an instant and that were not done, the oldest first. */
export async function listSlippedMilestones(
  tx: Transaction,
  planId: number,
  { at, day }: DigestInstant,
): Promise<DigestContent['slippedMilestones']['named']> {
  const milestones = await tx.milestone.findMany({
    where: {
      planId,
      createdAt: { lte: at },
      dueOn: { lt: toDatabaseDay(day) },
      AND: [
        { OR: [{ removedAt: null }, { removedAt: { gt: at } }] },
        { OR: [{ doneOn: null }, { doneOn: { gt: toDatabaseDay(day) } }] },
      ],
      task: { retiredAt: null },
    },
    orderBy: [{ dueOn: 'asc' }, { no: 'asc' }],
    select: {
      no: true,
      title: true,
      dueOn: true,
      task: { select: { no: true } },
      unit: { select: { name: true } },
    },
  })
  return milestones.map(({ no, title, dueOn, task, unit }) => {
    return { no, taskNo: task.no, title, unit: unit.name, dueOn: fromDatabaseDay(dueOn) }
  })
}

/** 经验做法 of the reports that stand and were filed after `since` and up to `until`, in the order they were filed. */
export async function listPractices(
  tx: Transaction,
  planId: number,
  { since, until }: { since: Date; until: Date },
): Promise<DigestContent['practices']['named']> {
  const reports = await tx.progressReport.findMany({
    where: {
      planId,
      reportedAt: { gt: since, lte: until },
      state: { in: ['submitted', 'accepted', 'returned'] },
    },
    orderBy: { id: 'asc' },
    select: {
      taskId: true,
      unitId: true,
      periodId: true,
      practice: true,
      version: true,
      state: true,
      task: { select: { no: true } },
      unit: { select: { name: true } },
    },
  })
  // A correction takes the place of what it corrects, and one that was returned leaves none in its place.
  const versions = reports.map(({ state, ...report }) => ({ ...report, state: state as ReportState }))
  const groups = Map.groupBy(versions, ({ taskId, unitId, periodId }) => `${taskId}/${unitId}/${periodId}`)
  return [...groups.values()]
    .flatMap((group) => standingOf(group).standing ?? [])
    .filter(({ practice }) => practice !== '')
    .map(({ practice, task, unit }) => ({ taskNo: task.no, unit: unit.name, text: practice }))
}
