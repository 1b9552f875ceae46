import { addMeeting, lockMeeting, type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { resolveStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeetingSettings } from '../../domain/meeting/meeting-settings.ts'
import type { MeetingWords } from '../../domain/meeting/meeting-words.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { meetingAt, newSettings } from './meeting-access.ts'
import { prepareMeeting } from './prepare-meeting.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/**
 * Plans a single meeting, at 15:00 where no time is said. A start whose agenda a convener is only drafting becomes a
 * planned meeting, with its draft. It may be on a holiday: who says the day is told so.
 * @throws DomainError `meeting.day_missing`, `meeting.start_taken` {no}, and what `resolveStart` and `newSettings` throw
 */
export async function planMeeting(context: Context, actor: Actor, wish: MeetingWords): Promise<SeenMeeting> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    if (wish.day === null) throw new DomainError('meeting.day_missing')
    const start = resolveStart(wish, now)
    const settings = await newSettings(work, wish.settings)
    const there = await meetingAt(work, start.toJSDate(), null)
    if (there && there.state !== 'draft') throw new DomainError('meeting.start_taken', { no: there.no })
    const meeting = there
      ? await adopt(work, there, settings)
      : await addMeeting(tx, plan.id, {
          ...settings,
          startsAt: start.toJSDate(),
          state: 'planned',
          createdBy: actor.userId,
          createdAt: now.toJSDate(),
        })
    await work.audit('meeting.plan', `meeting/${meeting.no}`, null, { startsAt: start.toISO(), ...settings })
    return seenMeeting(work, await prepareMeeting(work, meeting))
  })
}

async function adopt({ tx, plan }: Work, { id }: MeetingRow, settings: MeetingSettings): Promise<MeetingRow> {
  const meeting = await lockMeeting(tx, plan.id, id)
  if (!meeting) throw new Error('the meeting that was just found is not there')
  const draft = meeting.draft && {
    ...meeting.draft,
    notice: { ...meeting.draft.notice, minutes: settings.minutes, place: settings.place },
  }
  const change = { ...settings, state: 'planned' as const, draft }
  await updateMeeting(tx, id, change)
  return { ...meeting, ...change, version: meeting.version + 1 }
}
