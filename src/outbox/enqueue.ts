import type { Transaction } from '../db/database.ts'
import { type Notification, notifications } from './notifications.ts'

/** A message owed to a place (a channel or a person of Slack), once: `dedupeKey` names it in its workspace. */
export type Owed = { workspaceId: string; planId: number; place: string; dedupeKey: string; at: Date } & Notification

/**
 * Stores a message that is owed, in the transaction of the change that owes it; false when it was owed already.
 * @throws ZodError when the payload is not of its kind
 */
export async function enqueue(tx: Transaction, owed: Owed): Promise<boolean> {
  const { workspaceId, planId, place, dedupeKey, at, kind } = owed
  const payload = notifications[kind].parse(owed.payload)
  const { count } = await tx.delivery.createMany({
    data: [{ workspaceId, planId, place, dedupeKey, kind, payload, state: 'pending', notBefore: at, createdAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}
