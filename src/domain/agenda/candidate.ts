/** Worth of summoning one more unit, in point-minutes: what two points are worth over fifteen minutes. */
export const UNIT_COST = 30

/** An issue that may be chosen; units are numbered from 0. */
export type Candidate = { minutes: number; score: number; units: readonly number[] }

/** What the candidates are worth together, in point-minutes. */
export function worthOf(candidates: readonly Candidate[], summoned: ReadonlySet<number>): number {
  const further = new Set(candidates.flatMap((candidate) => candidate.units).filter((unit) => !summoned.has(unit)))
  return candidates.reduce((sum, { score, minutes }) => sum + score * minutes, 0) - UNIT_COST * further.size
}
