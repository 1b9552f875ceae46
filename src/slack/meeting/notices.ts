import { DomainError } from '../../domain/errors.ts'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'
import type {
  DueDraft,
  MeetingCancelled,
  MeetingMoved,
  NothingToMeet,
  TopicCall,
} from '../../domain/meeting/notices.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { draftMessage } from '../agenda/messages.ts'
import { button, buttons, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { clockOf, dayOf } from '../meeting-times.ts'
import { inPlan } from '../plan-value.ts'
import { whenOf } from './phrases.ts'

/** 征集议题, in the meeting's channel: until when, and the button to raise one. */
export function topicCallMessage(locale: Locale, call: TopicCall): Message {
  const deadline = t(locale, 'day.short', { day: call.deadline })
  return message(t(locale, 'meeting.call_title', shortWhen(locale, call)), [
    ...paragraphs([t(locale, 'meeting.call_more', { deadline, place: call.place })]),
    buttons(button(ids.issue.raise, t(locale, 'meeting.call_raise'), inPlan(call.planId, '0'), { style: 'primary' })),
    note(t(locale, 'meeting.calendar_note')),
  ])
}

/** A meeting is held at another time or place. */
export function meetingMovedMessage(locale: Locale, { before, ...facts }: MeetingMoved): Message {
  const was = whenOf(locale, { ...facts, ...before })
  return message(t(locale, 'meeting.moved_post', whenOf(locale, facts)), [
    ...paragraphs([
      ...(facts.place ? [t(locale, 'meeting.place_line', facts)] : []),
      t(locale, 'meeting.moved_before', { ...was, place: before.place }),
    ]),
    note(t(locale, 'meeting.calendar_note')),
  ])
}

/** A meeting is not held. */
export function meetingCancelledMessage(locale: Locale, { reason, ...facts }: MeetingCancelled): Message {
  return message(t(locale, 'meeting.cancelled_post', shortWhen(locale, facts)), [
    ...paragraphs([t(locale, 'meeting.reason_line', { reason })]),
    note(t(locale, 'attendance.calendar_removed')),
  ])
}

/** The calendar file that a person asked for. */
export function calendarMessage(locale: Locale, facts: MeetingFacts): Message {
  return message(t(locale, 'meeting.calendar_title', shortWhen(locale, facts)))
}

/** The draft agenda that fell due, to the convener. */
export function dueDraftMessage(locale: Locale, { notice, published, warnings }: DueDraft): Message {
  return draftMessage(locale, { draft: true, published, notice, warnings, absent: [], gone: [] })
}

/** There is nothing to draft an agenda of, to the convener: keep the meeting, or cancel it. */
export function nothingToMeetMessage(locale: Locale, { code, params, ...facts }: NothingToMeet): Message {
  const value = inPlan(facts.planId, String(facts.no))
  return message(t(locale, 'meeting.nothing_title', shortWhen(locale, facts)), [
    ...paragraphs([describeError(locale, new DomainError(code, params)), t(locale, 'meeting.nothing_more')]),
    buttons(
      button(ids.meeting.keep, t(locale, 'meeting.keep'), value),
      button(ids.meeting.openCancel, t(locale, 'meeting.do_cancel'), inPlan(facts.planId, `cancel ${facts.no}`)),
    ),
  ])
}

function shortWhen(locale: Locale, facts: MeetingFacts) {
  return { no: facts.no, day: dayOf(locale, facts), time: clockOf(facts, 0) }
}
