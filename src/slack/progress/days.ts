import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/** The day of an instant in the plan's zone, short. */
export function dayOfInstant(locale: Locale, at: Date, zone: string): string {
  return t(locale, 'day.short', { day: DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd') })
}

/** The day and the clock of an instant in the plan's zone. */
export function dayTime(locale: Locale, at: Date, zone: string): string {
  return `${dayOfInstant(locale, at, zone)} ${DateTime.fromJSDate(at, { zone }).toFormat('HH:mm')}`
}
