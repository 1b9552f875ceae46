import { DateTime } from 'luxon'
import { addWorkingDays } from '../calendar.ts'
import type { LeadDays } from './meeting-settings.ts'
import type { MeetingState } from './meeting-state.ts'

/** What is asked of a meeting before it takes place. */
export type ComingMeeting = LeadDays & {
  startsAt: Date
  state: MeetingState
  calledAt: Date | null
  draftWantedAt: Date | null
  draftSentAt: Date | null
}

/** The ISO day that lies so many working days before a meeting, in the plan's zone. */
export function leadDay(startsAt: Date, days: number, zone: string): string {
  return addWorkingDays(DateTime.fromJSDate(startsAt, { zone }), -days).toFormat('yyyy-MM-dd')
}

/** Until which ISO day topics are taken: the day its draft is made, else the working day before the meeting. */
export function topicDeadline({ startsAt, draftDays }: Pick<ComingMeeting, 'startsAt' | 'draftDays'>, zone: string) {
  return leadDay(startsAt, draftDays || 1, zone)
}

/**
 * Is it time to call for topics? Once a meeting, from the day that was set for it until the deadline, for it makes no
 * sense after that.
 */
export function callIsDue(meeting: ComingMeeting, now: DateTime): boolean {
  const { state, callDays, calledAt, startsAt } = meeting
  if (state !== 'planned' || callDays === 0 || calledAt !== null || startsAt <= now.toJSDate()) return false
  const today = now.toFormat('yyyy-MM-dd')
  const zone = now.zoneName ?? 'utc'
  return leadDay(startsAt, callDays, zone) <= today && today < topicDeadline(meeting, zone)
}

/** Is it time for the draft agenda? Once a meeting, from the day that was set for it until it starts. */
export function draftIsDue(meeting: ComingMeeting, now: DateTime): boolean {
  const { state, draftDays, draftWantedAt, draftSentAt, startsAt } = meeting
  if ((state !== 'planned' && state !== 'draft') || draftDays === 0 || startsAt <= now.toJSDate()) return false
  if (draftWantedAt !== null || draftSentAt !== null) return false
  return leadDay(startsAt, draftDays, now.zoneName ?? 'utc') <= now.toFormat('yyyy-MM-dd')
}
