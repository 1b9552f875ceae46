import { DateTime } from 'luxon'
import { listAttendance, updateAttendance } from '../../db/attendance-store.ts'
import { findMeeting, lockMeetingNo, type MeetingRow } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeetingFacts, Roster } from '../../domain/meeting/invitation.ts'
import { checkReply, type ReplyWish } from '../../domain/meeting/reply-words.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { factsOf } from './meeting-facts.ts'
import { rosterOf, sendRoster } from './send-roster.ts'
import { showAnswer } from './show-answer.ts'

/** An answer as it was stored, for all units of the person that are on the roster. */
export type StoredReply = { meeting: MeetingFacts; units: string[] } & ReturnType<typeof checkReply>

/**
 * Answers an invitation for the person's units: the last answer before the meeting counts. The convener's roster follows.
 * @throws DomainError `attendance.unknown`, `attendance.closed` {no}, and what {@link checkReply} throws
 */
export async function replyToMeeting(
  context: Context,
  actor: Actor,
  no: number,
  wish: ReplyWish,
): Promise<StoredReply> {
  return changing(context, actor, 'meeting.reply', async (work) => {
    const { tx, plan, now } = work
    const meeting = await lockPublished(work, no)
    const mine = await ownAttendance(work, meeting)
    const start = DateTime.fromJSDate(meeting.startsAt, { zone: plan.zone }).toFormat('HH:mm')
    const answer = checkReply(wish, { startsAt: start, minutes: meeting.minutes })
    const change = { ...answer, repliedBy: actor.userId, repliedAt: now.toJSDate() }
    await updateAttendance(
      tx,
      meeting.id,
      mine.map((one) => one.unitId),
      change,
    )
    await showAnswer(work, meeting, answer)
    await sendRoster(work, meeting)
    const units = mine.map((one) => one.unit)
    await work.audit(
      'meeting.reply',
      `meeting/${no}`,
      mine.map(({ unit, reply }) => ({ unit, reply })),
      { units, ...answer },
    )
    return { meeting: factsOf(plan, meeting), units, ...answer }
  })
}

/** The meeting a person is asked to answer for, before they fill in a form. @throws DomainError as `replyToMeeting` */
export async function replyForm(context: Context, actor: Actor, no: number): Promise<MeetingFacts> {
  return reading(context, actor, 'meeting.reply', async (work) => {
    const meeting = await lockPublished(work, no)
    await ownAttendance(work, meeting)
    return factsOf(work.plan, meeting)
  })
}

/** Who comes to a meeting, by its number. @throws DomainError `meeting.unknown` {no} */
export async function showRoster(context: Context, actor: Actor, no: number): Promise<Roster> {
  return reading(context, actor, 'meeting.roster', async (work) => {
    const meeting = await findMeeting(work.tx, work.plan.id, no)
    if (!meeting) throw new DomainError('meeting.unknown', { no })
    return rosterOf(work, meeting)
  })
}

async function lockPublished({ tx, plan, now }: Work, no: number): Promise<MeetingRow> {
  const meeting = await lockMeetingNo(tx, plan.id, no)
  if (!meeting || meeting.published === 0) throw new DomainError('attendance.unknown')
  if (meeting.state !== 'published' || meeting.startsAt.getTime() <= now.toMillis())
    throw new DomainError('attendance.closed', { no })
  return meeting
}

async function ownAttendance({ tx, units }: Work, meeting: MeetingRow) {
  const mine = (await listAttendance(tx, meeting.id)).filter((one) => units.some((unit) => unit.id === one.unitId))
  if (mine.length === 0) throw new DomainError('attendance.unknown')
  return mine
}
