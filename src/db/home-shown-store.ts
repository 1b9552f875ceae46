import type { Transaction } from './database.ts'

/** Remembers that a person opened App Home, as the audit trail stands now. */
export async function rememberHome(tx: Transaction, workspaceId: string, userId: string, at: Date): Promise<void> {
  const homeEvent = await lastEvent(tx, workspaceId)
  await tx.person.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, homeOpenedAt: at, homeEvent },
    update: { homeOpenedAt: at, homeEvent },
  })
}

/** Remembers that what a person has open was shown anew, as the audit trail stands now. */
export async function rememberShown(tx: Transaction, workspaceId: string, userId: string): Promise<void> {
  const homeEvent = await lastEvent(tx, workspaceId)
  await tx.person.updateMany({ where: { workspaceId, userId, homeOpenedAt: { not: null } }, data: { homeEvent } })
}

/**
 * Takes at most `take` people who opened App Home since an instant (and before another: beyond it the clock was wrong) and
 * whose plan (that of their choice; without one, any) has later entries in its audit trail than they were shown, the longest
 * ago shown first. Each is marked as shown, so no other process takes them too. The latest entry alone is looked at, for
 * which there is an index.
 */
export async function claimStaleHomes(
  tx: Transaction,
  workspaceId: string,
  { since, until }: { since: Date; until: Date },
  take: number,
): Promise<string[]> {
  const stale = await tx.$queryRaw<{ userId: string }[]>`
    SELECT person."userId" FROM "Person" person
    WHERE person."workspaceId" = ${workspaceId} AND person."homeOpenedAt" BETWEEN ${since} AND ${until}
      AND COALESCE(person."homeEvent", 0) < CASE
        WHEN person."currentPlanId" IS NULL
          THEN (SELECT max("id") FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId})
        ELSE (SELECT max(event."id") FROM "AuditEvent" event
              WHERE event."workspaceId" = person."workspaceId" AND event."planId" = person."currentPlanId") END
    ORDER BY person."homeEvent" NULLS FIRST, person."homeOpenedAt", person."userId"
    LIMIT ${take} FOR UPDATE OF person SKIP LOCKED`
  if (stale.length === 0) return []
  const userIds = stale.map(({ userId }) => userId)
  const homeEvent = await lastEvent(tx, workspaceId)
  await tx.person.updateMany({ where: { workspaceId, userId: { in: userIds } }, data: { homeEvent } })
  return userIds
}

/** Lets people whose App Home could not be shown be shown it at the next chance. */
export async function giveBackHomes(tx: Transaction, workspaceId: string, userIds: readonly string[]): Promise<void> {
  await tx.person.updateMany({ where: { workspaceId, userId: { in: [...userIds] } }, data: { homeEvent: null } })
}

/** Forgets that a person has App Home open: nothing is shown there until they open it again. */
export async function forgetHome(tx: Transaction, workspaceId: string, userId: string): Promise<void> {
  await tx.person.updateMany({ where: { workspaceId, userId }, data: { homeOpenedAt: null } })
}

/** Lets everybody who opened App Home since an instant, and whose plan it is, be shown it anew. */
export async function outdateHomes(
  tx: Transaction,
  plan: { id: number; workspaceId: string },
  since: Date,
): Promise<void> {
  await tx.person.updateMany({
    where: {
      workspaceId: plan.workspaceId,
      homeOpenedAt: { gte: since },
      OR: [{ currentPlanId: plan.id }, { currentPlanId: null }],
    },
    data: { homeEvent: null },
  })
}

async function lastEvent(tx: Transaction, workspaceId: string): Promise<bigint> {
  const [last] = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} ORDER BY "id" DESC LIMIT 1`
  return last?.id ?? 0n
}
