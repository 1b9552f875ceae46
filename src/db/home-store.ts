import { type DigestContent, digestContent } from '../domain/digest.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'
import type { ReportState } from './generated/enums.ts'

/** A slip as App Home names it; `no` null: it has no number before a leader approved it. Days are ISO days. */
export type HomeSlip = {
  id: number
  year: number | null
  no: number | null
  level: 'blue' | 'yellow' | 'red'
  kind: 'report' | 'action' | 'milestone' | 'visit'
  subject: string
  unit: string
  dueOn: string
}

/** Slips of a plan in a state, the oldest first: `issued` ones wait for their unit, `proposed` ones for a leader. */
export async function listHomeSlips(
  tx: Transaction,
  planId: number,
  state: 'issued' | 'proposed',
  unitIds?: readonly number[],
): Promise<HomeSlip[]> {
  const slips = await tx.slip.findMany({
    where: { planId, state, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      year: true,
      no: true,
      level: true,
      kind: true,
      subject: true,
      unit: { select: { name: true } },
      dueOn: true,
    },
  })
  return slips.map(({ unit, dueOn, ...slip }) => ({ ...slip, unit: unit.name, dueOn: fromDatabaseDay(dueOn) }))
}

/** The newest version of a unit's report on a task in a period that was not withdrawn. */
export type NewestReport = { taskId: number; unitId: number; state: ReportState; late: boolean }

/** The newest version of each unit × task in a period, withdrawn ones left out. */
export async function listNewestReports(tx: Transaction, planId: number, periodKey: string): Promise<NewestReport[]> {
  return tx.progressReport.findMany({
    where: { planId, period: { key: periodKey }, state: { notIn: ['withdrawn', 'draft'] } },
    orderBy: { version: 'desc' },
    distinct: ['taskId', 'unitId'],
    select: { taskId: true, unitId: true, state: true, late: true },
  })
}

/** How many joint reports, of whichever period, wait for the office: the newest version of a lead that it did not decide. */
export async function countToReview(tx: Transaction, planId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count"
    FROM (SELECT DISTINCT ON ("taskId", "unitId", "periodId") "taskId", "unitId", "state" FROM "ProgressReport"
          WHERE "planId" = ${planId} AND "state" NOT IN ('withdrawn', 'draft')
          ORDER BY "taskId", "unitId", "periodId", "version" DESC) newest
      JOIN "TaskUnit" USING ("taskId", "unitId")
    WHERE newest."state" = 'submitted' AND "TaskUnit"."role" = 'lead'`
  return Number(row?.count ?? 0)
}

/** The minutes and amendments (their number above 0) that were put before the leaders as they stand. */
export async function listMinutesToSign(tx: Transaction, planId: number) {
  const drafts = await tx.minutes.findMany({
    where: { state: 'draft', meeting: { planId }, submitted: { not: null } },
    orderBy: { id: 'asc' },
    select: { number: true, version: true, submitted: true, meeting: { select: { no: true } } },
  })
  return drafts
    .filter(({ submitted, version }) => submitted === version)
    .map(({ number, version, meeting }) => ({ no: meeting.no, number, version }))
}

/** The digests that wait for a leader, the oldest first; one without a content is still to be made and does not. */
export async function listToApprove(tx: Transaction, planId: number) {
  const digests = await tx.digest.findMany({
    where: { planId, state: 'prepared', subscription: { approval: true } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true, createdAt: true, content: true, subscription: { select: { cadence: true } } },
  })
  return digests
    .filter(({ content }) => Object.keys(content ?? {}).length > 0)
    .map(({ id, version, createdAt: since, subscription }) => ({
      ...{ id, version, since },
      cadence: subscription?.cadence ?? ('weekly' as const),
    }))
}

/** The digest that was posted to a channel last, with what it told where that is still to be read; or null. */
export async function findLastDigest(
  tx: Transaction,
  planId: number,
): Promise<{ sentAt: Date; channel: string; content: DigestContent | null } | null> {
  const found = await tx.delivery.findFirst({
    where: { planId, kind: 'digest', state: 'sent', place: { startsWith: 'C' } },
    orderBy: { id: 'desc' },
    select: { sentAt: true, place: true, payload: true },
  })
  if (!found?.sentAt) return null
  return { sentAt: found.sentAt, channel: found.place, content: digestContent.safeParse(found.payload).data ?? null }
}

/**
 * The issues that a person or their units raised and that were closed, or withdrawn by the office, since an instant; the
 * newest first.
 */
export async function listSettledIssues(
  tx: Transaction,
  planId: number,
  { since, userId, unitIds }: { since: Date; userId: string; unitIds: readonly number[] },
) {
  return tx.issue.findMany({
    where: {
      planId,
      AND: [
        { OR: [{ raisedBy: userId }, { raisedUnitId: { in: [...unitIds] } }] },
        {
          OR: [
            { state: 'closed', closedAt: { gte: since } },
            { state: 'withdrawn', decisions: { some: { outcome: 'withdrawn', decidedAt: { gte: since } } } },
          ],
        },
      ],
    },
    orderBy: { no: 'desc' },
    take: 50,
    select: { no: true, title: true, state: true },
  })
}
