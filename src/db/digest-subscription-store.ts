import type { DigestCadence } from '../domain/digest/slots.ts'
import type { Transaction } from './database.ts'
import { uninstalled } from './installation-store.ts'

/** Who gets which digest. `no` counts the plan's subscriptions in the order they were made, ended ones among them. */
export type SubscriptionRow = {
  id: number
  no: number
  /** A channel or a person, by Slack's id. */
  place: string
  cadence: DigestCadence
  language: string
  sections: string[]
  approval: boolean
  nextRunAt: Date
  createdBy: string
  createdAt: Date
}

/** The subscriptions of a plan that have not ended, the oldest first. */
export async function listSubscriptions(tx: Transaction, planId: number): Promise<SubscriptionRow[]> {
  return tx.$queryRaw<SubscriptionRow[]>`
    SELECT * FROM (
      SELECT "id", "place", "cadence"::text AS "cadence", "language", "sections", "approval", "nextRunAt", "createdBy",
             "createdAt", "endedAt", (row_number() OVER (ORDER BY "id"))::int AS "no"
      FROM "DigestSubscription" WHERE "planId" = ${planId}
    ) numbered
    WHERE "endedAt" IS NULL ORDER BY "id"`
}

/** Stores a subscription and gives its id. */
export async function addSubscription(
  tx: Transaction,
  planId: number,
  subscription: Omit<SubscriptionRow, 'id' | 'no'>,
): Promise<number> {
  const { id } = await tx.digestSubscription.create({ data: { planId, ...subscription }, select: { id: true } })
  return id
}

/** Ends a subscription. */
export async function endSubscription(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.digestSubscription.update({ where: { id }, data: { endedAt: at } })
}

/** Lets the subscriptions of one place go to another. */
export async function moveSubscriptions(tx: Transaction, planId: number, from: string, to: string): Promise<number> {
  const { count } = await tx.digestSubscription.updateMany({
    where: { planId, place: from, endedAt: null },
    data: { place: to },
  })
  return count
}

/** A subscription that is due. */
export type DueSubscription = { id: number; planId: number; workspaceId: string; nextRunAt: Date }

/**
 * Claims the subscription that is due longest until the transaction ends; rows another process works on, those in `except`,
 * and those of workspaces that uninstalled the bot are passed over.
 */
export async function claimDueSubscription(
  tx: Transaction,
  now: Date,
  except: readonly number[],
): Promise<DueSubscription | null> {
  const [row] = await tx.$queryRaw<DueSubscription[]>`
    SELECT one."id", one."planId", plan."workspaceId", one."nextRunAt"
    FROM "DigestSubscription" one JOIN "Plan" plan ON plan."id" = one."planId"
    WHERE one."nextRunAt" <= ${now} AND one."endedAt" IS NULL AND NOT one."id" = ANY(${[...except]})
      AND plan."workspaceId" NOT IN (${uninstalled})
    ORDER BY one."nextRunAt", one."id" LIMIT 1 FOR UPDATE OF one SKIP LOCKED`
  return row ?? null
}

/** A subscription that was moved on while the clock was wrong; `lastSlot` is the latest slot that a digest was made for. */
export type AstraySubscription = {
  id: number
  planId: number
  workspaceId: string
  cadence: DigestCadence
  nextRunAt: Date
  lastSlot: Date | null
}

/** The subscriptions that were made, or had a digest made, after `believed`: an instant that the clock cannot have shown. */
export async function listAstraySubscriptions(tx: Transaction, believed: Date): Promise<AstraySubscription[]> {
  return tx.$queryRaw<AstraySubscription[]>`
    SELECT * FROM (
      SELECT one."id", one."planId", plan."workspaceId", one."cadence"::text AS "cadence", one."nextRunAt", one."createdAt",
             (SELECT max(digest."slot") FROM "Digest" digest WHERE digest."subscriptionId" = one."id") AS "lastSlot"
      FROM "DigestSubscription" one JOIN "Plan" plan ON plan."id" = one."planId"
      WHERE one."nextRunAt" > ${believed} AND one."endedAt" IS NULL
    ) later WHERE "createdAt" > ${believed} OR "lastSlot" > ${believed}`
}

/** Lets a subscription be due earlier, unless it was moved on meanwhile. */
export async function pullSubscription(tx: Transaction, id: number, from: Date, nextRunAt: Date): Promise<void> {
  await tx.digestSubscription.updateMany({ where: { id, nextRunAt: from }, data: { nextRunAt } })
}

/** Holds a subscription until the transaction ends: what waits for it is written one after the other. */
export async function lockSubscription(tx: Transaction, id: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "DigestSubscription" WHERE "id" = ${id} FOR UPDATE`
}

/** Writes down when a subscription is due next. */
export async function advanceSubscription(tx: Transaction, id: number, nextRunAt: Date): Promise<void> {
  await tx.digestSubscription.update({ where: { id }, data: { nextRunAt } })
}
