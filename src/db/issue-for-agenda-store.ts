import type { IssueState } from '../domain/issue.ts'
import type { Transaction } from './database.ts'

/** Which version of an issue stands, and in which state. */
export type IssueStanding = { id: number; no: number; state: IssueState; version: number }

/** How the issues stand, by number; they are held until the transaction ends, so that they stay so. */
export async function lockIssues(tx: Transaction, planId: number, ids: readonly number[]): Promise<IssueStanding[]> {
  return tx.$queryRaw<IssueStanding[]>`
    SELECT "id", "no", "state"::text AS "state", "version" FROM "Issue"
    WHERE "planId" = ${planId} AND "id" = ANY(${[...ids]}) ORDER BY "id" FOR UPDATE`
}

/** Moves issues, held by `lockIssues`, to another state. */
export async function moveIssues(
  tx: Transaction,
  planId: number,
  ids: readonly number[],
  state: IssueState,
): Promise<void> {
  await tx.issue.updateMany({
    where: { planId, id: { in: [...ids] } },
    data: { state, version: { increment: 1 } },
  })
}

/** How many issues of the plan are in a state. */
export async function countIssues(tx: Transaction, planId: number, state: IssueState): Promise<number> {
  return tx.issue.count({ where: { planId, state } })
}

/** The ids of the issues that are scheduled on a meeting. */
export async function listScheduledIds(tx: Transaction, meetingId: number): Promise<number[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId, issue: { state: 'scheduled' } },
    select: { issueId: true },
  })
  return items.map((item) => item.issueId)
}
