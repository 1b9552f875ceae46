import type { DateTime } from 'luxon'
import { addWorkingDays, workingDayOnOrAfter } from '../calendar.ts'
import { parseChineseNumeral } from '../chinese-numeral.ts'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** An action is due within so many years. */
const MAX_YEARS = 3
// 1月15日 said in December is next January; 6月20日 said on 24 June is rather a slip than next June.
const SLIP_DAYS = 90

const weekdays = '一二三四五六日'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const englishNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const before = /^(?:(?:不迟于|截至|截止到?|至迟|限|于|在|到|至|(?:by|before|within|until|in|due|on|the)(?= ))\s*)+/
const after = /\s*(?:之前|以前|前|之内|以内|内|之后|以后|后)?\s*(?:完成|办结|办完|落实|到位)?[。.]?$/
const count = '(?<count>\\d{1,4}|[零〇一二两三四五六七八九十百]{1,6}|[a-z]{1,5}|半) ?'
const month = '(?<month>0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])'
const englishMonth = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

type Groups = Record<string, string | undefined>
type Shape = { pattern: RegExp; read: (groups: Groups, today: DateTime) => DateTime | null }

const shapes: readonly Shape[] = [
  { pattern: new RegExp(`^${count}个?(?:工作日|working ?days?|business ?days?)$`), read: workingDays },
  { pattern: new RegExp(`^${count}个?(?<unit>天|日|周|星期|礼拜|月|年|days?|weeks?|months?|years?)$`), read: period },
  { pattern: /^(?<year>20\d\d)(?:年|[-/.])(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})[日号]?$/, read: calendarDay },
  { pattern: /^(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)$/, read: calendarDay },
  {
    pattern: new RegExp(
      `^(?:(?<word>今年|明年|本年))?${month}(?:月|[-/.])(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?$`,
    ),
    read: calendarDay,
  },
  {
    pattern: new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${englishMonth},?(?: (?<year>20\\d\\d))?$`),
    read: calendarDay,
  },
  {
    pattern: new RegExp(`^${englishMonth} (?<day>\\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>20\\d\\d))?$`),
    read: calendarDay,
  },
  {
    pattern: /^(?<word>今天|今日|明天|明日|后天|today|tomorrow)$/,
    read: ({ word = '' }, today) => today.plus({ days: daysAhead[word] ?? 0 }),
  },
  {
    pattern: /^(?<next>下)?(?:本|这)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])$/,
    read: ({ next, day = '' }, today) =>
      weekday(today, weekdays.indexOf(day === '天' ? '日' : day), next !== undefined),
  },
  {
    pattern: /^(?<next>next )?(?:this )?(?<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*$/,
    read: ({ next, day = '' }, today) => weekday(today, englishDays.indexOf(day), next !== undefined),
  },
  { pattern: /^(?:本|这个?)周[末底]?$|^this week$/, read: (_, today) => endOf(today, 'week') },
  { pattern: /^(?:下个?周|next week)[末底]?$/, read: (_, today) => endOf(today.plus({ weeks: 1 }), 'week') },
  {
    pattern: /^(?:本|这个?|当)月[底末]?$|^月[底末]$|^end of (?:this |the )?month$/,
    read: (_, today) => endOf(today, 'month'),
  },
  {
    pattern: /^下个?月[底末]?$|^(?:end of )?next month$/,
    read: (_, today) => endOf(today.plus({ months: 1 }), 'month'),
  },
  { pattern: new RegExp(`^${month}月[底末]?$`), read: endOfMonth },
  { pattern: new RegExp(`^end of ${englishMonth}$`), read: endOfMonth },
  { pattern: /^(?:本|今)年[底末]?$|^年[底末]$|^end of (?:this |the )?year$/, read: (_, today) => endOf(today, 'year') },
  { pattern: /^明年[底末]?$|^(?:end of )?next year$/, read: (_, today) => endOf(today.plus({ years: 1 }), 'year') },
]
const daysAhead: Readonly<Record<string, number>> = { 明天: 1, 明日: 1, 后天: 2, tomorrow: 1 }

/**
 * The day an action is due, an ISO day, from words relative to `today` (in the plan's zone): 10个工作日 and "10 working
 * days" by the working-day calendar; 两周, 3天, 一个月, 月底, 本周五 moved on to a working day; 7月31日, 2024-07-31, "by 31
 * July" as they stand, without a year the one to come. Full-width digits and Chinese numerals will do.
 * @throws DomainError `action.due_missing`, `action.due_unknown` {given}, `action.due_passed` {dueOn},
 *   `action.due_too_far` {dueOn, years}
 */
export function parseDueWords(text: string, today: DateTime): string {
  const given = text.trim().slice(0, 40)
  if (given === '') throw new DomainError('action.due_missing')
  const due = readDueDay(text, today)
  if (!due) throw new DomainError('action.due_unknown', { given })
  const dueOn = due.toFormat('yyyy-MM-dd')
  if (dueOn < today.toFormat('yyyy-MM-dd')) throw new DomainError('action.due_passed', { dueOn })
  if (due > today.startOf('day').plus({ years: MAX_YEARS }))
    throw new DomainError('action.due_too_far', { dueOn, years: MAX_YEARS })
  return dueOn
}

/** The day that words mean, as {@link parseDueWords} reads them but past or far off too; null where they mean none. */
export function readDueDay(text: string, today: DateTime): DateTime | null {
  const due = readDue(plainWords(text), today.startOf('day'))
  return due?.isValid ? due : null
}

function plainWords(text: string): string {
  const folded = foldFullWidth(text).toLowerCase().replace(/\s+/g, ' ').trim()
  const bare = folded.replace(before, '').replace(after, '')
  // Blanks mean nothing beside Chinese characters: 10 个 工作日.
  return bare.replace(/\s*(?=\p{Script=Han})|(?<=\p{Script=Han})\s*/gu, '')
}

function readDue(words: string, today: DateTime): DateTime | null {
  if (words.length > 40) return null
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(words)
    const found = match && read(match.groups ?? {}, today)
    if (found) return found
  }
  return null
}

function workingDays(groups: Groups, today: DateTime): DateTime | null {
  const days = numberOf(groups.count)
  if (!days) return null
  // So many days are out of bounds anyway; counting them one by one would take a while.
  return days > 1000 ? today.plus({ days }) : addWorkingDays(today, days)
}

function period(groups: Groups, today: DateTime): DateTime | null {
  const unit = groups.unit ?? ''
  const half = groups.count === '半'
  const amount = half ? 1 : numberOf(groups.count)
  if (!amount) return null
  const plain = (duration: { days: number } | { months: number } | { years: number }) =>
    workingDayOnOrAfter(today.plus(duration))
  if (/^(?:月|month)/.test(unit)) return plain(half ? { days: 15 } : { months: amount })
  if (/^(?:年|year)/.test(unit)) return plain(half ? { months: 6 } : { years: amount })
  if (half) return null
  return plain({ days: /^(?:周|星期|礼拜|week)/.test(unit) ? amount * 7 : amount })
}

function calendarDay(groups: Groups, today: DateTime): DateTime | null {
  const monthNo = monthOf(groups)
  const day = numberOf(groups.day)
  if (!monthNo || !day) return null
  const inYear = (year: number) => {
    const found = today.set({ year, month: 1, day: 1 }).set({ month: monthNo, day })
    return found.month === monthNo && found.day === day ? found : null
  }
  if (groups.year) return inYear(Number(groups.year))
  if (groups.word) return inYear(today.year + (groups.word === '明年' ? 1 : 0))
  const found = inYear(today.year)
  return found && found < today.minus({ days: SLIP_DAYS }) ? inYear(today.year + 1) : found
}

function endOfMonth(groups: Groups, today: DateTime): DateTime | null {
  const monthNo = monthOf(groups)
  if (!monthNo) return null
  const end = today.set({ month: monthNo, day: 1 }).endOf('month').startOf('day')
  return end < today.minus({ days: SLIP_DAYS }) ? end.plus({ years: 1 }).endOf('month').startOf('day') : end
}

function weekday(today: DateTime, index: number, next: boolean): DateTime {
  return today.startOf('week').plus({ days: index, weeks: next ? 1 : 0 })
}

/** The last day of a span, working or not: 月底 is what it says. */
function endOf(day: DateTime, span: 'week' | 'month' | 'year'): DateTime {
  return day.endOf(span).startOf('day')
}

function monthOf(groups: Groups): number | null {
  return groups.name ? months.indexOf(groups.name) + 1 : numberOf(groups.month)
}

function numberOf(text: string | undefined): number | null {
  if (!text) return null
  if (/^\d+$/.test(text)) return Number(text) || null
  if (/^[a-z]+$/.test(text)) return /^an?$/.test(text) ? 1 : Math.max(0, englishNumbers.indexOf(text)) || null
  const value = parseChineseNumeral(text)
  return value === null || value === 0n || value > 9999n ? null : Number(value)
}
