import { findMeeting } from '../../db/meeting-store.ts'
import { summaryOf } from '../../documents/calendar/calendar-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { ownPart } from '../../domain/meeting/own-part.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { addCalendarFile } from './calendar-file.ts'
import { factsOf } from './meeting-facts.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/**
 * Sends a person a meeting's calendar file by direct message: their own times where the agenda has some for their units,
 * else the whole meeting; for one that was cancelled, the file that takes it off.
 * @throws DomainError `meeting.unknown` {no}
 */
export async function sendCalendar(context: Context, actor: Actor, no: number): Promise<SeenMeeting> {
  return changing(context, actor, 'meeting.list', async (work) => {
    const { tx, plan, now, units } = work
    const meeting = await findMeeting(tx, plan.id, no)
    if (!meeting || meeting.state === 'draft') throw new DomainError('meeting.unknown', { no })
    const facts = factsOf(plan, meeting)
    const names = units.map((unit) => unit.name)
    const part = meeting.agenda && ownPart(meeting.agenda, names)
    const { fromMinute, untilMinute } = part ?? { fromMinute: 0, untilMinute: meeting.minutes }
    const description = (part?.items ?? []).map((item) => `#${item.no} ${item.title}`).join('\n')
    const entry = { summary: summaryOf(facts), description, cancelled: meeting.state === 'cancelled' }
    const file = await addCalendarFile(work, meeting, { ...entry, fromMinute, untilMinute })
    await enqueue(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: actor.userId,
      dedupeKey: `meeting.calendar/${meeting.id}/${actor.userId}/${actor.requestKey ?? now.toMillis()}`,
      at: now.toJSDate(),
      documents: [file],
      kind: 'meeting.calendar',
      payload: facts,
    })
    return seenMeeting(work, meeting)
  })
}
