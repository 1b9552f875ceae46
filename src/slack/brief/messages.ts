import type { KnownBlock } from '@slack/types'
import { type Brief, countBrief } from '../../domain/brief.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { replyButtons } from '../attendance/messages.ts'
import { clip, type Message, message, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { clockOf, dayOf } from '../meeting-times.ts'

const textShown = 60

/** The one bundled direct message of a working day: each thing under its heading, its buttons under it. */
export function briefMessage(locale: Locale, brief: Brief): Message {
  const units = brief.units.join(t(locale, 'list.separator'))
  const blocks = [
    ...brief.meetings.flatMap((meeting) => reminder(locale, brief, meeting)),
    ...brief.missing.map((one) =>
      paragraph(
        t(locale, 'brief.missing', {
          no: one.no,
          day: dayOf(locale, { startsAt: one.startsAt, zone: brief.zone }),
          count: one.units.length,
          units: clip(one.units.join(t(locale, 'list.separator')), 400),
        }),
      ),
    ),
    ...actions(locale, brief),
    ...consultations(locale, brief),
    ...verifications(locale, brief),
    ...part(
      t(locale, 'brief.agreed', { count: brief.agreed.length }),
      brief.agreed.map(({ issueNo, title }) => t(locale, 'brief.agreed_line', { no: issueNo, title: short(title) })),
      t(locale, 'brief.issue_note'),
    ),
    ...escalations(locale, brief),
    ...(brief.more > 0 ? [note(t(locale, 'brief.more', { count: brief.more }))] : []),
  ]
  return message(t(locale, 'brief.title', { units: clip(units, 100), count: countBrief(brief) }), [
    note(`${day(locale, brief.day)} · ${brief.planTitle}`),
    ...blocks,
  ])
}

function reminder(locale: Locale, brief: Brief, meeting: Brief['meetings'][number]): KnownBlock[] {
  const facts = { startsAt: meeting.startsAt, zone: brief.zone }
  const { no, place, fromMinute, untilMinute, items, required, unanswered } = meeting
  const head = t(locale, 'brief.meeting', {
    no,
    place,
    required,
    day: dayOf(locale, facts),
    from: clockOf(facts, fromMinute),
    to: clockOf(facts, untilMinute),
    places: items.map((item) => item.place).join(t(locale, 'agenda.comma')),
  })
  const lines = items.map((item) =>
    t(locale, 'brief.item', {
      no: item.no,
      title: short(item.title),
      from: clockOf(facts, item.startMinute),
      to: clockOf(facts, item.startMinute + item.minutes),
    }),
  )
  return [
    strong(head),
    ...paragraphs([...lines, ...(unanswered ? [t(locale, 'brief.unanswered')] : [])]),
    ...(unanswered ? [replyButtons(locale, { planId: brief.planId, no })] : []),
  ]
}

function actions(locale: Locale, { actions: list }: Brief): KnownBlock[] {
  const lines = list.map(({ no, text, unit, dueOn, concern }) =>
    t(locale, 'brief.action', {
      no,
      text: short(text),
      unit,
      due: day(locale, dueOn),
      concern: t(locale, `brief.concern.${concern}`),
    }),
  )
  return part(t(locale, 'brief.actions', { count: list.length }), lines, t(locale, 'brief.actions_note'))
}

function consultations(locale: Locale, { consultations: list }: Brief): KnownBlock[] {
  const lines = list.map(({ issueNo, title, unit, askedOn }) =>
    t(locale, 'brief.consultation', { no: issueNo, title: short(title), unit, day: day(locale, askedOn) }),
  )
  return part(t(locale, 'brief.consultations', { count: list.length }), lines, t(locale, 'brief.issue_note'))
}

function verifications(locale: Locale, { toVerify: list }: Brief): KnownBlock[] {
  const lines = list.map(({ no, text, owner, reportedOn }) =>
    t(locale, 'brief.verify', { no, text: short(text), owner, day: day(locale, reportedOn) }),
  )
  return part(t(locale, 'brief.to_verify', { count: list.length }), lines, t(locale, 'brief.verify_note'))
}

function escalations(locale: Locale, { escalated: list }: Brief): KnownBlock[] {
  const lines = list.map(({ issueNo, title, carried, since }) =>
    t(locale, 'brief.escalated_line', { no: issueNo, title: short(title), carried, day: day(locale, since) }),
  )
  return part(t(locale, 'brief.escalated', { count: list.length }), lines, t(locale, 'brief.issue_note'))
}

function part(head: string, lines: readonly string[], what: string): KnownBlock[] {
  return lines.length === 0 ? [] : [strong(head), ...paragraphs(lines), note(what)]
}

const short = (text: string) => clip(text, textShown)
const day = (locale: Locale, iso: string) => t(locale, 'day.short', { day: iso })
