import { compareDecimals, type Decimal, scaleDecimal, subtractDecimals, sumDecimals } from './decimal.ts'
import type { Status } from './progress-report.ts'
import { isAnnualAmount, type MeasurementFacts, type TargetFacts } from './target.ts'
import { type NoPath, progress, type TargetPath, targetPath, valueDue } from './target-path.ts'
import { type Projection, projectValue } from './target-projection.ts'

/** Ahead means: at least so many percent of the gain that is due; on track: at least all of it; behind: less. */
const AHEAD_PERCENT = 110
/** Paces are said for a month of so many days. */
const MONTH_DAYS = 30

/** Where a target stands, in its own unit. Null is what cannot be known; `reason` then says why. */
export type TargetStanding = {
  /** flow: the sum of the year (or since the baseline); level: the latest value. */
  current: Decimal | null
  /** The day of the latest measurement counted. */
  asOf: string | null
  due: Decimal | null
  /** The day `due` is for: a level is compared with what was due when it was measured, a flow with today's due. */
  dueOn: string | null
  /** current − due */
  gap: Decimal | null
  /** What is missing to the end of the path, for 30 days from `on`; null once it is reached or its time is over. */
  requiredPerMonth: Decimal | null
  /** The day the path ends: that of the pace and the projection. */
  endOn: string | null
  /** Where the trend leads by the end of the path; null below three values of it, and when its time is over. */
  projection: Projection | null
  /** Why there is no projection where one could be. */
  noProjection: 'few_points' | null
  /** Computed from the numbers alone; to be shown beside what the unit claims. */
  status: Status | null
  reason: 'no_measurement' | NoPath | null
}

/**
 * Where the target stands on the day `on` (ISO, in the plan's zone), by the measurements known. Shares of time are
 * counted in days, the day itself included.
 */
export function assessTarget(
  target: TargetFacts,
  measurements: readonly MeasurementFacts[],
  on: string,
): TargetStanding {
  const path = pathFor(target, measurements, on)
  const counted = countedMeasurements(target, measurements, path)
  const last = counted.at(-1)
  const isFlow = target.kind === 'flow'
  const current = isFlow ? sumDecimals(counted.map(({ value }) => value)) : (last?.value ?? null)
  const measured = { current: last ? current : null, asOf: last?.asOf ?? null }
  if (typeof path === 'string') return { ...unknown, ...measured, reason: path }
  const dueOn = isFlow || !last ? min(on, path.endOn) : last.asOf
  const due = valueDue(path, dueOn)
  // Nothing measured is not nothing done, so there is no status.
  if (!last || current === null) return { ...unknown, due, dueOn, endOn: path.endOn, reason: 'no_measurement' }
  const { elapsed, total } = progress(path, on)
  const status = computeStatus(target, path, current, due, last.asOf)
  const missing = missingOf(path, current)
  const isOver = on >= path.endOn
  const projection = isOver ? null : projectValue(pathValues(target, counted, path), path.endOn, target.value)
  return {
    ...measured,
    due,
    dueOn,
    gap: subtractDecimals(current, due),
    requiredPerMonth:
      status === 'done' || elapsed === total || missing === null
        ? null
        : scaleDecimal(missing, MONTH_DAYS, total - elapsed),
    endOn: path.endOn,
    projection,
    noProjection: projection || isOver ? null : 'few_points',
    status,
    reason: null,
  }
}

const unknown: TargetStanding = {
  current: null,
  asOf: null,
  due: null,
  dueOn: null,
  gap: null,
  requiredPerMonth: null,
  endOn: null,
  projection: null,
  noProjection: null,
  status: null,
  reason: null,
}

/** A level without a baseline has no path at the time of a value from before its first known point. */
function pathFor(target: TargetFacts, measurements: readonly MeasurementFacts[], on: string): TargetPath | NoPath {
  const path = targetPath(target, on)
  if (typeof path === 'string' || target.baseline || target.kind === 'flow' || isAnnualAmount(target)) return path
  const days = measurements.map(({ asOf }) => asOf)
  return days.length > 0 && days.every((day) => day < path.startOn) ? 'no_baseline' : path
}

/** What is missing to the end of the path, with its sign; null where nothing is. */
function missingOf(path: TargetPath, current: Decimal): Decimal | null {
  const missing = subtractDecimals(path.end, current)
  const direction = compareDecimals(path.end, path.start) || 1
  return compareDecimals(missing, '0') === direction ? missing : null
}

/** The values that the path is followed by, one a day: of a flow the sum up to that day, since the path began. */
export function pathValues(
  target: TargetFacts,
  measurements: readonly MeasurementFacts[],
  path: TargetPath,
): MeasurementFacts[] {
  const inPath = countedMeasurements(target, measurements, path).filter(
    ({ asOf }) => asOf >= path.startOn && asOf <= path.endOn,
  )
  if (target.kind === 'level') return inPath
  let sum: Decimal = '0'
  return inPath.map(({ value, asOf }) => {
    sum = sumDecimals([sum, value])
    return { value: sum, asOf }
  })
}

/** One a day, by day; of the path's own time where what is measured begins anew with it. */
function countedMeasurements(
  target: TargetFacts,
  measurements: readonly MeasurementFacts[],
  path: TargetPath | NoPath,
): MeasurementFacts[] {
  const byDay = new Map(measurements.map((measurement) => [measurement.asOf, measurement]))
  const beginsAnew = typeof path !== 'string' && (target.kind === 'flow' || isAnnualAmount(target))
  return [...byDay.values()]
    .filter(({ asOf }) => !beginsAnew || (asOf > path.startOn && asOf <= path.endOn))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
}

function computeStatus(target: TargetFacts, path: TargetPath, current: Decimal, due: Decimal, asOf: string): Status {
  if (isAnnualAmount(target) && target.baseline && compareDecimals(target.value, target.baseline.value) < 0) {
    return ceilingStatus(target, path, current, due, asOf)
  }
  const rising = compareDecimals(path.end, path.start) >= 0
  const gain = (value: Decimal) => (rising ? subtractDecimals(value, path.start) : subtractDecimals(path.start, value))
  // What is asked for anew each year is done when the year's is reached, whatever the years after it ask for.
  const goal = target.per === 'year' ? path.end : target.value
  if (compareDecimals(gain(current), gain(goal)) >= 0) return 'done'
  if (compareDecimals(gain(current), gain(due)) < 0) return 'behind'
  return compareDecimals(gain(current), scaleDecimal(gain(due), AHEAD_PERCENT, 100)) < 0 ? 'on_track' : 'ahead'
}

/** A year's total that is to fall (年能耗): what is due is a ceiling, kept only when the year is over. */
function ceilingStatus(target: TargetFacts, path: TargetPath, current: Decimal, due: Decimal, asOf: string): Status {
  if (asOf === path.endOn && compareDecimals(current, target.value) <= 0) return 'done'
  if (compareDecimals(current, due) > 0) return 'behind'
  return compareDecimals(current, scaleDecimal(due, 200 - AHEAD_PERCENT, 100)) > 0 ? 'on_track' : 'ahead'
}

const min = (a: string, b: string) => (a < b ? a : b)
