import { DateTime } from 'luxon'

/** A calendar day as the database keeps it (midnight UTC) from its ISO form, e.g. "2024-06-30". */
export function toDatabaseDay(day: string): Date {
  return DateTime.fromISO(day, { zone: 'utc' }).toJSDate()
}

/** The ISO form of a calendar day from the database. */
export function fromDatabaseDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
