import { DECIMAL_PLACES, type Decimal, fromMillionths, INTEGER_DIGITS, roundDecimal, toMillionths } from './decimal.ts'
import { daysBetween } from './target-path.ts'

/** Where a target will be by its trend, and what that is told from. */
export type Projection = {
  /** In the target's unit, to as many decimals as the target and its values have; below nothing only where a value was. */
  value: Decimal
  /** The day it is told for: the end of the present path. */
  on: string
  /** How many values it is told from, and the days of the first and the last of them. */
  points: number
  from: string
  to: string
}

/** A trend is told from so many values of different days at least. */
const LEAST_POINTS = 3
/** Of more values the latest so many are taken: enough for a trend, and few enough for all pairs of them. */
const MOST_POINTS = 60
/** The largest whole number a decimal holds, in millionths. */
const MOST_SIZE = 10n ** BigInt(INTEGER_DIGITS + DECIMAL_PLACES) - 10n ** BigInt(DECIMAL_PLACES)

/**
 * The value on the day `on` by the robust trend of Theil and Sen: from the last value on, by the median of the slopes
 * between all pairs of values, which up to 29 % of wrong values do not move far. Null below three values; values are one a
 * day, in the order of their days, and none lies behind `on`.
 * @param likeness a decimal whose number of places the result has at least, such as what the target asks for
 */
export function projectValue(
  values: readonly { value: Decimal; asOf: string }[],
  on: string,
  likeness: Decimal,
): Projection | null {
  const taken = values.slice(-MOST_POINTS)
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last || taken.length < LEAST_POINTS) return null
  const points = taken.map(({ value, asOf }) => ({ day: daysBetween(first.asOf, asOf), size: toMillionths(value) }))
  const slope = medianSlope(points)
  const gain = divide(slope.rise * BigInt(daysBetween(last.asOf, on)), slope.days)
  const places = Math.max(...[likeness, ...taken.map(({ value }) => value)].map(placesOf))
  const least = points.some(({ size }) => size < 0n) ? -MOST_SIZE : 0n
  const value = roundDecimal(fromMillionths(within(toMillionths(last.value) + gain, least)), places)
  return { value, on, points: taken.length, from: first.asOf, to: last.asOf }
}

/** A rise in millionths over a number of days. */
type Slope = { rise: bigint; days: bigint }

function medianSlope(points: readonly { day: number; size: bigint }[]): Slope {
  const slopes = points
    .flatMap((one, at) =>
      points.slice(at + 1).map((other): Slope => ({ rise: other.size - one.size, days: BigInt(other.day - one.day) })),
    )
    .sort((a, b) => compare(a.rise * b.days, b.rise * a.days))
  const middle = slopes[Math.floor(slopes.length / 2)] ?? { rise: 0n, days: 1n }
  const before = slopes[slopes.length / 2 - 1]
  if (!before) return middle
  return { rise: before.rise * middle.days + middle.rise * before.days, days: 2n * before.days * middle.days }
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

/** Halves away from zero. */
function divide(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n
  return (numerator < 0n ? numerator - half : numerator + half) / denominator
}

function within(millionths: bigint, least: bigint): bigint {
  return millionths < least ? least : millionths > MOST_SIZE ? MOST_SIZE : millionths
}

const placesOf = (decimal: Decimal) => decimal.split('.')[1]?.length ?? 0
