import type { KnownBlock, RichTextSection } from '@slack/types'
import { DateTime } from 'luxon'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'
import type { MeetingSettings } from '../../domain/meeting/meeting-settings.ts'
import { type RecurrenceRule, usualMonth } from '../../domain/meeting/recurrence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { clockOf } from '../meeting-times.ts'
import { person } from '../person.ts'

/** A rule in words, which `parseSeriesWords` reads back: "每月第二个周四 15:00". */
export function ruleWords(locale: Locale, rule: RecurrenceRule): string {
  const { everyMonths, month, ordinal, weekday, hour, minute } = rule
  // Odd or even months, and the month of a year, are always said.
  const usual = everyMonths !== 2 && everyMonths !== 12 && month === usualMonth(everyMonths, ordinal)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return t(locale, 'meeting.rule', { everyMonths, month, usual, ordinal: String(ordinal), weekday, time })
}

/** A meeting's number, day with its year, and hours in the plan's zone. */
export function whenOf(locale: Locale, facts: Pick<MeetingFacts, 'no' | 'startsAt' | 'zone' | 'minutes'>) {
  const start = DateTime.fromISO(facts.startsAt, { zone: facts.zone })
  const day = t(locale, 'meeting.day', { day: start.toISODate() ?? '' })
  return { no: facts.no, day, from: clockOf(facts, 0), to: clockOf(facts, facts.minutes) }
}

/** The working days of a meeting's messages, in words. */
export function leadWords(locale: Locale, { callDays, draftDays, reminderDays }: MeetingSettings): string {
  return t(locale, 'meeting.lead_line', { call: callDays, draft: draftDays, reminder: reminderDays })
}

/** The convener, and the channel where one is set for it, by Slack's own links. */
export function whoAndWhere(locale: Locale, { convener, channel }: MeetingSettings): KnownBlock {
  const text = (words: string) => ({ type: 'text' as const, text: words })
  const elements: RichTextSection['elements'] = [
    text(t(locale, 'meeting.convener_word')),
    person(locale, convener),
    ...(channel === null
      ? []
      : [text(`  ${t(locale, 'meeting.channel_word')}`), { type: 'channel' as const, channel_id: channel }]),
  ]
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}
