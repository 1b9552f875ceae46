import type { Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/client.ts'
import { fullWhile, nextRoom, placePace } from './pacing.ts'

/** So many failures of a message hold up those behind it, half an hour of them; then it is its own trouble, and they pass. */
const holdsUpAtMost = 10

/** The first message of a place; `doubtful`: it may stand in Slack already. */
export type Head = { id: number; place: string; doubtful: boolean; freeAt: Date | null }

/**
 * Whose messages are due when; `own` are those that this process is sending, whatever their lease says, and other leases are
 * over by `leaseNow`.
 */
type Due = { workspaceId: string; now: Date; own: readonly number[]; leaseNow: Date }

/** Up to `most` messages that may go now, the first of each place, the most urgent first. */
export async function listReady(tx: Transaction, due: Due, most: number): Promise<Head[]> {
  const heads = headsOf(due, Prisma.sql`waiting."place" NOT IN (SELECT "place" FROM paced)`)
  return tx.$queryRaw<Head[]>`
    ${heads}
    SELECT ready."id", ready."place", ready."doubtful", place."freeAt"
    FROM (SELECT * FROM heads ORDER BY "priority", "id" LIMIT ${most}) ready
      LEFT JOIN "Place" place ON place."workspaceId" = ${due.workspaceId} AND place."place" = ready."place"
    ORDER BY ready."priority", ready."id"`
}

/** When the first place has room for a message that waits for nothing else; null where none does. */
export async function findNextFree(tx: Transaction, due: Due): Promise<Date | null> {
  const heads = headsOf(due, Prisma.sql`waiting."place" IN (SELECT "place" FROM paced)`)
  const [first] = await tx.$queryRaw<{ freeAt: Date | null }[]>`
    ${heads}
    SELECT min(paced."freeAt") AS "freeAt" FROM heads JOIN paced ON paced."place" = heads."place"`
  return first?.freeAt ? nextRoom(placePace, first.freeAt, due.now) : null
}

/** Whether anything waits for nothing but its pace. */
export async function isAnyDue(tx: Transaction, due: Due): Promise<boolean> {
  const heads = headsOf(due, Prisma.sql`true`)
  return (await tx.$queryRaw<unknown[]>`${heads} SELECT 1 FROM heads LIMIT 1`).length > 0
}

/**
 * `heads`: the first message of every place that nothing is on its way to, of those places that `among` holds for. It is one
 * step down the index to a place that something waits for and one to its first message: those behind it are not looked at,
 * however many they are. What is on its way, and what failed, is little, and is found by its state for all workspaces at once:
 * asked for one workspace, a database without fresh statistics takes it for as good to read everything that waits there.
 */
function headsOf({ workspaceId, now, own, leaseNow }: Due, among: Prisma.Sql): Prisma.Sql {
  const { after, until } = fullWhile(placePace, now)
  return Prisma.sql`
    WITH RECURSIVE waiting AS (
      (SELECT "place" FROM "Delivery"
        WHERE "workspaceId" = ${workspaceId} AND "state" IN ('pending', 'sending', 'unknown')
        ORDER BY "place" LIMIT 1)
      UNION ALL
      SELECT further."place" FROM waiting, LATERAL (
        SELECT "place" FROM "Delivery"
        WHERE "workspaceId" = ${workspaceId} AND "state" IN ('pending', 'sending', 'unknown') AND "place" > waiting."place"
        ORDER BY "place" LIMIT 1) further
    ), busy AS MATERIALIZED (
      SELECT "workspaceId", "place" FROM "Delivery"
      WHERE "state" = 'sending' AND ("leasedUntil" > ${leaseNow} OR "id" = ANY(${[...own]}::int[]))
    ), held AS MATERIALIZED (
      SELECT "workspaceId", "place", "priority", min("id") AS "id" FROM "Delivery"
      WHERE "state" IN ('pending', 'unknown') AND "notBefore" > ${now}
        AND "edits" IS NULL AND "lastError" IS NOT NULL AND "attempts" <= ${holdsUpAtMost}
      GROUP BY 1, 2, 3
    ), paced AS MATERIALIZED (
      SELECT "place", "freeAt" FROM "Place"
      WHERE "workspaceId" = ${workspaceId} AND "freeAt" > ${after} AND "freeAt" <= ${until}
    ), heads AS (
      SELECT head.*, waiting."place"
      FROM waiting CROSS JOIN LATERAL (
        SELECT due."id", due."priority", due."state" <> 'pending' AS "doubtful"
        FROM "Delivery" due
        WHERE due."workspaceId" = ${workspaceId} AND due."place" = waiting."place"
          AND due."state" IN ('pending', 'sending', 'unknown')
          AND CASE due."state" WHEN 'sending' THEN due."leasedUntil" <= ${leaseNow} ELSE due."notBefore" <= ${now} END
          AND CASE WHEN due."edits" IS NULL
            THEN NOT EXISTS (
              SELECT FROM held
              WHERE held."workspaceId" = due."workspaceId" AND held."place" = due."place"
                AND held."priority" = due."priority" AND held."id" < due."id")
            ELSE (
              SELECT original."state" FROM "Delivery" original
              WHERE original."workspaceId" = due."workspaceId" AND original."dedupeKey" = due."edits")
              IN ('pending', 'sending', 'unknown') IS NOT TRUE END
        ORDER BY due."priority", due."id" LIMIT 1) head
      WHERE waiting."place" NOT IN (SELECT "place" FROM busy WHERE "workspaceId" = ${workspaceId}) AND ${among}
    )`
}
