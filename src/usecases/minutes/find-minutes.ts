import { findMeeting, lockMeetingNo, type MeetingRow } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** A meeting that is over, by its number. @throws DomainError `meeting.unknown` {no}, `minutes.not_held` {no} */
export async function findHeldMeeting({ tx, plan }: Pick<Work, 'tx' | 'plan'>, no: number): Promise<MeetingRow> {
  return checkHeld(await findMeeting(tx, plan.id, no), no)
}

/** As {@link findHeldMeeting}; it is held by the transaction until that ends. */
export async function lockHeldMeeting({ tx, plan }: Pick<Work, 'tx' | 'plan'>, no: number): Promise<MeetingRow> {
  return checkHeld(await lockMeetingNo(tx, plan.id, no), no)
}

function checkHeld(meeting: MeetingRow | null, no: number): MeetingRow {
  if (!meeting || meeting.state === 'draft') throw new DomainError('meeting.unknown', { no })
  if (meeting.state !== 'held') throw new DomainError('minutes.not_held', { no })
  return meeting
}
