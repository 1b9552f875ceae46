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

/**
 * The ids of the issues that are scheduled on a meeting. An issue that left it and came back to the backlog may stand on a
 * later agenda since: it is scheduled on the one that took it last.
 */
export async function listScheduledIds(tx: Transaction, meetingId: number): Promise<number[]> {
  const items = await tx.$queryRaw<{ issueId: number }[]>`
    SELECT item."issueId" FROM "AgendaItem" item JOIN "Issue" issue ON issue."id" = item."issueId"
    WHERE item."meetingId" = ${meetingId} AND issue."state" = 'scheduled'
      AND NOT EXISTS (SELECT 1 FROM "AgendaItem" later WHERE later."issueId" = item."issueId" AND later."id" > item."id")
    ORDER BY item."position"`
  return items.map((item) => item.issueId)
}
