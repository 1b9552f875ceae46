import { solveBlock } from './exact-order.ts'
import {
  delayFrom,
  isAllowed,
  isFree,
  type OrderingProblem,
  startsOf,
  waitingFrom,
  waitingScale,
} from './ordering-problem.ts'
import { seededRandom } from './seeded-random.ts'

/** Neighbours that are ordered exactly at a time. */
const WINDOW = 9
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
  const cost = costFunction(problem)
  let best = improve(problem, [...initial], cost)
  let bestCost = cost(best)
  let current = best
  let currentCost = bestCost
  for (let round = roundsFor(problem); round > 0; round--) {
    const candidate = improve(problem, shake(problem, current, random), cost)
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

/** Waiting, then urgency × start, as one number; Infinity for an order that is not allowed. */
function costFunction(problem: OrderingProblem): Cost {
  const scale = waitingScale(problem)
  const free = isFree(problem)
  return (order) => {
    if (!free && !isAllowed(problem, order)) return Number.POSITIVE_INFINITY
    const starts = startsOf(problem, order)
    return waitingFrom(problem, starts) * scale + delayFrom(problem, starts)
  }
}

function roundsFor({ minutes, units }: OrderingProblem): number {
  const evaluation = minutes.length + units.reduce((sum, unit) => sum + unit.items.length, 0)
  const pass = minutes.length ** 2 * evaluation
  return Math.max(MIN_ROUNDS, Math.min(MAX_ROUNDS, Math.floor(WORK / (4 * pass))))
}

function improve(problem: OrderingProblem, start: number[], cost: Cost): number[] {
  let order = start
  let value = cost(order)
  for (;;) {
    order = moveItems(order, cost)
    order = orderWindows(problem, order, cost)
    const improved = cost(order)
    if (improved >= value) return order
    value = improved
  }
}

/** Takes each item out and puts it where it costs least, until no move helps. */
function moveItems(start: readonly number[], cost: Cost): number[] {
  let order = [...start]
  let value = cost(order)
  for (let improved = true; improved; ) {
    improved = false
    for (const item of [...order]) {
      const rest = order.filter((other) => other !== item)
      for (let place = 0; place <= rest.length; place++) {
        const candidate = rest.toSpliced(place, 0, item)
        const candidateValue = cost(candidate)
        if (candidateValue < value) {
          order = candidate
          value = candidateValue
          improved = true
        }
      }
    }
  }
  return order
}

/** Orders each run of neighbours exactly, given what stands before and behind it. */
function orderWindows(problem: OrderingProblem, start: readonly number[], cost: Cost): number[] {
  let order = [...start]
  let value = cost(order)
  for (let from = 0; from + 2 <= order.length; from += from + WINDOW >= order.length ? order.length : 3) {
    const inside = order.slice(from, from + WINDOW)
    const solved = solveWindow(problem, order, from, inside)
    if (!solved) continue
    const candidate = [...order.slice(0, from), ...solved, ...order.slice(from + inside.length)]
    const candidateValue = cost(candidate)
    if (candidateValue < value) {
      order = candidate
      value = candidateValue
    }
  }
  return order
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
function shake(problem: OrderingProblem, start: readonly number[], random: () => number): number[] {
  let order = [...start]
  const below = (limit: number) => Math.floor(random() * limit)
  for (let moved = 0, tries = 0; moved < 2 && tries < 40; tries++) {
    const from = below(order.length)
    const run = order.slice(from, from + 1 + below(6))
    const rest = order.filter((item) => !run.includes(item))
    if (random() < 0.5) run.reverse()
    const candidate = rest.toSpliced(below(rest.length + 1), 0, ...run)
    if (!isAllowed(problem, candidate)) continue
    order = candidate
    moved += 1
  }
  return order
}
