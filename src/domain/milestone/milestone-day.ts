import { DateTime } from 'luxon'
import { readDueDay } from '../action/due-words.ts'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

const [firstDay, lastDay] = ['2000-01-01', '2100-12-31']
const doneDay =
  /^(?:(?<year>\d{4})\s?[-/.年]\s?)?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})\s?[日号]?$|^(?<word>今天|今日|昨天|昨日|today|yesterday)$/i
// 12月28日 said in January was last December.
const halfAYear = 183

/**
 * The day a milestone is due, an ISO day to come, from words as for actions (9月底, 3个工作日后, 2024-09-30); `today` is in
 * the plan's zone.
 * @throws DomainError `milestone.day_missing`, `milestone.day_unknown` {given}, `milestone.day_out_of_range` {day},
 *   `milestone.day_passed` {day}
 */
export function parseMilestoneDay(text: string, today: DateTime): string {
  const given = text.trim().slice(0, 40)
  if (given === '') throw new DomainError('milestone.day_missing')
  // A calendar of Slack gives any year; words know those of this century.
  const day = isoDay(given) ? given : (readDueDay(text, today)?.toFormat('yyyy-MM-dd') ?? null)
  if (day === null) throw new DomainError('milestone.day_unknown', { given })
  if (day < firstDay || day > lastDay) throw new DomainError('milestone.day_out_of_range', { day })
  if (day < today.toFormat('yyyy-MM-dd')) throw new DomainError('milestone.day_passed', { day })
  return day
}

/** Does this text mean a day that something may be due on, whenever that is? */
export function meansDay(text: string, today: DateTime): boolean {
  return readDueDay(text, today) !== null
}

/**
 * The day a milestone was reached, an ISO day until today: 2024-09-28, 9月28日, 昨天; empty: today.
 * @throws DomainError `milestone.day_unknown` {given}, `milestone.day_out_of_range` {day}, `milestone.done_in_future` {day}
 */
export function parseDoneDay(text: string, today: DateTime): string {
  const given = text.trim().slice(0, 40)
  if (given === '') return today.toFormat('yyyy-MM-dd')
  const found = readDoneDay(given, today)
  if (!found?.isValid) throw new DomainError('milestone.day_unknown', { given })
  const day = found.toFormat('yyyy-MM-dd')
  if (day < firstDay || day > lastDay) throw new DomainError('milestone.day_out_of_range', { day })
  if (day > today.toFormat('yyyy-MM-dd')) throw new DomainError('milestone.done_in_future', { day })
  return day
}

/** Does this text look like the day that something was done? */
export function looksLikeDoneDay(text: string): boolean {
  return doneDay.test(foldFullWidth(text).trim())
}

function readDoneDay(text: string, today: DateTime): DateTime | null {
  const groups = doneDay.exec(foldFullWidth(text).trim())?.groups
  if (!groups) return null
  const start = today.startOf('day')
  if (groups.word) return /^(?:昨|yes)/i.test(groups.word) ? start.minus({ days: 1 }) : start
  const [month, day] = [Number(groups.month), Number(groups.day)]
  const inYear = (year: number) => {
    const found = start.set({ year, month: 1, day: 1 }).set({ month, day })
    return found.month === month && found.day === day ? found : null
  }
  if (groups.year) return inYear(Number(groups.year))
  const found = inYear(start.year)
  return found && found > start.plus({ days: halfAYear }) ? inYear(start.year - 1) : found
}

const isoDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid
