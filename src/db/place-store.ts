import type { Transaction } from './database.ts'

/** A channel or a person that messages go to; with the workspace's own id as `place`, all of them. */
type PlaceKey = { workspaceId: string; place: string }

/** Keeps messages from a place: `freeAt` as its pace reads it. */
export async function quietPlace(tx: Transaction, { workspaceId, place }: PlaceKey, freeAt: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Place" ("workspaceId", "place", "freeAt") VALUES (${workspaceId}, ${place}, ${freeAt})
    ON CONFLICT ("workspaceId", "place") DO UPDATE SET "freeAt" = GREATEST("Place"."freeAt", EXCLUDED."freeAt")`
}

/** Since when messages do not reach a place, or null while they do. */
export async function findTroubleSince(tx: Transaction, workspaceId: string, place: string): Promise<Date | null> {
  const found = await tx.place.findUnique({
    where: { workspaceId_place: { workspaceId, place } },
    select: { troubleSince: true },
  })
  return found?.troubleSince ?? null
}

/** Writes down that messages do not reach a place, and Slack's refusal; true where they did until now. */
export async function recordTrouble(
  tx: Transaction,
  { workspaceId, place }: PlaceKey,
  { refusal, since }: { refusal: string; since: Date },
): Promise<boolean> {
  const key = { workspaceId, place }
  const change = { trouble: refusal, troubleSince: since }
  const first = (await findTroubleSince(tx, workspaceId, place)) === null
  await tx.place.upsert({ where: { workspaceId_place: key }, create: { ...key, ...change }, update: change })
  return first
}

/** Writes down when the office was told of a place first. */
export async function markTold(tx: Transaction, key: PlaceKey, toldAt: Date): Promise<void> {
  await tx.place.updateMany({ where: { ...key, toldAt: null }, data: { toldAt } })
}

/**
 * A message arrived at a place: what was written down against it is over, and against the workspace too, but for a lacking
 * permission, which is over only when the message that needed it arrives.
 */
export async function clearTrouble(
  tx: Transaction,
  { workspaceId, place, lastError }: PlaceKey & { lastError: string | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Place" SET "trouble" = NULL, "troubleSince" = NULL, "toldAt" = NULL
    WHERE "workspaceId" = ${workspaceId} AND "trouble" IS NOT NULL
      AND ("place" = ${place}
        OR ("place" = ${workspaceId} AND ("trouble" <> 'missing_scope' OR "trouble" = ${lastError ?? ''})))`
}

/** Those of some people whom messages do not reach. */
export async function listUnreachable(
  tx: Transaction,
  workspaceId: string,
  places: readonly string[],
): Promise<Set<string>> {
  const found = await tx.place.findMany({
    where: { workspaceId, place: { in: [...places] }, trouble: { not: null } },
    select: { place: true },
  })
  return new Set(found.map(({ place }) => place))
}

/** A place that messages do not reach: Slack's refusal, since when, and how many messages of the plan wait for it. */
export type TroubledRow = { place: string; trouble: string; troubleSince: Date; waiting: number }

/**
 * The places that are not reached, those out of reach longest first: where something of the plan waits or was given up, where
 * more will go (its members and channels), and the workspace's own row. One that nobody writes to any more is left out.
 */
export async function listTroubled(tx: Transaction, workspaceId: string, planId: number): Promise<TroubledRow[]> {
  return tx.$queryRaw<TroubledRow[]>`
    SELECT place."place", place."trouble", place."troubleSince",
           count(*) FILTER (WHERE delivery."state" IN ('pending', 'sending', 'unknown'))::int AS "waiting"
    FROM "Place" place
      LEFT JOIN "Delivery" delivery
        ON delivery."workspaceId" = place."workspaceId" AND delivery."place" = place."place" AND delivery."planId" = ${planId}
    WHERE place."workspaceId" = ${workspaceId} AND place."trouble" IS NOT NULL
    GROUP BY place."workspaceId", place."place"
    HAVING place."place" = ${workspaceId}
      OR count(*) FILTER (WHERE delivery."state" IN ('pending', 'sending', 'unknown')
           OR (delivery."state" = 'dead' AND delivery."dismissedAt" IS NULL)) > 0
      OR place."place" IN (
           SELECT "userId" FROM "Member" WHERE "planId" = ${planId}
           UNION ALL SELECT unnest(ARRAY["meetingChannel", "leadingChannel"]) FROM "Plan" WHERE "id" = ${planId}
           UNION ALL SELECT "place" FROM "DigestSubscription" WHERE "planId" = ${planId} AND "endedAt" IS NULL)
    ORDER BY place."troubleSince", place."place"`
}

/** Lets the places that are not reached, and the workspace where it is not, be tried at once. */
export async function hurryTroubled(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.place.updateMany({ where: { workspaceId, trouble: { not: null } }, data: { freeAt: null } })
  await tx.workspace.updateMany({
    where: { id: workspaceId, places: { some: { place: workspaceId, trouble: { not: null } } } },
    data: { silentUntil: null },
  })
}
