import { findInvitations } from '../../db/invitation-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { type Invitation, invitation } from '../../domain/meeting/invitation.ts'
import { enqueue, nextEditKey } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'

/**
 * Brings the newest invitation of the person who answers up to date, so that it shows the answer. The meeting is held, so
 * answers come one after the other.
 */
export async function showAnswer(
  { tx, plan, now, actor }: Work,
  meeting: MeetingRow,
  answer: NonNullable<Invitation['answer']>,
): Promise<void> {
  const [newest] = await findInvitations(tx, plan.workspaceId, actor.userId, meeting.id)
  const edits = newest?.dedupeKey
  if (!newest || edits === undefined) return
  const { reply, deputy, fromMinute, untilMinute } = answer
  const payload = { ...invitation.parse(newest.payload), answer: { reply, deputy, fromMinute, untilMinute } }
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: actor.userId,
    dedupeKey: (await nextEditKey(tx, plan.workspaceId, edits)) ?? `${edits}/answered`,
    at: now.toJSDate(),
    edits,
    kind: 'meeting.invitation',
    payload,
  })
}
