import { DateTime } from 'luxon'
import { addDecimals, type Decimal, scaleDecimal, subtractDecimals } from './decimal.ts'
import { isAnnualAmount, type TargetFacts } from './target.ts'

/** A straight way from a value on a day to a value on a later day (ISO dates, value at the end of the day). */
export type TargetPath = { start: Decimal; startOn: string; end: Decimal; endOn: string }

/** Why a target has no path. */
export type NoPath = 'no_baseline' | 'no_deadline'

/**
 * The way the target takes on the day `on`: for a flow each year, and for a year's total, from nothing on 31 December
 * to the year's amount; for a level, and a flow asked for once, from the baseline to the deadline.
 */
export function targetPath(target: TargetFacts, on: string): TargetPath | NoPath {
  const year = Math.min(yearOf(on), target.by ? yearOf(target.by) : Number.POSITIVE_INFINITY)
  if (isAnnualAmount(target)) {
    const total = annualTotal(target, year)
    return total === null ? 'no_baseline' : yearPath(total, year, null)
  }
  if (target.kind === 'flow' && target.per === 'year') return yearPath(target.value, year, target.by)
  if (!target.by) return 'no_deadline'
  if (!target.baseline || target.baseline.on >= target.by) return 'no_baseline'
  const start = target.kind === 'flow' ? '0' : target.baseline.value
  return { start, startOn: target.baseline.on, end: target.value, endOn: target.by }
}

/** What is due at the end of the day `on`, rounded to 6 decimals; before and after the path its ends. */
export function valueDue(path: TargetPath, on: string): Decimal {
  const { elapsed, total } = progress(path, on)
  return addDecimals(path.start, scaleDecimal(subtractDecimals(path.end, path.start), elapsed, total))
}

/** Days of the path gone by at the end of the day `on` (0 to `total`), and its days in all. */
export function progress(path: TargetPath, on: string): { elapsed: number; total: number } {
  const total = daysBetween(path.startOn, path.endOn)
  return { elapsed: Math.min(Math.max(daysBetween(path.startOn, on), 0), total), total }
}

/** A year's total to reach, on the straight way from the baseline's year to the target's; each year's where no `by`. */
function annualTotal(target: TargetFacts, year: number): Decimal | null {
  if (!target.by || target.per === 'year') return target.value
  const { baseline, value, by } = target
  const from = baseline && yearOf(baseline.on)
  if (!baseline || from === null || from >= yearOf(by)) return null
  const gone = Math.max(year - from, 0)
  return addDecimals(baseline.value, scaleDecimal(subtractDecimals(value, baseline.value), gone, yearOf(by) - from))
}

function yearPath(end: Decimal, year: number, by: string | null): TargetPath {
  const lastDay = `${year}-12-31`
  return { start: '0', startOn: `${year - 1}-12-31`, end, endOn: by && yearOf(by) === year ? by : lastDay }
}

const yearOf = (day: string) => Number(day.slice(0, 4))

function daysBetween(from: string, to: string): number {
  return utc(to).diff(utc(from), 'days').days
}

const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
