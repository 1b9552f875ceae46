import type { Transaction } from '../../db/database.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { digestParts } from '../../domain/digest/parts.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { enqueue } from '../../outbox/enqueue.ts'

/**
 * Owes a digest to a place, in as many messages as it takes, each to be sent after the one before it. `key` names it; gives
 * the keys of the messages, none where it was owed already.
 */
export async function oweDigest(
  tx: Transaction,
  { workspaceId, id: planId }: Pick<PlanRow, 'workspaceId' | 'id'>,
  { place, key, at }: { place: string; key: string; at: Date },
  content: DigestContent,
): Promise<string[]> {
  const keys: string[] = []
  for (const payload of digestParts(content)) {
    const dedupeKey = `${key}/${payload.part.no}`
    const follows = keys.at(-1) ?? null
    const owed = {
      workspaceId,
      planId,
      place,
      dedupeKey,
      at,
      kind: 'digest' as const,
      payload: { ...payload, follows },
    }
    if (await enqueue(tx, owed)) keys.push(dedupeKey)
  }
  return keys
}
