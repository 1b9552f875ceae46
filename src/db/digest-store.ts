import { type DigestContent, digestContent } from '../domain/digest.ts'
import type { Transaction } from './database.ts'
import { toJson } from './json.ts'

/** A digest as it was made, or (`content` null) what waits for one to be made: its interpretation. */
export type DigestRow = {
  id: number
  subscriptionId: number | null
  since: Date | null
  until: Date
  /** prepared: waits for its slot or for a leader; owed: its messages are, or were sent; dropped: the next told it. */
  state: 'prepared' | 'owed' | 'dropped'
  content: DigestContent | null
  interpretation: string
  interpretedBy: string | null
  /** The keys of its messages. */
  deliveries: string[]
  version: number
}

const columns = {
  id: true,
  subscriptionId: true,
  since: true,
  until: true,
  state: true,
  content: true,
  interpretation: true,
  interpretedBy: true,
  deliveries: true,
  version: true,
} as const

/** What stands in the place of the content of a digest that is still to be made. */
const waiting = {}

function toRow({ content, ...digest }: Omit<DigestRow, 'content'> & { content: unknown }): DigestRow {
  const isWaiting = typeof content === 'object' && content !== null && Object.keys(content).length === 0
  return { ...digest, content: isWaiting ? null : digestContent.parse(content) }
}

/** What is stored of a digest. */
export type DigestFields = {
  subscriptionId: number | null
  slot: Date
  since: Date | null
  until: Date
  state: DigestRow['state']
  content: DigestContent | null
  interpretation: string
  interpretedBy: string | null
  createdAt: Date
}

/** Stores a digest and gives its id. */
export async function addDigest(tx: Transaction, planId: number, digest: DigestFields): Promise<number> {
  const { content, ...fields } = digest
  const data = { planId, ...fields, content: toJson(content ?? waiting) }
  const { id } = await tx.digest.create({ data, select: { id: true } })
  return id
}

/** Writes a digest that is held; those who saw it before see that it changed. */
export async function updateDigest(
  tx: Transaction,
  id: number,
  change: Partial<DigestFields> & { deliveries?: string[]; approvedBy?: string; approvedAt?: Date },
): Promise<void> {
  const { content, ...fields } = change
  const data = { ...fields, ...(content === undefined ? {} : { content: toJson(content ?? waiting) }) }
  await tx.digest.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** A digest of a plan, held until the transaction ends; or null. */
export async function lockDigest(tx: Transaction, planId: number, id: number): Promise<DigestRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Digest" WHERE "planId" = ${planId} AND "id" = ${id} FOR UPDATE`
  return findDigest(tx, planId, id)
}

/** A digest of a plan, or null. */
export async function findDigest(tx: Transaction, planId: number, id: number): Promise<DigestRow | null> {
  const digest = await tx.digest.findFirst({ where: { id, planId }, select: columns })
  return digest && toRow(digest)
}

/** Was a digest of a subscription made for a slot, by whatever clock? */
export async function isDigestMade(tx: Transaction, subscriptionId: number, slot: Date): Promise<boolean> {
  const made = await tx.digest.findFirst({
    where: { subscriptionId, slot, NOT: { content: { equals: waiting } } },
    select: { id: true },
  })
  return made !== null
}

/** What waits of a subscription: the digest that a leader is to approve, or the interpretation of the next one; or null. */
export async function findPrepared(tx: Transaction, subscriptionId: number): Promise<DigestRow | null> {
  const digest = await tx.digest.findFirst({
    where: { subscriptionId, state: 'prepared' },
    orderBy: { id: 'desc' },
    select: columns,
  })
  return digest && toRow(digest)
}

/** The instant up to which a subscription's digests that were delivered by `before` told; null: none was. */
export async function loadWatermark(tx: Transaction, subscriptionId: number, before: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
    SELECT max(digest."until") AS "until"
    FROM "Digest" digest JOIN "Plan" plan ON plan."id" = digest."planId"
    WHERE digest."subscriptionId" = ${subscriptionId} AND digest."state" = 'owed' AND digest."until" < ${before}
      AND NOT EXISTS (
        SELECT 1 FROM unnest(digest."deliveries") AS wanted("key")
          LEFT JOIN "Delivery" delivery
            ON delivery."workspaceId" = plan."workspaceId" AND delivery."dedupeKey" = wanted."key"
        WHERE delivery."state" IS DISTINCT FROM 'sent')`
  return row?.until ?? null
}

/** A message of a digest that was not sent, held until the transaction ends. */
type Undelivered = { digestId: number; key: string; state: 'pending' | 'sending' | 'unknown' | 'dead' }

/** The messages of a subscription's digests that are not sent, held until the transaction ends. */
export async function lockUndelivered(
  tx: Transaction,
  workspaceId: string,
  subscriptionId: number,
): Promise<Undelivered[]> {
  return tx.$queryRaw<Undelivered[]>`
    SELECT digest."id" AS "digestId", delivery."dedupeKey" AS "key", delivery."state"::text AS "state"
    FROM "Digest" digest
      JOIN "Delivery" delivery
        ON delivery."workspaceId" = ${workspaceId} AND delivery."dedupeKey" = ANY(digest."deliveries")
    WHERE digest."subscriptionId" = ${subscriptionId} AND digest."state" = 'owed' AND delivery."state" <> 'sent'
    ORDER BY delivery."id" FOR UPDATE OF delivery`
}

/** Marks digests as told by the next one, and takes back their messages that nobody began to send. */
export async function dropDigests(
  tx: Transaction,
  workspaceId: string,
  ids: readonly number[],
  keys: readonly string[],
) {
  await tx.digest.updateMany({ where: { id: { in: [...ids] } }, data: { state: 'dropped', version: { increment: 1 } } })
  await tx.delivery.deleteMany({ where: { workspaceId, dedupeKey: { in: [...keys] }, state: 'pending' } })
}

/** A digest in a channel, or on its way there. */
export type PostedDigest = { id: number; place: string; cadence: DigestContent['cadence']; postedAt: Date }

/** The digests of a plan that channels got since an instant, or are about to get, the newest first. */
export async function listPosted(
  tx: Transaction,
  { workspaceId, id: planId }: { workspaceId: string; id: number },
  since: Date,
  most: number,
): Promise<PostedDigest[]> {
  const digests = await tx.digest.findMany({
    where: { planId, state: 'owed', createdAt: { gte: since }, deliveries: { isEmpty: false } },
    orderBy: { id: 'desc' },
    select: { id: true, content: true, createdAt: true, deliveries: true },
  })
  const firsts = await tx.delivery.findMany({
    where: { workspaceId, dedupeKey: { in: digests.flatMap(({ deliveries }) => deliveries.slice(0, 1)) } },
    select: { dedupeKey: true, place: true, createdAt: true },
  })
  const found = digests.flatMap(({ id, content, deliveries }) => {
    const first = firsts.find(({ dedupeKey }) => dedupeKey === deliveries[0])
    if (!first || /^[UW]/.test(first.place)) return []
    return [{ id, place: first.place, cadence: digestContent.parse(content).cadence, postedAt: first.createdAt }]
  })
  return found.slice(0, most)
}
