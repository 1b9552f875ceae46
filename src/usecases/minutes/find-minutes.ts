import { findMeeting, type MeetingRow } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** A meeting that is over, by its number. @throws DomainError `board.unknown` {no}, `minutes.not_held` {no} */
export async function findHeldMeeting({ tx, plan }: Pick<Work, 'tx' | 'plan'>, no: number): Promise<MeetingRow> {
  const meeting = await findMeeting(tx, plan.id, no)
  if (!meeting || meeting.state === 'draft') throw new DomainError('board.unknown', { no })
  if (meeting.state !== 'held') throw new DomainError('minutes.not_held', { no })
  return meeting
}
