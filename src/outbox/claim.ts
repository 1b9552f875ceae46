import type { DateTime } from 'luxon'
import type { Database, Transaction } from '../db/database.ts'
import { findNextFree, type Head, isAnyDue, listReady } from './heads.ts'
import { afterSending, nextRoom, placePace, roomNow, silence, workspacePace } from './pacing.ts'

/** How long a claimed message is this process's alone; then it counts as left behind by a dead one. */
export const leaseSeconds = 120

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

/**
 * What there is to send; `next`: when something may go that waits for nothing but its pace. `closed`: until then nothing goes
 * to the workspace, whatever becomes of what is on its way.
 */
export type Claim = { claimed: Claimed[]; next: Date | null; closed: boolean }

type WorkspacePace = { freeAt: Date | null; silentUntil: Date | null }

/**
 * Claims up to `limit` due messages of a workspace, one a place at most: the first of each place by priority and age, where
 * nothing is on its way there and nothing of the same priority before it waits for another try (edits and deletions have
 * their place already: they wait for nothing but their message). The workspace's row is
 * held, so that all processes keep one pace. `own` are the messages that this process is sending, whatever their lease says;
 * `leaseNow` is the instant by which the leases of others are judged.
 */
export async function claimDue(
  database: Database,
  workspaceId: string,
  at: DateTime,
  limit: number,
  own: readonly number[] = [],
  leaseNow: Date = at.toJSDate(),
): Promise<Claim> {
  const now = at.toJSDate()
  const since = performance.now()
  return database.transaction(async (tx) => {
    const workspace = await lockPace(tx, workspaceId)
    if (!workspace) return { claimed: [], next: null, closed: true }
    const due = { workspaceId, now, own, leaseNow }
    const quiet = silence(workspace.silentUntil, now)
    const room = roomNow(workspacePace, workspace.freeAt, now)
    if (quiet || room === 0) {
      const until = quiet ?? nextRoom(workspacePace, workspace.freeAt, now)
      return { claimed: [], next: (await isAnyDue(tx, due)) ? until : null, closed: true }
    }
    const chosen = await listReady(tx, due, Math.min(limit, room))
    if (chosen.length === 0) return { claimed: [], next: await findNextFree(tx, due), closed: false }
    const freeAt = afterSending(workspacePace, workspace.freeAt, now, chosen.length)
    await tx.workspace.updateMany({ where: { id: workspaceId }, data: { freeAt } })
    await pace(tx, workspaceId, chosen, now)
    const leased = await lease(tx, chosen, leaseNow, at.plus({ seconds: leaseSeconds }).toJSDate())
    return { claimed: leased.map((one) => ({ ...one, since })), next: null, closed: false }
  })
}

/** The workspace's pace, its row held until the transaction ends; null where there is none. */
async function lockPace(tx: Transaction, workspaceId: string): Promise<WorkspacePace | null> {
  const [row] = await tx.$queryRaw<WorkspacePace[]>`
    SELECT "freeAt", "silentUntil" FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`
  return row ?? null
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
async function lease(tx: Transaction, chosen: readonly Head[], leaseNow: Date, leasedUntil: Date) {
  const rows = await tx.$queryRaw<Omit<Claimed, 'doubtful' | 'since'>[]>`
    UPDATE "Delivery" SET "state" = 'sending', "leasedUntil" = ${leasedUntil}, "attempts" = "attempts" + 1
    WHERE "id" = ANY(${chosen.map(({ id }) => id)}::int[])
      AND ("state" IN ('pending', 'unknown') OR ("state" = 'sending' AND "leasedUntil" <= ${leaseNow}))
    RETURNING "id", "workspaceId", "planId", "kind", "payload", "dedupeKey", "place", "priority", "attempts" - 1 AS "attempts",
              "lastError", "createdAt", "edits", "removes", "documents", "leasedUntil"`
  return chosen.flatMap(({ id, doubtful }) => rows.filter((row) => row.id === id).map((row) => ({ ...row, doubtful })))
}
