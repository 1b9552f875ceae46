import { addDecimals, type Decimal, scaleDecimal, subtractDecimals } from './decimal.ts'
import type { TargetFacts } from './target.ts'

/**
 * The ends of years that a level, or a flow asked for once, is to reach a value by, in their order, and its deadline as
 * the last; what was set for the deadline's year or later gives way to the target's own value.
 */
export function yearEnds({ yearly, value, by }: TargetFacts): { on: string; value: Decimal }[] {
  const ends = yearsOf(yearly).map(([year, due]) => ({ on: `${year}-12-31`, value: due }))
  return by ? [...ends.filter((end) => end.on < `${by.slice(0, 4)}-01-01`), { on: by, value }] : ends
}

/**
 * A year's total to reach of an amount of a year: its own where it has one, else on the straight way between the years
 * around it, of which the baseline's is the first and the deadline's the last; each year's where there is no `by`. Null
 * where nothing comes before.
 */
export function annualTotal(target: TargetFacts, year: number): Decimal | null {
  const { yearly, value, by, per, baseline } = target
  if (!by || per === 'year') return yearly?.[year] ?? value
  const last = yearOf(by)
  const first = baseline ? yearOf(baseline.on) : Number.NEGATIVE_INFINITY
  if (first >= last) return null
  const years: [number, Decimal][] = [
    ...(baseline ? [[first, baseline.value] satisfies [number, Decimal]] : []),
    ...yearsOf(yearly).filter(([one]) => one > first && one < last),
    [last, value],
  ]
  const at = years.findIndex(([one]) => one >= year)
  const [to, from] = [years[at], years[at - 1]]
  if (!to) return value
  if (to[0] === year) return to[1]
  if (!from) return baseline ? to[1] : null
  return addDecimals(from[1], scaleDecimal(subtractDecimals(to[1], from[1]), year - from[0], to[0] - from[0]))
}

function yearsOf(yearly: TargetFacts['yearly']): [number, Decimal][] {
  return Object.entries(yearly ?? {})
    .map(([year, value]): [number, Decimal] => [Number(year), value])
    .sort(([a], [b]) => a - b)
}

const yearOf = (day: string) => Number(day.slice(0, 4))
