import { DateTime } from 'luxon'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { calendarIsPublished, isWorkingDay } from '../../domain/calendar.ts'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'
import type { MeetingState } from '../../domain/meeting/meeting-state.ts'
import type { Work } from '../context.ts'
import { factsOf } from './meeting-facts.ts'

/** What should be minded of a meeting's day: it is none to work on, or its year's calendar is not published yet. */
type DayWarning = 'holiday' | 'calendar_unknown'

/** A meeting as lists and receipts show it. */
export type SeenMeeting = MeetingFacts & {
  state: MeetingState
  /** Items of the agenda that was published last. */
  items: number
  /** Its agenda is drafted, and not published as it stands. */
  drafted: boolean
  warning: DayWarning | null
  hasChannel: boolean
}

/** A meeting of the plan at work as its lists and receipts show it. */
export function seenMeeting({ plan }: Pick<Work, 'plan'>, meeting: MeetingRow): SeenMeeting {
  const start = DateTime.fromJSDate(meeting.startsAt, { zone: plan.zone })
  const warning = isWorkingDay(start) ? (calendarIsPublished(start.year) ? null : 'calendar_unknown') : 'holiday'
  return {
    ...factsOf(plan, meeting),
    state: meeting.state,
    items: meeting.agenda?.items.length ?? 0,
    drafted: meeting.draft !== null,
    warning,
    hasChannel: (meeting.channel ?? plan.meetingChannel) !== null,
  }
}
