import { type Candidate, UNIT_COST } from './candidate.ts'

/** Candidates that are looked at closely. */
export const POOL = 300

/**
 * The candidates that some best choice may contain, by falling score. Of one length only so many fit; one that is worth
 * less than as many others of its length, even if each of those had to summon all its units, is in no better choice;
 * nor is one that as many outdo.
 */
export function worthwhile(candidates: readonly Candidate[], minutes: number, summoned: ReadonlySet<number>): number[] {
  const byLength = new Map<number, number[]>()
  for (const [index, candidate] of candidates.entries()) {
    if (candidate.minutes > minutes) continue
    const same = byLength.get(candidate.minutes)
    if (same) same.push(index)
    else byLength.set(candidate.minutes, [index])
  }
  const kept: number[] = []
  for (const [length, indices] of byLength) {
    const fits = Math.floor(minutes / length)
    const sure = indices.map((index) => leastWorth(candidates[index] as Candidate)).sort((a, b) => b - a)
    const floor = sure[fits - 1] ?? Number.NEGATIVE_INFINITY
    const hopeful = indices.filter((index) => (candidates[index] as Candidate).score * length >= floor)
    kept.push(...notOutdone(candidates, byScore(candidates, hopeful), fits, summoned))
  }
  return byScore(candidates, kept).slice(0, POOL)
}

/**
 * Of candidates of one length, by falling score, those that fewer than `fits` outdo: with a score no lower, and with no
 * unit to summon that it does not summon as well. Where one of the others is taken, one that outdoes it is left for it.
 */
function notOutdone(
  candidates: readonly Candidate[],
  sorted: readonly number[],
  fits: number,
  summoned: ReadonlySet<number>,
): number[] {
  const kept: { index: number; units: readonly number[] }[] = []
  for (const index of sorted) {
    if (kept.length >= POOL) break
    const units = new Set(candidates[index]?.units.filter((unit) => !summoned.has(unit)))
    let outdone = 0
    for (const other of kept) {
      if (other.units.every((unit) => units.has(unit))) outdone += 1
      if (outdone >= fits) break
    }
    if (outdone < fits) kept.push({ index, units: [...units] })
  }
  return kept.map(({ index }) => index)
}

function byScore(candidates: readonly Candidate[], indices: readonly number[]): number[] {
  return indices.toSorted((a, b) => (candidates[b]?.score ?? 0) - (candidates[a]?.score ?? 0) || a - b)
}

const leastWorth = ({ score, minutes, units }: Candidate) => score * minutes - UNIT_COST * units.length
