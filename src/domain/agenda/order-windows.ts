import { unitsByItem } from './best-place.ts'
import { solveBlock } from './exact-order.ts'
import { type OrderingProblem, waitingScale } from './ordering-problem.ts'

/** Neighbours that are ordered exactly at a time. */
const WINDOW = 9
/** How far apart the windows begin. */
const STEP = 4

/** Orders each run of neighbours of an allowed order exactly, given what stands before and behind it; never worse. */
export function compileWindows(problem: OrderingProblem): (order: number[]) => void {
  const { minutes, predecessors, units } = problem
  const unitsOf = unitsByItem(problem)
  const scale = waitingScale(problem)
  const place = new Int32Array(minutes.length)

  const solve = (order: readonly number[], from: number, startAt: number) => {
    const inside = order.slice(from, from + WINDOW)
    const end = from + inside.length
    for (const [at, item] of order.entries()) place[item] = at
    const isInside = (item: number) => (place[item] as number) >= from && (place[item] as number) < end
    const masks = new Int32Array(units.length)
    for (const [at, item] of inside.entries()) {
      for (const unit of unitsOf[item] as Int32Array) masks[unit] = (masks[unit] as number) | (1 << at)
    }
    const waiting = units.map(({ delegates, items }, unit) => ({
      delegates,
      mask: masks[unit] as number,
      begun: items.some((item) => (place[item] as number) < from),
      needed: items.some((item) => (place[item] as number) >= end),
    }))
    const pick = (values: readonly number[]) => inside.map((item) => values[item] ?? 0)
    const solved = solveBlock({
      minutes: pick(minutes),
      urgency: pick(problem.urgency),
      earliest: pick(problem.earliest),
      latest: pick(problem.latest),
      predecessors: inside.map((item) =>
        (predecessors[item] ?? []).reduce(
          (mask, other) => (isInside(other) ? mask | (1 << ((place[other] as number) - from)) : mask),
          0,
        ),
      ),
      // One that has no item inside waits all the time or not at all, in whatever order.
      units: waiting.filter((unit) => unit.mask !== 0),
      startAt,
      scale,
    })
    return solved?.map((at) => inside[at] as number)
  }

  return (order) => {
    let startAt = 0
    for (let from = 0; from + 2 <= order.length; from += STEP) {
      const solved = solve(order, from, startAt)
      if (solved) order.splice(from, solved.length, ...solved)
      if (from + WINDOW >= order.length) return
      for (const item of order.slice(from, from + STEP)) startAt += minutes[item] ?? 0
    }
  }
}
