import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import type { SettingsWish } from './meeting-settings.ts'
import { type Ordinal, type PeriodMonths, type RecurrenceRule, usualMonth } from './recurrence.ts'
import { takeSettingWords } from './setting-words.ts'

/** A series as typed in one line; what was not said of its settings is left out. */
export type SeriesWords = { rule: RecurrenceRule; settings: SettingsWish }

type Found = {
  everyMonths: PeriodMonths | null
  month: number | 'last' | null
  ordinal: Ordinal | null
  weekday: number | null
  time: { hour: number; minute: number } | null
  minutes: number | null
}
type Reader = { pattern: RegExp; read: (found: Found, groups: Record<string, string | undefined>) => boolean }

/** The hour where none was said. */
const USUAL_TIME = { hour: 15, minute: 0 }
const separator = /^(?:[\s,;、。()]|的|于|在|on|at|in|the|of)+/i
const weekdayWords = ['一', '二', '三', '四', '五', '六', '[日天7]']
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const everyWords: readonly [PeriodMonths, number | null, RegExp][] = [
  [12, null, /^(?:每年|每1年|yearly|annually|every\s+year)/i],
  [6, null, /^(?:每半年|half-?\s?yearly|every\s+half[-\s]?year|every\s+(?:6|six)\s+months)/i],
  [3, null, /^(?:每个?季度?|quarterly|every\s+quarter|every\s+(?:3|three)\s+months)/i],
  [2, 2, /^(?:每逢?双月|逢双月|every\s+even\s+month)/i],
  [2, 1, /^(?:每逢?单月|逢单月|every\s+odd\s+month)/i],
  [2, null, /^(?:每(?:两|二|2)个?月|隔月|every\s+(?:2|two)\s+months|every\s+other\s+month)/i],
  [1, null, /^(?:每个?月|monthly|every\s+month)/i],
]

const readers: readonly Reader[] = [
  ...everyWords.map(
    ([everyMonths, month, pattern]): Reader => ({
      pattern,
      read: (found) => {
        if (found.everyMonths) return false
        found.everyMonths = everyMonths
        if (month) found.month = month
        return true
      },
    }),
  ),
  { pattern: /^(?:单月|odd\s+months?)/i, read: (found) => setMonth(found, 1) },
  { pattern: /^(?:双月|even\s+months?)/i, read: (found) => setMonth(found, 2) },
  { pattern: /^(?:首月|first\s+month)/i, read: (found) => setMonth(found, 1) },
  { pattern: /^(?:末月|最后一?个月|last\s+month)/i, read: (found) => setMonth(found, 'last') },
  {
    pattern: /^(?:第(?<han>[一二三四五六]|\d)个月|month\s+(?<no>\d{1,2})|(?<calendar>\d{1,2})月(?![\d日号]))/i,
    read: (found, { han, no, calendar }) => setMonth(found, calendar ? Number(calendar) : numberOf(han ?? no ?? '')),
  },
  {
    pattern: new RegExp(`^(?<name>${monthNames.join('|')})[a-z]*`, 'i'),
    read: (found, { name = '' }) => setMonth(found, monthNames.indexOf(name.toLowerCase()) + 1),
  },
  {
    pattern: /^(?:第?(?<no>[一二三四1-4])个?|(?<last>最后一?个?|末个?))(?:周|星期|礼拜)(?<day>[一二三四五六日天1-7])/,
    read: (found, { no, last, day = '' }) => setDay(found, last ? 'last' : numberOf(no ?? ''), chineseWeekday(day)),
  },
  {
    pattern: new RegExp(
      `^(?:(?<no>[1-4])(?:st|nd|rd|th)|(?<word>first|second|third|fourth)|(?<last>last))\\s+(?<day>${weekdayNames.join('|')})[a-z]*`,
      'i',
    ),
    read: (found, { no, word, last, day = '' }) => {
      const counted = no ? Number(no) : ['first', 'second', 'third', 'fourth'].indexOf((word ?? '').toLowerCase()) + 1
      return setDay(found, last ? 'last' : counted, weekdayNames.indexOf(day.toLowerCase()) + 1)
    },
  },
  {
    pattern:
      /^(?<half>上午|下午|晚上|中午|am|pm)?\s?(?<hour>\d{1,2})\s?(?:[:点时](?:(?<minute>\d{1,2})\s?分?|(?<thirty>半))?|(?=\s?[ap]m))\s?(?<after>am|pm)?(?!\d)/i,
    read: (found, { half, hour, minute, thirty, after }) => {
      if (found.time) return false
      found.time = readClock(half ?? after ?? '', Number(hour), thirty ? 30 : Number(minute ?? 0))
      return true
    },
  },
  {
    pattern:
      /^(?<count>\d{1,4}(?:\.\d)?)(?:\s?(?<unit>个?小时|hours?|h|分钟?|minutes?|mins?|m)(?![a-z])|(?![\d.\p{L}:]))/iu,
    read: (found, { count, unit }) => {
      if (found.minutes !== null) return false
      found.minutes = Number(count) * (unit && /小时|h/i.test(unit) ? 60 : 1)
      return true
    },
  },
]

