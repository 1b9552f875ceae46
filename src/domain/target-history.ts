import type { Decimal } from './decimal.ts'

/** A recorded value with where it is from; `unit` null: the leading group's office. */
export type SourcedValue = { value: Decimal; asOf: string; unit: string | null; source: string }

/** Two sources that give different values for one day: the last of each, the one that counts last. */
export type SourceConflict = { asOf: string; values: SourcedValue[] }

/** Marks of values in the order in which they were recorded: superseded where a later one is for the same day. */
export function markSuperseded<T extends { asOf: string }>(recorded: readonly T[]): (T & { superseded: boolean })[] {
  const last = new Map(recorded.map((one, index) => [one.asOf, index]))
  return recorded.map((one, index) => ({ ...one, superseded: last.get(one.asOf) !== index }))
}

/**
 * The days for which different sources (a unit, and what it names as its source) gave different values, latest first.
 * A source that corrects itself does not disagree. `recorded` is in the order in which the values were recorded.
 */
export function sourceConflicts(recorded: readonly SourcedValue[]): SourceConflict[] {
  return [...Map.groupBy(recorded, ({ asOf }) => asOf)]
    .map(([asOf, ofDay]) => ({ asOf, values: lastOfEachSource(ofDay) }))
    .filter(({ values }) => new Set(values.map(({ value }) => value)).size > 1)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
}

function lastOfEachSource(ofDay: readonly SourcedValue[]): SourcedValue[] {
  const bySource = new Map<string, SourcedValue>()
  for (const one of ofDay) {
    const key = JSON.stringify([one.unit, one.source])
    bySource.delete(key)
    bySource.set(key, one)
  }
  return [...bySource.values()]
}
