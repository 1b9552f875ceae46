import { solveBlock } from './exact-order.ts'
import { compileCost, type StartsCost } from './order-cost.ts'
import { type OrderingProblem, startsOf, waitingScale } from './ordering-problem.ts'
import { seededRandom } from './seeded-random.ts'

/** Neighbours that are ordered exactly at a time. */
const WINDOW = 9
/** How far apart the windows begin. */
const STEP = 4
/** Fixed work, so that the rounds, and with them the result, depend on the problem alone and never on the machine. */
const WORK = 300_000_000
const MAX_ROUNDS = 400
const MIN_ROUNDS = 8
const SEED = 39

/**
 * A good order of many items: from `initial` (allowed) by best moves of single items and exact re-ordering of windows
 * until neither helps, then again from shaken copies of the best, for a fixed number of rounds. Same problem, same order.
 */
export function searchOrder(problem: OrderingProblem, initial: readonly number[]): number[] {
  const random = seededRandom(SEED)
  const startsCost = compileCost(problem)
  const cost: Cost = (order) => startsCost(Float64Array.from(startsOf(problem, order)))
  let best = improve(problem, [...initial], startsCost)
  let bestCost = cost(best)
  let current = best
  let currentCost = bestCost
  for (let round = roundsFor(problem); round > 0; round--) {
    const candidate = improve(problem, shake(current, cost, random), startsCost)
    const candidateCost = cost(candidate)
    if (candidateCost <= currentCost || random() < 0.03) {
      current = candidate
      currentCost = candidateCost
    }
    if (candidateCost < bestCost) {
      best = candidate
      bestCost = candidateCost
    } else if (round % 50 === 0) {
      current = best
      currentCost = bestCost
    }
  }
  return best
}

type Cost = (order: readonly number[]) => number

function roundsFor({ minutes, units }: OrderingProblem): number {
  const evaluation = minutes.length + units.reduce((sum, unit) => sum + unit.items.length, 0)
  const pass = minutes.length ** 2 * evaluation
  return Math.max(MIN_ROUNDS, Math.min(MAX_ROUNDS, Math.floor(WORK / (4 * pass))))
}

function improve(problem: OrderingProblem, start: number[], cost: StartsCost): number[] {
  const order = [...start]
  const starts = Float64Array.from(startsOf(problem, order))
  for (;;) {
    const before = cost(starts)
    for (let moved = true; moved; ) {
      moved = false
      for (const item of [...order]) moved = moveItem(problem, order, starts, item, cost) || moved
    }
    orderWindows(problem, order, starts, cost)
    if (cost(starts) >= before) return order
  }
}

/** Puts an item where it costs least; false where that is where it was. Keeps `order` and `starts` in step. */
function moveItem({ minutes }: OrderingProblem, order: number[], starts: Float64Array, item: number, cost: StartsCost) {
  const length = minutes[item] ?? 0
  const from = order.indexOf(item)
  let best = cost(starts)
  let place = from
  let at = from
  const swap = (direction: -1 | 1) => {
    const other = order[at + direction] as number
    order[at] = other
    order[at + direction] = item
    starts[other] = (starts[other] as number) - direction * length
    starts[item] = (starts[item] as number) + direction * (minutes[other] ?? 0)
    at += direction
  }
  const look = () => {
    const value = cost(starts)
    if (value < best) {
      best = value
      place = at
    }
  }
  while (at > 0) {
    swap(-1)
    look()
  }
  while (at < order.length - 1) {
    swap(1)
    if (at > from) look()
  }
  while (at > place) swap(-1)
  return place !== from
}

/** Orders each run of neighbours exactly, given what stands before and behind it. */
function orderWindows(problem: OrderingProblem, order: number[], starts: Float64Array, cost: StartsCost): void {
  let value = cost(starts)
  for (let from = 0; from + 2 <= order.length; from += from + WINDOW >= order.length ? order.length : STEP) {
    const inside = order.slice(from, from + WINDOW)
    const solved = solveWindow(problem, order, from, inside)
    if (!solved) continue
    order.splice(from, inside.length, ...solved)
    const candidate = Float64Array.from(startsOf(problem, order))
    const candidateValue = cost(candidate)
    if (candidateValue < value) {
      starts.set(candidate)
      value = candidateValue
    } else {
      order.splice(from, inside.length, ...inside)
    }
  }
}

function solveWindow(problem: OrderingProblem, order: readonly number[], from: number, inside: readonly number[]) {
  const place = new Array<number>(order.length).fill(-1)
  for (const [index, item] of order.entries()) place[item] = index - from
  const isInside = (item: number) => (place[item] ?? -1) >= 0 && (place[item] ?? -1) < inside.length
  const maskOf = (items: readonly number[]) =>
    items.reduce((mask, item) => (isInside(item) ? mask | (1 << (place[item] ?? 0)) : mask), 0)
  const pick = (values: readonly number[]) => inside.map((item) => values[item] ?? 0)
  const solved = solveBlock({
    minutes: pick(problem.minutes),
    urgency: pick(problem.urgency),
    earliest: pick(problem.earliest),
    latest: pick(problem.latest),
    predecessors: inside.map((item) => maskOf(problem.predecessors[item] ?? [])),
    units: problem.units.map(({ delegates, items }) => ({
      delegates,
      mask: maskOf(items),
      begun: items.some((item) => (place[item] ?? 0) < 0),
      needed: items.some((item) => (place[item] ?? 0) >= inside.length),
    })),
    startAt: startsOf(problem, order)[inside[0] ?? 0] ?? 0,
    scale: waitingScale(problem),
  })
  return solved?.map((index) => inside[index] ?? 0)
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