/**
 * Reads `每月第二个周四 15:00 120分钟 地点：市政府3号会议室`, `每季度第三个周二下午3点 2小时`, `monthly 2nd Thu 15:00 120`, `quarterly
 * third Tuesday 3pm`; full-width digits and punctuation will do. Where no month of the period is said it is the first, for
 * a last weekday the last (see `usualMonth`); where no time is said it is 15:00.
 * @throws DomainError `series.words_unknown` {given}, `series.every_missing`, `series.day_missing`,
 *   `series.month_beyond` {month, months}, `agenda.no_such_time` {given}, and what `takeSettingWords` throws
 */
export function parseSeriesWords(text: string): SeriesWords {
  const { rest, settings } = takeSettingWords(text)
  const found: Found = { everyMonths: null, month: null, ordinal: null, weekday: null, time: null, minutes: null }
  for (let left = foldFullWidth(rest).trim(); left !== ''; ) {
    const length = readWord(left, found) || (separator.exec(left)?.[0].length ?? 0)
    if (length === 0) throw new DomainError('series.words_unknown', { given: left.slice(0, 40) })
    left = left.slice(length)
  }
  const { everyMonths, ordinal, weekday, time, minutes } = found
  if (!everyMonths) throw new DomainError('series.every_missing')
  if (!ordinal || !weekday) throw new DomainError('series.day_missing')
  const month = found.month === 'last' ? everyMonths : (found.month ?? usualMonth(everyMonths, ordinal))
  if (month > everyMonths) throw new DomainError('series.month_beyond', { month, months: everyMonths })
  const rule = { everyMonths, month, ordinal, weekday, ...(time ?? USUAL_TIME) }
  return { rule, settings: minutes === null ? settings : { ...settings, minutes } }
}

function readWord(text: string, found: Found): number {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text)
    if (match && read(found, match.groups ?? {})) return match[0].length
  }
  return 0
}

function setMonth(found: Found, month: number | 'last'): boolean {
  if (found.month !== null || month === 0) return false
  found.month = month
  return true
}

function setDay(found: Found, ordinal: number | 'last', weekday: number): boolean {
  if (found.weekday || weekday === 0) return false
  found.ordinal = ordinal === 1 || ordinal === 2 || ordinal === 3 || ordinal === 4 ? ordinal : 'last'
  found.weekday = weekday
  return true
}

function numberOf(digit: string): number {
  return '一二三四五六'.indexOf(digit) + 1 || Number(digit)
}

function chineseWeekday(day: string): number {
  const found = weekdayWords.findIndex((one) => new RegExp(`^${one}$`).test(day)) + 1
  return found || Number(day)
}

function readClock(half: string, hour: number, minute: number): { hour: number; minute: number } {
  const afternoon = (/下午|晚上|pm/i.test(half) && hour < 12) || (half === '中午' && hour < 11)
  const midnight = /am/i.test(half) && hour === 12
  const local = afternoon ? hour + 12 : midnight ? 0 : hour
  if (local > 23 || minute > 59)
    throw new DomainError('agenda.no_such_time', { given: `${hour}:${String(minute).padStart(2, '0')}` })
  return { hour: local, minute }
}
