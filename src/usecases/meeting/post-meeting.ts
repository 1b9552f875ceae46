import type { MeetingRow } from '../../db/meeting-store.ts'
import { summaryOf } from '../../documents/calendar/calendar-words.ts'
import type { MeetingCancelled, MeetingMoved, TopicCall } from '../../domain/meeting/notices.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'
import { addCalendarFile } from './calendar-file.ts'

/** What the channel of a meeting is told of it, with the meeting's calendar file. */
export type MeetingPost =
  | { kind: 'meeting.call'; payload: TopicCall }
  | { kind: 'meeting.moved'; payload: MeetingMoved }
  | { kind: 'meeting.cancelled'; payload: MeetingCancelled }

/**
 * Owes a post to a meeting's channel, with the calendar file as the meeting now stands; false where neither the meeting nor
 * the plan has a channel.
 */
export async function postMeeting(work: Work, meeting: MeetingRow, post: MeetingPost): Promise<boolean> {
  const { tx, plan, now } = work
  const place = meeting.channel ?? plan.meetingChannel
  if (place === null) return false
  const cancelled = post.kind === 'meeting.cancelled'
  const description = post.kind === 'meeting.cancelled' ? post.payload.reason : ''
  const entry = { summary: summaryOf(post.payload), description, cancelled }
  const file = await addCalendarFile(work, meeting, { ...entry, fromMinute: 0, untilMinute: meeting.minutes })
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place,
    dedupeKey: `${post.kind}/${meeting.id}/${meeting.sequence}`,
    at: now.toJSDate(),
    documents: [file],
    ...post,
  })
  return true
}

/** Was it told to the channel, so that every change must be, too? */
export function isAnnounced({ calledAt, published }: Pick<MeetingRow, 'calledAt' | 'published'>): boolean {
  return calledAt !== null || published > 0
}
