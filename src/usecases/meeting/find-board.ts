import { DateTime } from 'luxon'
import { findMeeting, listMeetings, lockMeetingNo, type MeetingRow } from '../../db/meeting-store.ts'
import { listMinutes } from '../../db/minutes-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** A meeting can be started from two hours before its start, and without its number until eight hours after. */
const STARTS_WITHIN = { before: { hours: 2 }, after: { hours: 8 } } as const

/**
 * The meeting to run: of that number, or the one under way, or the published one that starts nearest to now.
 * @throws DomainError `meeting.unknown` {no}, `board.none_near`
 */
export async function findMeetingToRun({ tx, plan, now }: Work, no: number | null): Promise<MeetingRow> {
  if (no !== null) {
    const found = await findMeeting(tx, plan.id, no)
    if (!found || found.state === 'draft') throw new DomainError('meeting.unknown', { no })
    return found
  }
  const running = await listMeetings(tx, plan.id, { states: ['running'] })
  const near = await listMeetings(tx, plan.id, {
    states: ['published'],
    from: now.minus(STARTS_WITHIN.after).toJSDate(),
    until: now.plus(STARTS_WITHIN.before).plus({ milliseconds: 1 }).toJSDate(),
  })
  const distance = (meeting: MeetingRow) => Math.abs(meeting.startsAt.getTime() - now.toMillis())
  const [nearest] = (running.length > 0 ? running : near).toSorted((a, b) => distance(a) - distance(b))
  if (!nearest) throw new DomainError('board.none_near')
  return nearest
}

/** Can a published meeting start now? @throws DomainError `board.too_early` {no, given} */
export function checkStart({ no, startsAt }: MeetingRow, now: DateTime): void {
  const start = DateTime.fromJSDate(startsAt, { zone: now.zone })
  if (start > now.plus(STARTS_WITHIN.before))
    throw new DomainError('board.too_early', { no, given: start.toFormat('yyyy-MM-dd HH:mm') })
}

/**
 * A meeting by its number that is under way, or, where `afterwards`, over with its minutes not signed yet; held until the
 * transaction ends.
 * @throws DomainError `meeting.unknown` {no}, `board.not_running` {no}, `board.held` {no}, `board.signed` {no}
 */
export async function lockBoard({ tx, plan }: Work, no: number, afterwards = false): Promise<MeetingRow> {
  const meeting = await lockMeetingNo(tx, plan.id, no)
  if (!meeting || meeting.state === 'draft') throw new DomainError('meeting.unknown', { no })
  if (meeting.state === 'running') return meeting
  if (meeting.state !== 'held') throw new DomainError('board.not_running', { no })
  if (!afterwards) throw new DomainError('board.held', { no })
  const minutes = await listMinutes(tx, meeting.id)
  if (minutes.some((one) => one.state === 'signed')) throw new DomainError('board.signed', { no })
  return meeting
}
