import { type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { callIsDue, draftIsDue, topicDeadline } from '../../domain/meeting/lead-time.ts'
import type { Work } from '../context.ts'
import { factsOf } from './meeting-facts.ts'
import { postMeeting } from './post-meeting.ts'

/**
 * Does what is due before a meeting that is held: calls for topics in its channel, and wants its draft agenda, which is
 * computed outside the transaction. Without a channel the call waits for one. Gives the meeting as it then stands.
 */
export async function prepareMeeting(work: Work, meeting: MeetingRow): Promise<MeetingRow> {
  const { tx, plan, now } = work
  const at = now.toJSDate()
  const call = callIsDue(meeting, now) && (await callForTopics(work, meeting))
  const change = {
    ...(call ? { calledAt: at } : {}),
    ...(draftIsDue(meeting, now) ? { draftWantedAt: at } : {}),
  }
  if (Object.keys(change).length === 0) return meeting
  await updateMeeting(tx, meeting.id, change)
  if (call)
    await work.audit('meeting.call', `meeting/${meeting.no}`, null, { channel: meeting.channel ?? plan.meetingChannel })
  return { ...meeting, ...change, version: meeting.version + 1 }
}

async function callForTopics(work: Work, meeting: MeetingRow): Promise<boolean> {
  const deadline = topicDeadline(meeting, work.plan.zone)
  return postMeeting(work, meeting, { kind: 'meeting.call', payload: { ...factsOf(work.plan, meeting), deadline } })
}
