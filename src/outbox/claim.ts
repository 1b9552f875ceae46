import type { DateTime } from 'luxon'
import type { Database, Transaction } from '../db/database.ts'
import { lockWorkspace } from '../db/workspace-store.ts'
import { afterSending, nextRoom, placePace, roomNow, silence, workspacePace } from './pacing.ts'

/** How long a claimed message is this process's alone; then it counts as left behind by a dead one. */
export const leaseSeconds = 120

/** So many failures of a message hold up those behind it, half an hour of them; then it is its own trouble, and they pass. */
const holdsUpAtMost = 10

/** A message that this process sends now. */
export type Claimed = {
  id: number
  workspaceId: string
  planId: number | null
  kind: string
  payload: unknown
  dedupeKey: string
  place: string
  priority: number
  /** Attempts before this one. */
  attempts: number
  lastError: string | null
  createdAt: Date
  edits: string | null
  removes: boolean
  documents: number[] | null
  /** It may stand in Slack already. */
  doubtful: boolean
  leasedUntil: Date
  /** When its lease began, in milliseconds of the clock that nobody sets (`performance.now`). */
  since: number
}

/** What there is to send; `next`: when something may go that waits for nothing but its pace. */
export type Claim = { claimed: Claimed[]; next: Date | null }

type Head = { id: number; place: string; doubtful: boolean; freeAt: Date | null }

/**
 * Claims up to `limit` due messages of a workspace, one a place at most: the first of each place by priority and age, where
 * nothing is on its way there and nothing of the same priority before it waits for another try (edits and deletions have
 * their place already: they wait for nothing but their message). The workspace's row is
 * held, so that all processes keep one pace. `own` are the messages that this process is sending, whatever their lease says.
 */
export async function claimDue(
  database: Database,
  workspaceId: string,
  at: DateTime,
  limit: number,
  own: readonly number[] = [],
): Promise<Claim> {
  const now = at.toJSDate()
  const since = performance.now()
  return database.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const workspace = await tx.workspace.findUnique({
      where: { id: workspaceId },
      select: { freeAt: true, silentUntil: true },
    })
    const heads = workspace ? await listHeads(tx, workspaceId, now, own) : []
    const [first] = heads
    if (!workspace || !first) return { claimed: [], next: null }
    const quiet = silence(workspace.silentUntil, now)
    if (quiet) return { claimed: [], next: quiet }
    const ready = heads.filter(({ freeAt }) => roomNow(placePace, freeAt, now) > 0)
    const room = roomNow(workspacePace, workspace.freeAt, now)
    if (room === 0) return { claimed: [], next: nextRoom(workspacePace, workspace.freeAt, now) }
    if (ready.length === 0)
      return {
        claimed: [],
        next: soonest(
          heads.map((head) => head.freeAt),
          now,
        ),
      }
    const chosen = ready.slice(0, Math.min(limit, room))
    const freeAt = afterSending(workspacePace, workspace.freeAt, now, chosen.length)
    await tx.workspace.update({ where: { id: workspaceId }, data: { freeAt } })
    await pace(tx, workspaceId, chosen, now)
    const leased = await lease(tx, chosen, now, at.plus({ seconds: leaseSeconds }).toJSDate())
    return { claimed: leased.map((one) => ({ ...one, since })), next: null }
  })
}

/** The first message of every place that could go were it not for its pace, the most urgent place first. */
async function listHeads(tx: Transaction, workspaceId: string, now: Date, own: readonly number[]): Promise<Head[]> {
  return tx.$queryRaw<Head[]>`
    WITH busy AS MATERIALIZED (
      SELECT DISTINCT "place" FROM "Delivery"
      WHERE "workspaceId" = ${workspaceId} AND "state" = 'sending'
        AND ("leasedUntil" > ${now} OR "id" = ANY(${[...own]}::int[]))
    ), held AS MATERIALIZED (
      SELECT "place", "priority", min("id") AS "id" FROM "Delivery"
      WHERE "workspaceId" = ${workspaceId} AND "state" IN ('pending', 'unknown') AND "notBefore" > ${now}
        AND "edits" IS NULL AND "lastError" IS NOT NULL AND "attempts" <= ${holdsUpAtMost}
      GROUP BY 1, 2
    ), early AS MATERIALIZED (
      SELECT edit."id" FROM "Delivery" edit
        JOIN "Delivery" original ON original."workspaceId" = edit."workspaceId" AND original."dedupeKey" = edit."edits"
      WHERE edit."workspaceId" = ${workspaceId} AND edit."edits" IS NOT NULL
        AND edit."state" IN ('pending', 'sending', 'unknown') AND original."state" IN ('pending', 'sending', 'unknown')
    ), heads AS (
      SELECT DISTINCT ON (due."place")
             due."id", due."place", due."priority", due."state" <> 'pending' AS "doubtful"
      FROM "Delivery" due LEFT JOIN held ON held."place" = due."place" AND held."priority" = due."priority"
      WHERE due."workspaceId" = ${workspaceId}
        AND ((due."state" IN ('pending', 'unknown') AND due."notBefore" <= ${now})
          OR (due."state" = 'sending' AND due."leasedUntil" <= ${now}))
        AND (held."id" IS NULL OR due."id" < held."id" OR due."edits" IS NOT NULL)
        AND due."place" NOT IN (SELECT "place" FROM busy)
        AND due."id" NOT IN (SELECT "id" FROM early)
      ORDER BY due."place", due."priority", due."id"
    )
    SELECT heads."id", heads."place", heads."doubtful", place."freeAt"
    FROM heads LEFT JOIN "Place" place ON place."workspaceId" = ${workspaceId} AND place."place" = heads."place"
    ORDER BY heads."priority", heads."id"`
}

async function pace(tx: Transaction, workspaceId: string, chosen: readonly Head[], now: Date): Promise<void> {
  const rows = chosen.map(({ place, freeAt }) => ({ place, freeAt: afterSending(placePace, freeAt, now, 1) }))
  await tx.$executeRaw`
    INSERT INTO "Place" ("workspaceId", "place", "freeAt")
    SELECT ${workspaceId}, paced."place", paced."freeAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS paced("place" text, "freeAt" timestamptz)
    ON CONFLICT ("workspaceId", "place") DO UPDATE SET "freeAt" = EXCLUDED."freeAt"`
}

/** Those that were dropped meanwhile are left out. */
async function lease(tx: Transaction, chosen: readonly Head[], now: Date, leasedUntil: Date) {
  const rows = await tx.$queryRaw<Omit<Claimed, 'doubtful' | 'since'>[]>`
    UPDATE "Delivery" SET "state" = 'sending', "leasedUntil" = ${leasedUntil}, "attempts" = "attempts" + 1
    WHERE "id" = ANY(${chosen.map(({ id }) => id)}::int[])
      AND ("state" IN ('pending', 'unknown') OR ("state" = 'sending' AND "leasedUntil" <= ${now}))
    RETURNING "id", "workspaceId", "planId", "kind", "payload", "dedupeKey", "place", "priority", "attempts" - 1 AS "attempts",
              "lastError", "createdAt", "edits", "removes", "documents", "leasedUntil"`
  return chosen.flatMap(({ id, doubtful }) => rows.filter((row) => row.id === id).map((row) => ({ ...row, doubtful })))
}

function soonest(freeAts: readonly (Date | null)[], now: Date): Date {
  return new Date(Math.min(...freeAts.map((freeAt) => nextRoom(placePace, freeAt, now).getTime())))
}
