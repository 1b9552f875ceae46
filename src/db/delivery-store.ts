import type { Transaction } from './database.ts'

/** What the outbox writes where a message has nothing left to change: it was never told to anybody, and is not in anybody's way. */
const consequence = 'original_never_sent'

/** A message that was given up. */
export type DeadRow = { id: number; kind: string; place: string; createdAt: Date; lastError: string | null }

const undismissed = { state: 'dead', dismissedAt: null } as const

/** How many messages of a plan should have gone and have not, and since when the oldest waits; not those still to come. */
export async function countWaiting(
  tx: Transaction,
  planId: number,
  now: Date,
): Promise<{ count: number; oldest: Date | null }> {
  const waiting = await tx.delivery.aggregate({
    where: {
      planId,
      state: { in: ['pending', 'sending', 'unknown'] },
      OR: [{ notBefore: { lte: now } }, { lastError: { not: null } }],
    },
    _count: { _all: true },
    _min: { createdAt: true },
  })
  return { count: waiting._count._all, oldest: waiting._min.createdAt }
}

/** The messages of a plan that were given up and not dismissed, the oldest first; what hangs on one of them is left out. */
export async function listDead(tx: Transaction, planId: number, most: number): Promise<DeadRow[]> {
  return tx.delivery.findMany({
    where: { planId, ...undismissed, OR: [{ lastError: null }, { lastError: { not: consequence } }] },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true, kind: true, place: true, createdAt: true, lastError: true },
  })
}

/** How many there are of them in all. */
export async function countDead(tx: Transaction, planId: number): Promise<number> {
  const where = { planId, ...undismissed, OR: [{ lastError: null }, { lastError: { not: consequence } }] }
  return tx.delivery.count({ where })
}

/** A message of a plan that was given up, held until the transaction ends; or null. */
export async function lockDead(tx: Transaction, planId: number, id: number): Promise<DeadRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Delivery" WHERE "planId" = ${planId} AND "id" = ${id} FOR UPDATE`
  return tx.delivery.findFirst({
    where: { id, planId, ...undismissed },
    select: { id: true, kind: true, place: true, createdAt: true, lastError: true },
  })
}

/**
 * Lets messages that were given up be tried again, with all their attempts: one, or all of a plan. Each is looked for in
 * Slack first, for it may stand. What was given up only for them is tried again, too. Gives how many were named.
 */
export async function reviveDead(tx: Transaction, planId: number, id: number | null, now: Date): Promise<number> {
  const again = { state: 'unknown', attempts: 0, notBefore: now, lastError: null } as const
  const { count } = await tx.delivery.updateMany({
    where: {
      planId,
      ...undismissed,
      ...(id === null ? { OR: [{ lastError: null }, { lastError: { not: consequence } }] } : { id }),
    },
    data: again,
  })
  await tx.delivery.updateMany({ where: { planId, ...undismissed, lastError: consequence }, data: again })
  return count
}

/** Gives a message up for good. */
export async function dismissDead(tx: Transaction, id: number, dismissedAt: Date): Promise<void> {
  await tx.delivery.updateMany({ where: { id, ...undismissed }, data: { dismissedAt } })
}

/** Ends the waits of a plan's messages that failed before; gives how many. */
export async function hurryFailed(tx: Transaction, planId: number, now: Date): Promise<number> {
  const { count } = await tx.delivery.updateMany({
    where: { planId, state: { in: ['pending', 'unknown'] }, lastError: { not: null }, notBefore: { gt: now } },
    data: { notBefore: now },
  })
  return count
}
