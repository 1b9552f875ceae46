import type { ReportFacts } from './progress-report.ts'

/** A report that is owed, by its period's first day, and the earlier standing ones of the same unit and task. */
export type UnchangedClaim<T> = { pair: string; startsOn: string; item: T }
export type EarlierReport = ReportFacts & { pair: string; startsOn: string; periodKey: string; version: number }

/**
 * For each claim, the oldest period first, the report that "no change" repeats: the newest standing one of an earlier period,
 * or null where there is none. What is repeated for one period is in turn repeated for the next.
 */
export function repeatEarlier<T>(
  claims: readonly UnchangedClaim<T>[],
  earlier: readonly EarlierReport[],
): { item: T; from: EarlierReport | null }[] {
  const ordered = claims.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  const known = [...earlier]
  return ordered.map(({ pair, startsOn, item }) => {
    const from = known
      .filter((report) => report.pair === pair && report.startsOn < startsOn)
      .reduce<EarlierReport | null>((best, one) => (best === null || one.startsOn > best.startsOn ? one : best), null)
    if (from) known.push({ ...from, startsOn })
    return { item, from }
  })
}
