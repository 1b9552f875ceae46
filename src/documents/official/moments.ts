import { DateTime } from 'luxon'

/** A stretch between two instants as days and clock times of a zone. */
export function spanIn(zone: string, startsAt: string, endsAt: string) {
  const start = DateTime.fromISO(startsAt, { zone })
  const end = DateTime.fromISO(endsAt, { zone })
  return {
    day: start.toFormat('yyyy-MM-dd'),
    from: start.toFormat('HH:mm'),
    endDay: end.toFormat('yyyy-MM-dd'),
    to: end.toFormat('HH:mm'),
    year: start.year,
  }
}
