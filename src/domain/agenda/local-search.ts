import { compileMove } from './best-place.ts'
import { compileCost } from './order-cost.ts'
import { compileWindows } from './order-windows.ts'
import { type OrderingProblem, startsOf } from './ordering-problem.ts'
import { seededRandom } from './seeded-random.ts'

/** Fixed work, so that the rounds, and with them the result, depend on the problem alone and never on the machine. */
const WORK = 250_000_000
const MAX_ROUNDS = 1000
const MIN_ROUNDS = 2
/** Rounds after which the search goes back to the best so far. */
const STRAY = 40
const SEED = 39

/**
 * A good order of many items: from `initial` (allowed) by best moves of single items and exact re-ordering of windows
 * until neither helps, then again from shaken copies of the best, for a fixed number of rounds. Same problem, same order.
 */
export function searchOrder(problem: OrderingProblem, initial: readonly number[]): number[] {
  const random = seededRandom(SEED)
  const startsCost = compileCost(problem)
  const cost: Cost = (order) => startsCost(Float64Array.from(startsOf(problem, order)))
  const improve = compileImprove(problem, cost)
  let best = improve(initial)
  let bestCost = cost(best)
  let current = best
  let currentCost = bestCost
  let stray = 0
  for (let round = roundsFor(problem); round > 0; round--) {
    const candidate = improve(shake(current, cost, random))
    const candidateCost = cost(candidate)
    if (candidateCost <= currentCost || random() < 0.03) {
      current = candidate
      currentCost = candidateCost
    }
    stray += 1
    if (candidateCost < bestCost) {
      best = candidate
      bestCost = candidateCost
      stray = 0
    } else if (stray % STRAY === 0) {
      current = best
      currentCost = bestCost
    }
  }
  return best
}

type Cost = (order: readonly number[]) => number

/** A round is some passes of moves, each pricing every item's places, and some of windows. */
function roundsFor({ minutes, units }: OrderingProblem): number {
  const count = minutes.length
  const attendance = units.reduce((sum, unit) => sum + unit.items.length, 0)
  const moves = count * (4 * count + 2 * units.length + 2 * attendance) + count * attendance
  const windows = (count / 4) * (12_000 + 10 * attendance)
  return Math.max(MIN_ROUNDS, Math.min(MAX_ROUNDS, Math.floor(WORK / (4 * moves + 2 * windows))))
}

function compileImprove(problem: OrderingProblem, cost: Cost): (start: readonly number[]) => number[] {
  const moveItem = compileMove(problem)
  const orderWindows = compileWindows(problem)
  return (start) => {
    const order = [...start]
    for (let before = cost(order); ; ) {
      for (let moved = true; moved; ) {
        moved = false
        for (const item of [...order]) moved = moveItem(order, item) || moved
      }
      orderWindows(order)
      const after = cost(order)
      if (after >= before) return order
      before = after
    }
  }
}

/** Moves two random runs of items elsewhere, perhaps turned round; only where that is allowed. */
function shake(start: readonly number[], cost: Cost, random: () => number): number[] {
  let order = [...start]
  const below = (limit: number) => Math.floor(random() * limit)
  for (let moved = 0, tries = 0; moved < 2 && tries < 40; tries++) {
    const from = below(order.length)
    const run = order.slice(from, from + 1 + below(6))
    const rest = order.filter((item) => !run.includes(item))
    if (random() < 0.5) run.reverse()
    const candidate = rest.toSpliced(below(rest.length + 1), 0, ...run)
    if (cost(candidate) === Number.POSITIVE_INFINITY) continue
    order = candidate
    moved += 1
  }
  return order
}
