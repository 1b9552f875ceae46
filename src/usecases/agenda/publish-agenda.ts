import { DateTime } from 'luxon'
import { lockIssues, moveIssues } from '../../db/issue-for-agenda-store.ts'
import {
  type AgendaPlace,
  findLatestDraftBy,
  findMeeting,
  type MeetingRow,
  markPublished,
} from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextIssueState } from '../../domain/issue.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'

/** What was published, and to which channel. */
export type PublishedAgenda = { notice: AgendaNotice; channel: string }

/**
 * Publishes a draft (null: the person's own latest): it is posted to the meeting channel and its issues are scheduled.
 * Of two who publish at once, or publish drafts that share an issue, one succeeds.
 * @throws DomainError `agenda.no_draft`, `agenda.unknown` when a newer draft replaced it, `agenda.already_published`,
 *   `agenda.no_channel`, `agenda.start_passed`, `agenda.issues_changed` {issues} when the draft is out of date
 */
export async function publishAgenda(
  context: Context,
  actor: Actor,
  meetingId: number | null,
): Promise<PublishedAgenda> {
  return changing(context, actor, 'agenda.publish', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const id = meetingId ?? (await findLatestDraftBy(tx, plan.id, actor.userId))
    if (id === null) throw new DomainError('agenda.no_draft')
    const found = await findMeeting(tx, plan.id, id)
    if (!found) throw new DomainError('agenda.unknown')
    const { meeting, places } = found
    checkPublishable(meeting, now)
    if (plan.meetingChannel === null) throw new DomainError('agenda.no_channel')
    await scheduleIssues(work, places)
    await markPublished(tx, id, actor.userId, now.toJSDate())
    const issues = meeting.notice.items.map((item) => item.no)
    await work.audit(
      'agenda.publish',
      `meeting/${id}`,
      { state: 'draft', issues: 'open' },
      { state: 'published', startsAt: meeting.notice.startsAt, scheduled: issues },
    )
    await enqueue(tx, {
      kind: 'agenda.published',
      payload: meeting.notice,
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: plan.meetingChannel,
      dedupeKey: `agenda.published/${id}`,
      at: now.toJSDate(),
    })
    return { notice: meeting.notice, channel: plan.meetingChannel }
  })
}

function checkPublishable({ state, startsAt }: MeetingRow, now: DateTime): void {
  const start = DateTime.fromJSDate(startsAt, { zone: now.zone })
  const given = start.toFormat('yyyy-MM-dd HH:mm')
  if (state !== 'draft') throw new DomainError('agenda.already_published', { given })
  if (start <= now) throw new DomainError('agenda.start_passed', { given })
}

/** Every issue must still be open, and as it was when it was scored. */
async function scheduleIssues({ tx, plan }: Work, places: readonly AgendaPlace[]): Promise<void> {
  const ids = places.map((place) => place.issueId)
  const drafted = new Map(places.map((place) => [place.issueId, place.issueVersion]))
  const standing = await lockIssues(tx, plan.id, ids)
  const changed = standing.filter((issue) => issue.state !== 'open' || issue.version !== drafted.get(issue.id))
  if (changed.length > 0) {
    throw new DomainError('agenda.issues_changed', { issues: changed.map((issue) => `#${issue.no}`) })
  }
  await moveIssues(tx, plan.id, ids, nextIssueState('open', 'schedule'))
}
