import type { DateTime } from 'luxon'
import { DomainError } from '../errors.ts'
import { parseDueWords } from './due-words.ts'

/**
 * A new day for an action that is due on `dueOn`, as it may be stored, from words ({@link parseDueWords}): a day to come,
 * later than the old. `now` is in the plan's zone.
 * @throws DomainError what `parseDueWords` throws, `action.day_not_later` {day, dueOn}
 */
export function checkNewDueDay(text: string, dueOn: string, now: DateTime): string {
  const day = parseDueWords(text, now)
  if (day <= dueOn) throw new DomainError('action.day_not_later', { day, dueOn })
  return day
}
