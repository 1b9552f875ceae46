import { DateTime } from 'luxon'

/**
 * From which day the lateness of something due on `dueOn` counts, where its task or period was paused: from the day the
 * last of its pauses ended, where that is later; null while one of them stands, and nothing is asked. Days are ISO days of
 * `zone`.
 */
export function pausedFrom(
  dueOn: string,
  pauses: readonly { endedAt: Date | null }[],
  zone: string,
): { countFrom: string } | null {
  if (pauses.some(({ endedAt }) => endedAt === null)) return null
  const ends = pauses.map(({ endedAt }) => DateTime.fromJSDate(endedAt ?? new Date(0), { zone }).toFormat('yyyy-MM-dd'))
  return { countFrom: ends.reduce((latest, end) => (end > latest ? end : latest), dueOn) }
}
