import type { KnownBlock } from '@slack/types'
import type { Disinvitation, Invitation, MeetingFacts, Roster } from '../../domain/meeting/invitation.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { StoredReply } from '../../usecases/meeting/reply-to-meeting.ts'
import { button, buttons, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { clockOf, dayOf } from '../meeting-times.ts'
import { inPlan } from '../plan-value.ts'

/** A delegate's invitation: my items, my times, what is asked of my unit, and the answer in one click. */
export function invitationMessage(locale: Locale, invitation: Invitation): Message {
  const { no, required, changed, items, opening, fromMinute, untilMinute } = invitation
  const comma = t(locale, 'agenda.comma')
  const title = t(locale, 'attendance.invited', {
    day: dayOf(locale, invitation),
    no,
    required,
    changed,
    from: clockOf(invitation, fromMinute),
    to: clockOf(invitation, untilMinute),
    places: items.map((item) => item.place).join(comma),
  })
  const lines = items.map(({ startMinute, minutes, ask, ...item }) =>
    t(locale, 'attendance.item_line', {
      ...item,
      from: clockOf(invitation, startMinute),
      to: clockOf(invitation, startMinute + minutes),
      ask: t(locale, `attendance.ask.${ask}`),
    }),
  )
  const units = invitation.units.join(t(locale, 'list.separator'))
  return message(title, [
    note(t(locale, 'attendance.invited_units', { units, place: invitation.place })),
    ...paragraphs([
      ...(opening ? [t(locale, 'attendance.opening_line', { from: clockOf(invitation, 0) })] : []),
      ...lines,
    ]),
    note(t(locale, 'attendance.calendar_attached')),
    ...answered(locale, invitation),
    replyButtons(locale, invitation),
  ])
}

/** What was answered already; the buttons below answer anew. */
function answered(locale: Locale, { answer, ...facts }: Invitation): KnownBlock[] {
  if (answer === null) return []
  const words = [replyWords(locale, answer), windowWords(locale, facts, answer)].filter((part) => part !== '')
  return [strong(t(locale, 'attendance.answered', { reply: words.join(' · ') }))]
}

/** The three answers to an invitation. */
export function replyButtons(locale: Locale, { planId, no }: Pick<MeetingFacts, 'planId' | 'no'>): KnownBlock {
  const value = inPlan(planId, String(no))
  return buttons(
    button(ids.attendance.attend, t(locale, 'attendance.attend'), value, { style: 'primary' }),
    button(ids.attendance.deputy, t(locale, 'attendance.deputy'), value),
    button(ids.attendance.cannot, t(locale, 'attendance.cannot'), value),
  )
}

/** A meeting was cancelled, or a unit is no longer needed at it. */
export function disinvitationMessage(locale: Locale, { cause, reason, ...facts }: Disinvitation): Message {
  const title = t(locale, `attendance.disinvited_${cause}`, {
    day: dayOf(locale, facts),
    time: clockOf(facts, 0),
    no: facts.no,
  })
  return message(title, [
    ...paragraphs(reason === '' ? [] : [t(locale, 'attendance.reason', { reason })]),
    note(t(locale, 'attendance.calendar_removed')),
  ])
}

/** Who comes, for the convener; where a required unit cannot, the way to solve the agenda anew. */
export function rosterMessage(locale: Locale, roster: Roster): Message {
  const required = roster.units.filter((unit) => unit.required)
  const title = t(locale, 'attendance.roster_title', {
    day: dayOf(locale, roster),
    time: clockOf(roster, 0),
    no: roster.no,
    answered: required.filter((unit) => unit.reply !== null).length,
    required: required.length,
  })
  const absent = required.filter((unit) => unit.misses)
  const units = absent.map(({ unit }) => unit).join(t(locale, 'list.separator'))
  return message(title, [
    ...paragraphs(roster.units.map((unit) => rosterLine(locale, roster, unit))),
    ...(absent.length > 0
      ? [
          note(t(locale, 'attendance.resolve_note', { units })),
          buttons(
            button(ids.attendance.resolve, t(locale, 'attendance.resolve'), inPlan(roster.planId, String(roster.no))),
          ),
        ]
      : []),
  ])
}

function rosterLine(locale: Locale, roster: Roster, unit: Roster['units'][number]): string {
  const { required, remark, items, attended } = unit
  const came = attended === null ? '' : ` · ${t(locale, `attendance.attended.${attended ? 'yes' : 'no'}`)}`
  const line = t(locale, 'attendance.roster_line', {
    unit: unit.unit,
    required,
    remark,
    reply: replyWords(locale, unit),
    window: windowWords(locale, roster, unit),
    items: items.map((no) => `#${no}`).join(t(locale, 'agenda.comma')),
  })
  return `${line}${came}`
}

type Answer = Pick<Roster['units'][number], 'reply' | 'deputy' | 'fromMinute' | 'untilMinute'>

/** A unit's answer in words. */
function replyWords(locale: Locale, { reply, deputy, fromMinute, untilMinute }: Answer): string {
  if (reply === null) return t(locale, 'attendance.reply.none')
  if (reply === 'deputy') return t(locale, 'attendance.reply.deputy', { deputy })
  const partly = fromMinute !== null || untilMinute !== null
  return t(locale, reply === 'cannot' && partly ? 'attendance.reply.partly' : `attendance.reply.${reply}`)
}

/** When a unit is there, where it is not all the time: "15:30 以后". */
function windowWords(locale: Locale, facts: MeetingFacts, { fromMinute, untilMinute }: Answer): string {
  if (fromMinute === null && untilMinute === null) return ''
  const clock = (minute: number | null) => (minute === null ? '' : clockOf(facts, minute))
  return t(locale, 'attendance.window', { from: clock(fromMinute), to: clock(untilMinute) })
}

/** The receipt of an answer, to the person alone. */
export function repliedMessage(locale: Locale, { meeting, units, ...answer }: StoredReply): Message {
  const window = windowWords(locale, meeting, answer)
  const title = t(locale, 'attendance.replied', {
    day: dayOf(locale, meeting),
    no: meeting.no,
    units: units.join(t(locale, 'list.separator')),
    reply: [replyWords(locale, answer), window].filter((part) => part !== '').join(' · '),
  })
  return message(title, [note(t(locale, 'attendance.replied_note'))])
}
