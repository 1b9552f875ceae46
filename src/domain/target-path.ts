import { DateTime } from 'luxon'
import { addDecimals, type Decimal, scaleDecimal, subtractDecimals } from './decimal.ts'
import { isAnnualAmount, type TargetFacts } from './target.ts'
import { annualTotal, yearEnds } from './target-yearly.ts'

/** A value at the end of a day (ISO). */
type PathPoint = { on: string; value: Decimal }

/**
 * A way from a value on a day to a value on a later day (ISO dates, value at the end of the day), straight between the
 * points of `via`, which lie between them in the order of their days.
 */
export type TargetPath = { start: Decimal; startOn: string; end: Decimal; endOn: string; via: readonly PathPoint[] }

/** Why a target has no path. */
export type NoPath = 'no_baseline' | 'no_deadline'

/**
 * The way the target takes on the day `on`: for a flow each year, and for a year's total, from nothing on 31 December
 * to the year's amount; for a level, and a flow asked for once, from the baseline through the years' ends that have a
 * value of their own to the deadline. A level without a baseline starts from the first of those ends.
 */
export function targetPath(target: TargetFacts, on: string): TargetPath | NoPath {
  const year = Math.min(yearOf(on), target.by ? yearOf(target.by) : Number.POSITIVE_INFINITY)
  if (isAnnualAmount(target)) {
    const total = annualTotal(target, year)
    return total === null ? 'no_baseline' : yearPath(total, year, null)
  }
  if (target.kind === 'flow' && target.per === 'year') {
    return yearPath(target.yearly?.[year] ?? target.value, year, target.by)
  }
  const ends = yearEnds(target)
  if (!target.by && ends.length === 0) return 'no_deadline'
  const start = startOf(target)
  const later = start ? ends.filter((end) => end.on > start.on) : target.kind === 'flow' ? [] : ends
  const [first, ...rest] = start ? [start, ...later] : later
  const last = rest.at(-1)
  if (!first || !last || (!start && on < first.on)) return 'no_baseline'
  return { start: first.value, startOn: first.on, end: last.value, endOn: last.on, via: rest.slice(0, -1) }
}

/** What is due at the end of the day `on`, rounded to 6 decimals; before and after the path its ends. */
export function valueDue(path: TargetPath, on: string): Decimal {
  const points = pathPoints(path)
  const at = points.findIndex((point) => point.on >= on)
  const to = points[at]
  if (!to) return path.end
  const from = points[at - 1]
  if (!from) return path.start
  const gone = daysBetween(from.on, on)
  return addDecimals(
    from.value,
    scaleDecimal(subtractDecimals(to.value, from.value), gone, daysBetween(from.on, to.on)),
  )
}

/** Every point of the path, its ends among them. */
function pathPoints({ start, startOn, via, end, endOn }: TargetPath): PathPoint[] {
  return [{ on: startOn, value: start }, ...via, { on: endOn, value: end }]
}

/** Days of the path gone by at the end of the day `on` (0 to `total`), and its days in all. */
export function progress(path: TargetPath, on: string): { elapsed: number; total: number } {
  const total = daysBetween(path.startOn, path.endOn)
  return { elapsed: Math.min(Math.max(daysBetween(path.startOn, on), 0), total), total }
}

/** Calendar days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return utc(to).diff(utc(from), 'days').days
}

function startOf({ kind, baseline }: TargetFacts): PathPoint | null {
  return baseline && { on: baseline.on, value: kind === 'flow' ? '0' : baseline.value }
}

function yearPath(end: Decimal, year: number, by: string | null): TargetPath {
  const lastDay = `${year}-12-31`
  const endOn = by && yearOf(by) === year ? by : lastDay
  return { start: '0', startOn: `${year - 1}-12-31`, end, endOn, via: [] }
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
