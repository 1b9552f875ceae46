import type { Transaction } from '../../db/database.ts'
import type { DigestRow } from '../../db/digest-store.ts'
import { listMembers } from '../../db/member-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { approvalNotice } from '../../domain/digest/approval-notice.ts'
import { enqueue, listOwed, nextEditKey } from '../../outbox/enqueue.ts'

/**
 * Puts a prepared digest before every leader of the plan, each by direct message; where it was before, in the place of the
 * message that showed it without its present interpretation. Gives how many leaders there are.
 */
export async function askApproval(
  tx: Transaction,
  { workspaceId, id: planId, language }: PlanRow,
  digest: DigestRow,
  place: string,
  at: Date,
): Promise<number> {
  const { id: digestId, version, content, interpretation } = digest
  if (!content) return 0
  const leaders = (await listMembers(tx, planId)).filter(({ role }) => role === 'leader')
  const payload = {
    planId,
    language,
    digestId,
    version,
    place,
    content: { ...content, interpretation, sections: [] },
    settled: null,
  }
  for (const { userId } of leaders) {
    const first = approvalKey(digestId, userId)
    const edit = await nextEditKey(tx, workspaceId, first)
    const owed = { workspaceId, planId, place: userId, at, kind: 'digest.approval' as const, payload }
    await enqueue(tx, edit ? { ...owed, dedupeKey: edit, edits: first } : { ...owed, dedupeKey: first })
  }
  return leaders.length
}

/**
 * Lets the messages that put a digest before the leaders say that it is settled: `by` that leader, or by a later digest
 * that took its place (null). Whoever settles it holds the digest.
 */
export async function settleApproval(
  tx: Transaction,
  { workspaceId, id: planId }: Pick<PlanRow, 'workspaceId' | 'id'>,
  digestId: number,
  by: string | null,
  at: Date,
): Promise<void> {
  for (const { place, dedupeKey: edits, payload } of await listOwed(tx, workspaceId, approvalKey(digestId, ''))) {
    const dedupeKey = await nextEditKey(tx, workspaceId, edits)
    if (dedupeKey === null) continue
    const settled = { ...approvalNotice.parse(payload), settled: { by } }
    await enqueue(tx, { workspaceId, planId, place, dedupeKey, edits, at, kind: 'digest.approval', payload: settled })
  }
}

/** The key of the message that puts a digest before a leader. */
function approvalKey(digestId: number, userId: string): string {
  return `digest/approval/${digestId}/${userId}`
}
