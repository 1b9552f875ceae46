import { DateTime } from 'luxon'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** A visit as typed; `day` null where none was said. */
export type VisitWords = { day: string | null; notes: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ago: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: 1,
  昨日: 1,
  前天: 2,
  today: 0,
  yesterday: 1,
}
const end = '(?![\\d%])'
const english = `(?<name>${months.join('|')})[a-z]*\\.?`
const year = '(?<year>\\d{4})'
const shapes: readonly RegExp[] = [
  /^(?<word>今天|今日|昨天|昨日|前天|today\b|yesterday\b)/i,
  new RegExp(`^${year}\\s?(?:年|[-/.])\\s?(?<month>\\d{1,2})\\s?(?:月|[-/.])\\s?(?<day>\\d{1,2})(?:[日号]|${end})`),
  /^(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]?/,
  new RegExp(`^(?<month>\\d{1,2})[-/](?<day>\\d{1,2})${end}`),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s${english}(?:,?\\s${year})?\\b`, 'i'),
  new RegExp(`^${english}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s${year})?\\b`, 'i'),
]
// 12月20日 said in January was last December; 6月30日 said on 24 June is rather a slip than last June.
const SLIP_DAYS = 90

/**
 * Takes the day off the head of a line and leaves the notes: 6月20日, 2024-06-20, 6/20, 20 June, 昨天, today. Without a year it
 * is the one that was last. `today` is an ISO day in the plan's zone.
 * @throws DomainError `enterprise.visit_day_unknown` {given} for a day that no calendar has
 */
export function parseVisitWords(text: string, today: string): VisitWords {
  const typed = text.trim()
  const folded = foldFullWidth(typed)
  for (const shape of shapes) {
    const match = shape.exec(folded)
    if (!match?.groups) continue
    const day = dayOf(match.groups, DateTime.fromISO(today, { zone: 'utc' }))
    if (!day?.isValid) throw new DomainError('enterprise.visit_day_unknown', { given: match[0].trim() })
    const notes = typed.slice(match[0].length).replace(/^[\s,;:，；：、。]+/u, '')
    return { day: day.toFormat('yyyy-MM-dd'), notes }
  }
  return { day: null, notes: typed }
}

function dayOf(groups: Record<string, string | undefined>, today: DateTime): DateTime | null {
  if (groups.word) return today.minus({ days: ago[groups.word.toLowerCase()] ?? 0 })
  const month = groups.name ? months.indexOf(groups.name.toLowerCase()) + 1 : Number(groups.month)
  const inYear = (one: number) => DateTime.utc(one, month, Number(groups.day))
  if (groups.year) return inYear(Number(groups.year))
  const found = inYear(today.year)
  return found > today.plus({ days: SLIP_DAYS }) ? inYear(today.year - 1) : found
}
