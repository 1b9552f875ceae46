import { DateTime } from 'luxon'
import type { ChangeKind, DigestEvent } from '../domain/digest/changes.ts'
import type { DigestContent } from '../domain/digest.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** The time after `since` (not counted) up to `until` (counted). */
type Window = { since: Date; until: Date }
type PlanKey = { id: number; workspaceId: string; zone: string }

const of =
  (kind: ChangeKind, no: number | null = null) =>
  (at: Date | null): DigestEvent[] =>
    at === null ? [] : [{ at, kind, no }]

/**
 * What happened in a plan in a time, but for values of its targets, in any order. Events that lie outside may be among them.
 * The number of queries does not grow with the plan.
 */
export async function listDigestEvents(tx: Transaction, plan: PlanKey, window: Window): Promise<DigestEvent[]> {
  return [
    ...(await reportEvents(tx, plan.id, window)),
    ...(await issueEvents(tx, plan.id, window)),
    ...(await slipEvents(tx, plan.id, window)),
    ...(await slippedEvents(tx, plan, window)),
    ...(await trailEvents(tx, plan, window)),
  ]
}

/** 配套政策 that were entered in a time and stand, in the order they were entered. */
export async function listNewPolicies(
  tx: Transaction,
  planId: number,
  { since, until }: Window,
): Promise<DigestContent['policies']['named']> {
  const policies = await tx.policy.findMany({
    where: { planId, removedAt: null, task: { retiredAt: null }, createdAt: { gt: since, lte: until } },
    orderBy: { id: 'asc' },
    select: {
      title: true,
      documentNo: true,
      issuedOn: true,
      task: { select: { no: true } },
      unit: { select: { name: true } },
    },
  })
  return policies.map(({ title, documentNo, issuedOn, task, unit }) => {
    return { taskNo: task.no, title, documentNo, unit: unit.name, issuedOn: fromDatabaseDay(issuedOn) }
  })
}

async function reportEvents(tx: Transaction, planId: number, { since, until }: Window): Promise<DigestEvent[]> {
  const within = { gt: since, lte: until }
  const reports = await tx.progressReport.findMany({
    where: { planId, state: { not: 'draft' }, OR: [{ reportedAt: within }, { decidedAt: within }] },
    select: { version: true, state: true, reportedAt: true, decidedAt: true, task: { select: { no: true } } },
  })
  return reports.flatMap(({ version, state, reportedAt, decidedAt, task }) => [
    ...of(version === 1 ? 'report.filed' : 'report.corrected', task.no)(reportedAt),
    ...(state === 'accepted' || state === 'returned' ? of(`report.${state}`, task.no)(decidedAt) : []),
  ])
}

async function issueEvents(tx: Transaction, planId: number, { since, until }: Window): Promise<DigestEvent[]> {
  const within = { gt: since, lte: until }
  const issues = await tx.issue.findMany({
    where: { planId, OR: [{ raisedAt: within }, { closedAt: within }] },
    select: { no: true, raisedAt: true, closedAt: true },
  })
  const decisions = await tx.decision.findMany({
    where: { planId, decidedAt: within },
    select: { outcome: true, decidedAt: true, issue: { select: { no: true } } },
  })
  const actions = await tx.action.findMany({
    where: { planId, createdAt: within },
    select: { no: true, createdAt: true },
  })
  return [
    ...issues.flatMap(({ no, raisedAt, closedAt }) => [
      ...of('issue.raised', no)(raisedAt),
      ...of('issue.closed', no)(closedAt),
    ]),
    ...decisions.flatMap(({ outcome, decidedAt, issue }) => of(`issue.${outcome}`, issue.no)(decidedAt)),
    ...actions.flatMap(({ no, createdAt }) => of('action.made', no)(createdAt)),
  ]
}

async function slipEvents(tx: Transaction, planId: number, { since, until }: Window): Promise<DigestEvent[]> {
  const within = { gt: since, lte: until }
  const slips = await tx.slip.findMany({
    where: { planId, OR: [{ issuedAt: within }, { signedAt: within }, { settledAt: within }] },
    select: { level: true, issuedAt: true, signedAt: true, settledAt: true },
  })
  return slips.flatMap(({ level, issuedAt, signedAt, settledAt }) => [
    ...of(`slip.${level}`)(issuedAt),
    ...of('slip.signed')(signedAt),
    ...(issuedAt === null ? [] : of('slip.settled')(settledAt)),
  ])
}

/** A milestone slips when the day after its own begins without it being done; one entered later, when it is entered. */
async function slippedEvents(tx: Transaction, { id: planId, zone }: PlanKey, window: Window): Promise<DigestEvent[]> {
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
  const { since, until } = window
  const milestones = await tx.milestone.findMany({
    where: {
      planId,
      removedAt: null,
      task: { retiredAt: null },
      dueOn: { lt: toDatabaseDay(dayOf(until)) },
      // One whose day was over before can slip in this time only by being entered in it.
      OR: [{ dueOn: { gte: toDatabaseDay(dayOf(since)) } }, { createdAt: { gt: since } }],
    },
    select: { no: true, dueOn: true, doneOn: true, createdAt: true },
  })
  return milestones.flatMap(({ no, dueOn, doneOn, createdAt }) => {
    if (doneOn !== null && doneOn <= dueOn) return []
    const over = DateTime.fromISO(fromDatabaseDay(dueOn), { zone }).plus({ days: 1 }).toJSDate()
    return of('milestone.slipped', no)(over > createdAt ? over : createdAt)
  })
}

const trailKinds: Readonly<Record<string, ChangeKind>> = {
  'report.withdraw': 'report.withdrawn',
  'issue.withdraw': 'issue.withdrawn',
  'action.report': 'action.reported',
  'action.verify': 'action.verified',
  'milestone.done': 'milestone.done',
  'policy.add': 'policy.issued',
}

/** What only the audit trail tells the instant of. */
async function trailEvents(
  tx: Transaction,
  { id: planId, workspaceId }: PlanKey,
  { since, until }: Window,
): Promise<DigestEvent[]> {
  const lines = await tx.auditEvent.findMany({
    where: { workspaceId, planId, at: { gt: since, lte: until }, action: { in: Object.keys(trailKinds) } },
    select: { at: true, action: true, subject: true },
  })
  return lines.flatMap(({ at, action, subject }) => {
    const kind = trailKinds[action]
    const no = /^(?:issue|action|milestone)\/(\d+)$/.exec(subject)?.[1]
    return kind ? of(kind, no ? Number(no) : null)(at) : []
  })
}
