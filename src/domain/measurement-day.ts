import { DateTime } from 'luxon'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** The day a measurement speaks of; `periodEnd` where a month, half-year … was named that has not ended: it counts to today. */
export type MeasurementDay = { day: string; periodEnd: string | null }

const year = '(?<year>(?:19|20)\\d\\d)'
const month = '(?<month>0?[1-9]|1[0-2])'
const shapes = {
  day: new RegExp(`^(?:${year}(?:年|[-/.]))?${month}(?:月|[-/.])(?<day>0?[1-9]|[12]\\d|3[01])[日号]?$`),
  compactDay: new RegExp(`^${year}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])$`),
  // 1-5月: figures are published as cumulated from January.
  month: new RegExp(`^(?:${year}年)?(?:0?1月?[-—–~～至到])?${month}月[底末份]?$`),
  isoMonth: new RegExp(`^${year}[-/.]${month}$`),
  half: new RegExp(`^(?:${year}(?:年|[-/])?)?(?:h(?<half>[12])|(?<word>[上下])半年)[底末]?$`),
  quarter: new RegExp(`^(?:${year}(?:年|[-/])?)?(?:q(?<quarter>[1-4])|第?(?<word>[1-4一二三四])季度)[底末]?$`),
  year: new RegExp(`^${year}(?:年|全年|年全年|年度)?[底末]?$`),
} as const

/**
 * Reads the day of a measurement: 2024-06-30, 2024年6月30日, 6月30日, 今天, 昨天, and periods, which stand for their last
 * day: 2024-06, 2024年6月, 1-5月, 2024上半年, 2024Q2, 二季度, 2024年. Empty text is today; without a year it is this year's.
 * A period that has begun but not ended counts as of today. `today` is an ISO day in the plan's zone.
 * @throws DomainError `target.day_not_understood` {given}, `target.day_in_future` {given, day, today}
 */
export function parseMeasurementDay(text: string, today: string): MeasurementDay {
  const typed = foldFullWidth(text).replace(/\s+/g, '').toLowerCase()
  const given = text.trim().slice(0, 40)
  if (/^(今天|今日|本日|today|now|现在|目前)?$/.test(typed)) return { day: today, periodEnd: null }
  if (/^(昨天|昨日|yesterday)$/.test(typed)) return { day: isoDay(at(today).minus({ days: 1 })), periodEnd: null }
  const { from, to } = readRange(typed, at(today).year) ?? {}
  if (!from?.isValid || !to?.isValid) throw new DomainError('target.day_not_understood', { given })
  if (isoDay(from) > today) throw new DomainError('target.day_in_future', { given, day: isoDay(from), today })
  return isoDay(to) > today ? { day: today, periodEnd: isoDay(to) } : { day: isoDay(to), periodEnd: null }
}

/** Does this word look like a day or a period? What may as well be a value, a bare year or 6.30, does not. */
export function looksLikeDay(word: string): boolean {
  const typed = foldFullWidth(word).toLowerCase()
  if (/^(今天|今日|昨天|昨日|today|yesterday)$/.test(typed)) return true
  return !/^\d{4}$|^\d{1,2}\.\d+$/.test(typed) && readRange(typed, 2024) !== null
}

function readRange(typed: string, thisYear: number): { from: DateTime; to: DateTime } | null {
  for (const [shape, pattern] of Object.entries(shapes)) {
    const groups = pattern.exec(typed)?.groups
    if (groups) return rangeOf(shape as keyof typeof shapes, groups, Number(groups.year ?? thisYear))
  }
  return null
}

function rangeOf(shape: keyof typeof shapes, groups: Record<string, string | undefined>, inYear: number) {
  if (shape === 'day' || shape === 'compactDay') {
    const day = DateTime.utc(inYear, Number(groups.month), Number(groups.day))
    return { from: day, to: day }
  }
  const [firstMonth, months] = monthsOf(shape, groups)
  const from = DateTime.utc(inYear, firstMonth, 1)
  return { from, to: from.plus({ months }).minus({ days: 1 }) }
}

function monthsOf(shape: keyof typeof shapes, groups: Record<string, string | undefined>): [number, number] {
  if (shape === 'half') return [groups.half === '1' || groups.word === '上' ? 1 : 7, 6]
  if (shape === 'quarter') return [quarterNumber(groups.quarter ?? groups.word ?? '') * 3 - 2, 3]
  if (shape === 'year') return [1, 12]
  return [Number(groups.month), 1]
}

const quarterNumber = (word: string) => Number(word) || '零一二三四'.indexOf(word)
const at = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
const isoDay = (date: DateTime) => date.toFormat('yyyy-MM-dd')
