import type { DateTime } from 'luxon'
import { appendAudit } from '../../db/audit-store.ts'
import type { Transaction } from '../../db/database.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { composeDigest } from './compose-digest.ts'

/** Who did it, in the audit trail, where no person did. */
const scheduleActor = 'schedule'

/**
 * The weekly digest of a slot: owed to the leading group's channel under the slot's key, so once. Without a channel
 * nothing is owed, and the audit trail says that it was skipped. `missed` earlier slots are caught up by this one.
 */
export async function runWeeklyDigest(
  tx: Transaction,
  plan: PlanRow,
  slot: DateTime,
  now: DateTime,
  missed: number,
): Promise<void> {
  const at = now.toJSDate()
  const dedupeKey = `digest/weekly/${plan.id}/${slot.toUTC().toISO()}`
  const { workspaceId, id: planId, leadingChannel: channel } = plan
  const trace = (action: string, after: unknown) =>
    appendAudit(tx, { workspaceId, planId, userId: scheduleActor, at, action, subject: dedupeKey, before: null, after })
  if (channel === null) return trace('digest.skipped', { reason: 'no_leading_channel', missed })
  const payload = await composeDigest(tx, plan, now, missed)
  await enqueue(tx, { workspaceId, planId, place: channel, dedupeKey, at, kind: 'digest', payload })
  await trace('digest.scheduled', { channel, missed })
}
