import { type Candidate, UNIT_COST } from './candidate.ts'
import { POOL, worthwhile } from './worthwhile.ts'

/** Which candidates to take (indices, ascending), and whether no other choice is worth more. */
type Picked = { picks: number[]; proved: boolean }

/** Beginnings that are tried before the best so far is taken as it is; the same on every machine. */
const MAX_STEPS = 60_000

/**
 * Spends `minutes` on the candidates that are worth most: Σ score × minutes − {@link UNIT_COST} for each unit that is not
 * `summoned` already. No candidate is left out while there is room for it. Branch and bound by falling score: what is
 * left can bring no more than the best scores over the minutes that are left.
 */
export function pickBest(candidates: readonly Candidate[], minutes: number, summoned: ReadonlySet<number>): Picked {
  const pool = worthwhile(candidates, minutes, summoned)
  const sorted = pool.map((index) => candidates[index] as Candidate)
  const bound = boundOf(sorted)
  const shortest = shortestFrom(sorted)
  const present = new Map([...summoned].map((unit) => [unit, 1] as const))
  const taken: number[] = []
  let best: number[] = []
  let bestWorth = Number.NEGATIVE_INFINITY
  let steps = 0

  /** `excluded`: the shortest candidate passed over; it must not fit into what stays free. */
  const visit = (at: number, free: number, worth: number, excluded: number): void => {
    if (++steps > MAX_STEPS) return
    if (free < (shortest[at] ?? Number.POSITIVE_INFINITY)) {
      if (excluded > free && worth > bestWorth) {
        bestWorth = worth
        best = [...taken]
      }
      return
    }
    const most = bound(at, free)
    if (worth + most.worth <= bestWorth || free - most.minutes >= excluded) return
    const candidate = sorted[at] as Candidate
    if (candidate.minutes <= free) {
      const cost = UNIT_COST * arrive(present, candidate.units)
      taken.push(at)
      visit(at + 1, free - candidate.minutes, worth + candidate.score * candidate.minutes - cost, excluded)
      taken.pop()
      leave(present, candidate.units)
    }
    visit(at + 1, free, worth, Math.min(excluded, candidate.minutes))
  }
  visit(0, minutes, 0, Number.POSITIVE_INFINITY)
  return {
    picks: best.map((place) => pool[place] as number).sort((a, b) => a - b),
    proved: steps <= MAX_STEPS && pool.length < POOL,
  }
}

/** From a place on: the most worth, and the most minutes, that the rest can still bring into the free minutes. */
function boundOf(sorted: readonly Candidate[]) {
  const minutesTo = [0]
  const worthTo = [0]
  for (const { minutes, score } of sorted) {
    minutesTo.push((minutesTo.at(-1) ?? 0) + minutes)
    worthTo.push((worthTo.at(-1) ?? 0) + minutes * score)
  }
  return (at: number, free: number): { worth: number; minutes: number } => {
    const limit = (minutesTo[at] ?? 0) + free
    let low = at
    let high = sorted.length
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((minutesTo[middle] ?? 0) <= limit) low = middle
      else high = middle - 1
    }
    const whole = (worthTo[low] ?? 0) - (worthTo[at] ?? 0)
    const part = low < sorted.length ? (limit - (minutesTo[low] ?? 0)) * (sorted[low]?.score ?? 0) : 0
    const left = (minutesTo[sorted.length] ?? 0) - (minutesTo[at] ?? 0)
    return { worth: whole + part, minutes: Math.min(left, free) }
  }
}

function shortestFrom(sorted: readonly Candidate[]): number[] {
  const shortest = new Array<number>(sorted.length + 1).fill(Number.POSITIVE_INFINITY)
  for (let at = sorted.length - 1; at >= 0; at--) {
    shortest[at] = Math.min(shortest[at + 1] ?? 0, sorted[at]?.minutes ?? 0)
  }
  return shortest
}

/** Counts the units in; the number of those that were not there before. */
function arrive(present: Map<number, number>, units: readonly number[]): number {
  let further = 0
  for (const unit of units) {
    const there = present.get(unit) ?? 0
    if (there === 0) further += 1
    present.set(unit, there + 1)
  }
  return further
}

function leave(present: Map<number, number>, units: readonly number[]): void {
  for (const unit of units) present.set(unit, (present.get(unit) ?? 1) - 1)
}
