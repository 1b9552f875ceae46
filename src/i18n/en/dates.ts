import { DateTime } from 'luxon'

/** An ISO day with its year: "24 Jun 2024". */
export function fullDay(isoDay: string | number | undefined): string {
  return DateTime.fromISO(String(isoDay)).setLocale('en').toFormat('d LLL yyyy')
}

/** A "2024-07-02 15:00" in words: "Tue 2 Jul 2024 15:00". */
export function fullMoment(given: string | number | undefined): string {
  return DateTime.fromSQL(String(given)).setLocale('en').toFormat('ccc d LLL yyyy HH:mm')
}
