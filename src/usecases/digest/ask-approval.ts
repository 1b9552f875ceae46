import type { Transaction } from '../../db/database.ts'
import type { DigestRow } from '../../db/digest-store.ts'
import { listMembers } from '../../db/member-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { enqueue, nextEditKey } from '../../outbox/enqueue.ts'

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
  const payload = { planId, language, digestId, version, place, content: { ...content, interpretation, sections: [] } }
  for (const { userId } of leaders) {
    const first = `digest/approval/${digestId}/${userId}`
    const edit = await nextEditKey(tx, workspaceId, first)
    const owed = { workspaceId, planId, place: userId, at, kind: 'digest.approval' as const, payload }
    await enqueue(tx, edit ? { ...owed, dedupeKey: edit, edits: first } : { ...owed, dedupeKey: first })
  }
  return leaders.length
}
