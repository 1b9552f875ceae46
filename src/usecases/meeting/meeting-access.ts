import { listMeetings, lockMeetingNo, type MeetingRow } from '../../db/meeting-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { MEETING_MINUTES } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import {
  LEAD_DAYS,
  type MeetingSettings,
  type SettingsWish,
  settleSettings,
} from '../../domain/meeting/meeting-settings.ts'
import { changedSince } from '../changed-since.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'

/**
 * A meeting that can still be moved or cancelled, by its number, held until the transaction ends.
 * @throws DomainError `meeting.unknown` {no}, `meeting.already_running`, `meeting.already_held`, `meeting.already_cancelled`
 *   {no}, `meeting.changed_meanwhile` {no} where it is not when and where a form showed it (`seen`)
 */
export async function lockOpenMeeting(
  work: Work,
  no: number,
  seen: Pick<MeetingRow, 'startsAt' | 'minutes' | 'place'> | null = null,
): Promise<MeetingRow> {
  const { tx, plan } = work
  const meeting = await lockMeetingNo(tx, plan.id, no)
  if (!meeting) throw new DomainError('meeting.unknown', { no })
  if (meeting.state === 'running') throw new DomainError('meeting.already_running', { no })
  if (meeting.state === 'held') throw new DomainError('meeting.already_held', { no })
  if (meeting.state === 'cancelled')
    throw await changedSince(work, `meeting/${no}`, 'meeting.already_cancelled', { no })
  const { startsAt, minutes, place } = meeting
  if (seen && (+seen.startsAt !== +startsAt || seen.minutes !== minutes || seen.place !== place))
    throw await changedSince(work, `meeting/${no}`, 'meeting.changed_meanwhile', { no })
  return meeting
}

/** Another meeting of the plan that stands at this instant; null where there is none. */
export async function meetingAt({ tx, plan }: Work, startsAt: Date, except: number | null): Promise<MeetingRow | null> {
  const until = new Date(startsAt.getTime() + 1)
  const states = ['draft', 'planned', 'published', 'running'] as const
  const there = await listMeetings(tx, plan.id, { states, from: startsAt, until })
  return there.find((meeting) => meeting.id !== except) ?? null
}

/**
 * The settings of a new meeting or series: what was wished, else the usual; its convener the person where they convene
 * meetings, else the plan's first convener.
 * @throws DomainError `meeting.convener_unknown` for one who may not plan meetings, and what `settleSettings` throws
 */
export async function newSettings(work: Work, wish: SettingsWish): Promise<MeetingSettings> {
  const conveners = (await listMembers(work.tx, work.plan.id)).filter((member) => member.role === 'convener')
  const { userId } = work.actor
  const convener = work.roles.has('convener') ? userId : (conveners[0]?.userId ?? userId)
  const usual = { minutes: MEETING_MINUTES.usual, place: '', channel: null, convener, ...LEAD_DAYS }
  return changedSettings(work, usual, wish)
}

/** Settings with a change, checked. @throws DomainError as {@link newSettings} */
export async function changedSettings(
  { tx, plan }: Pick<Work, 'tx' | 'plan'>,
  start: MeetingSettings,
  wish: SettingsWish,
): Promise<MeetingSettings> {
  const settings = settleSettings(start, wish)
  if (settings.convener === start.convener && wish.convener === undefined) return settings
  const own = (await listMembers(tx, plan.id)).filter((member) => member.userId === settings.convener)
  if (!allows(new Set(own.map((member) => member.role)), 'meeting.plan'))
    throw new DomainError('meeting.convener_unknown')
  return settings
}
