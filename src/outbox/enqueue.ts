import type { Transaction } from '../db/database.ts'
import { isPseudonym } from '../domain/pseudonym.ts'
import { type Notification, notifications } from './notifications.ts'
import { priorityOf } from './priorities.ts'

/** What a deletion is kept as: it shows nothing, so it is none of the notifications. */
const removalKind = 'removal'

/** A message owed to a place (a channel or a person of Slack), once: `dedupeKey` names it in its workspace. */
export type Owed = {
  workspaceId: string
  planId: number
  place: string
  dedupeKey: string
  at: Date
  /** Files that go with it, by the ids of their documents. */
  documents?: readonly number[]
  /** The key of the message that this one takes the place of; older edits of it that are still to be sent are dropped. */
  edits?: string
} & Notification

/**
 * Stores a message that is owed, in the transaction of the change that owes it; false when it was owed already, or to
 * somebody who was erased.
 * @throws ZodError when the payload is not of its kind
 */
export async function enqueue(tx: Transaction, owed: Owed): Promise<boolean> {
  const { workspaceId, planId, place, dedupeKey, at, kind, documents = [], edits = null } = owed
  if (isPseudonym(place)) return false
  const payload = notifications[kind].parse(owed.payload)
  if (edits !== null) await dropPendingEdits(tx, workspaceId, edits)
  const row = { workspaceId, planId, place, dedupeKey, kind, payload, edits, documents: [...documents] }
  const { count } = await tx.delivery.createMany({
    data: [{ ...row, priority: priorityOf(kind), state: 'pending', notBefore: at, createdAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}

/**
 * Takes back a message that was owed under a key: one that was not sent is not sent any more, one that was is deleted where
 * it stands. Gives whether one is to be deleted; taking it back again changes nothing.
 */
export async function takeBack(
  tx: Transaction,
  { workspaceId, key, at }: { workspaceId: string; key: string; at: Date },
): Promise<boolean> {
  await tx.$queryRaw`
    SELECT 1 FROM "Delivery" WHERE "workspaceId" = ${workspaceId} AND "dedupeKey" = ${key} FOR UPDATE`
  const original = await tx.delivery.findUnique({
    where: { workspaceId_dedupeKey: { workspaceId, dedupeKey: key } },
    select: { id: true, planId: true, place: true, priority: true, state: true },
  })
  if (!original) return false
  await dropPendingEdits(tx, workspaceId, key)
  const { id, state, planId, place, priority } = original
  if (state === 'pending' || state === 'dead') {
    const dropped = { state: 'dead', lastError: 'taken_back', dismissedAt: at } as const
    await tx.delivery.updateMany({ where: { id }, data: dropped })
    return false
  }
  const row = { workspaceId, planId, place, priority, dedupeKey: `${key}/removed`, edits: key, removes: true }
  await tx.delivery.createMany({
    data: [{ ...row, kind: removalKind, payload: {}, state: 'pending', notBefore: at, createdAt: at }],
    skipDuplicates: true,
  })
  return true
}

async function dropPendingEdits(tx: Transaction, workspaceId: string, edits: string): Promise<void> {
  await tx.delivery.deleteMany({ where: { workspaceId, edits, removes: false, state: 'pending' } })
}

/**
 * The dedupe key of the next edit of a message that was owed under `key`, or null where none was: later edits have other
 * keys, so none is taken for another. Whoever edits a message holds a row that others who edit it hold too.
 */
export async function nextEditKey(tx: Transaction, workspaceId: string, key: string): Promise<string | null> {
  const last = await tx.delivery.findFirst({
    where: { workspaceId, OR: [{ dedupeKey: key }, { edits: key }] },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return last && `${key}/after/${last.id}`
}

/**
 * The messages that were owed under keys with this beginning, the oldest first; edits of them are left out, and those whose
 * contents are not kept any more.
 */
export async function listOwed(tx: Transaction, workspaceId: string, beginning: string) {
  return tx.delivery.findMany({
    where: { workspaceId, dedupeKey: { startsWith: beginning }, edits: null, NOT: { payload: { equals: {} } } },
    orderBy: { id: 'asc' },
    select: { place: true, dedupeKey: true, kind: true, payload: true },
  })
}
