import type { Transaction } from './database.ts'
import { Prisma } from './generated/client.ts'
import { uninstalled } from './installation-store.ts'

/** Messages of the outbox that are not sent, by state; `oldest` is when the first of them was owed. */
export type OutboxBacklog = { state: 'pending' | 'sending' | 'unknown' | 'dead'; count: number; oldest: Date }

/** Slots that are overdue: of the jobs of plans, and of digests; `oldest` is when the first of them was due. */
export type LateSlots = { ledger: 'job' | 'digest'; count: number; oldest: Date | null }

/** The messages that wait or were given up, those that an admin dismissed, or that wait for an installation, left out. */
export async function readOutboxBacklog(tx: Transaction): Promise<OutboxBacklog[]> {
  return tx.$queryRaw<OutboxBacklog[]>`
    SELECT "state"::text AS "state", count(*)::int AS "count", min("createdAt") AS "oldest" FROM "Delivery"
    WHERE "state" IN ('pending', 'sending', 'unknown', 'dead') AND "dismissedAt" IS NULL
      AND "workspaceId" NOT IN (${uninstalled})
    GROUP BY "state"`
}

const plansUninstalled = Prisma.sql`SELECT "id" FROM "Plan" WHERE "workspaceId" IN (${uninstalled})`

/** The slots that were due before an instant and are not done, where the bot is installed. */
export async function readLateSlots(tx: Transaction, before: Date): Promise<LateSlots[]> {
  return tx.$queryRaw<LateSlots[]>`
    SELECT 'job' AS "ledger", count(*)::int AS "count", min("nextRunAt") AS "oldest"
      FROM "JobSlot" WHERE "nextRunAt" < ${before} AND "planId" NOT IN (${plansUninstalled})
    UNION ALL
    SELECT 'digest', count(*)::int, min("nextRunAt")
      FROM "DigestSubscription"
      WHERE "nextRunAt" < ${before} AND "endedAt" IS NULL AND "planId" NOT IN (${plansUninstalled})`
}
