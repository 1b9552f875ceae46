import { DateTime } from 'luxon'
import type { MeetingFacts } from '../domain/meeting/invitation.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'

/** The day of a meeting in the plan's zone, short. */
export function dayOf(locale: Locale, facts: Pick<MeetingFacts, 'startsAt' | 'zone'>): string {
  const start = DateTime.fromISO(facts.startsAt, { zone: facts.zone })
  return t(locale, 'day.short', { day: start.toISODate() ?? '' })
}

/** A minute of a meeting as the time of day in the plan's zone. */
export function clockOf({ startsAt, zone }: Pick<MeetingFacts, 'startsAt' | 'zone'>, minute: number): string {
  return DateTime.fromISO(startsAt, { zone }).plus({ minutes: minute }).toFormat('HH:mm')
}
