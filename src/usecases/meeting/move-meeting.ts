import { DateTime } from 'luxon'
import { lockPlan } from '../../db/plan-store.ts'
import { checkMeetingMinutes, resolveStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { settleSettings } from '../../domain/meeting/meeting-settings.ts'
import type { MeetingWords } from '../../domain/meeting/meeting-words.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { changeMeeting, type WhenAndWhere } from './change-meeting.ts'
import { lockOpenMeeting, meetingAt } from './meeting-access.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** A meeting that was moved, and what it was before. */
export type MovedMeeting = { before: SeenMeeting; after: SeenMeeting }

/**
 * Moves a meeting to another day, time, length or place; what is not said stays. See `changeMeeting` for who is told.
 * @throws DomainError `meeting.unchanged` {no}, `meeting.start_taken` {no}, `meeting.move_settings` for settings that are not
 *   those of a single meeting, and what `lockOpenMeeting`, `resolveStart`, `settleSettings` and `changeMeeting` throw
 */
export async function moveMeeting(
  context: Context,
  actor: Actor,
  no: number,
  wish: MeetingWords,
  seen: WhenAndWhere | null = null,
): Promise<MovedMeeting> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const meeting = await lockOpenMeeting(work, no, seen)
    const { minutes, place, ...others } = wish.settings
    if (Object.keys(others).length > 0) throw new DomainError('meeting.move_settings')
    const settings = settleSettings(meeting, {
      minutes: checkMeetingMinutes(minutes ?? meeting.minutes),
      place: place ?? meeting.place,
    })
    const before = DateTime.fromJSDate(meeting.startsAt, { zone: plan.zone })
    const startsAt = newStart(wish, before, now).toJSDate()
    const to = { startsAt, minutes: settings.minutes, place: settings.place }
    if (+to.startsAt === +meeting.startsAt && to.minutes === meeting.minutes && to.place === meeting.place)
      throw new DomainError('meeting.unchanged', { no })
    const taken = await meetingAt(work, startsAt, meeting.id)
    if (taken) throw new DomainError('meeting.start_taken', { no: taken.no })
    const after = await changeMeeting(work, meeting, to)
    return { before: seenMeeting(work, meeting), after: seenMeeting(work, after) }
  })
}

/** The day or the time that was not said stays as it was. */
function newStart(wish: MeetingWords, before: DateTime, now: DateTime): DateTime {
  const { year, month, day, hour, minute } = before
  return resolveStart({ day: wish.day ?? { year, month, day }, time: wish.time ?? { hour, minute } }, now)
}
