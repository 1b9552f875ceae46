import { listScheduledIds, lockIssues, moveIssues } from '../../db/issue-for-agenda-store.ts'
import { type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { nextIssueState } from '../../domain/issue.ts'
import { checkReason } from '../../domain/meeting/meeting-settings.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { takeBackDeferrals } from '../decision/take-back-deferrals.ts'
import type { WhenAndWhere } from './change-meeting.ts'
import { disinviteAll } from './invite-units.ts'
import { lockOpenMeeting } from './meeting-access.ts'
import { factsOf } from './meeting-facts.ts'
import { isAnnounced, postMeeting } from './post-meeting.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** A meeting that was cancelled, and the numbers of its issues, which are open again. */
export type CancelledMeeting = { meeting: SeenMeeting; reopened: number[] }

/**
 * Cancels a meeting: its issues are open again, those put off from it were not carried over, its draft is dropped, and whoever knew of it is told, with a file that
 * takes it from their calendars.
 * @throws DomainError what `checkReason` and `lockOpenMeeting` throw
 */
export async function cancelMeeting(
  context: Context,
  actor: Actor,
  no: number,
  reason: string,
  seen: WhenAndWhere | null = null,
): Promise<CancelledMeeting> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    await lockPlan(work.tx, work.plan.id)
    return cancelLocked(work, await lockOpenMeeting(work, no, seen), checkReason(reason))
  })
}

/** Cancels a meeting that is held by `lockMeeting`. */
export async function cancelLocked(work: Work, meeting: MeetingRow, reason: string): Promise<CancelledMeeting> {
  const { tx, plan } = work
  const scheduled = await lockIssues(tx, plan.id, await listScheduledIds(tx, meeting.id))
  const reopened = scheduled.filter((issue) => issue.state === 'scheduled')
  const ids = reopened.map((issue) => issue.id)
  await moveIssues(tx, plan.id, ids, nextIssueState('scheduled', 'unschedule'))
  await takeBackDeferrals(work, meeting.id, () => true)
  const change = { state: 'cancelled' as const, cancelReason: reason, draft: null, sequence: meeting.sequence + 1 }
  await updateMeeting(tx, meeting.id, change)
  const after: MeetingRow = { ...meeting, ...change, version: meeting.version + 1 }
  if (isAnnounced(meeting))
    await postMeeting(work, after, { kind: 'meeting.cancelled', payload: { ...factsOf(plan, after), reason } })
  await disinviteAll(work, after, reason)
  const nos = reopened.map((issue) => issue.no).sort((a, b) => a - b)
  await work.audit('meeting.cancel', `meeting/${meeting.no}`, { state: meeting.state }, { reason, reopened: nos })
  return { meeting: seenMeeting(work, after), reopened: nos }
}
