import { joinEqualItems } from './equal-items.ts'
import { MAX_BLOCK, solveBlock } from './exact-order.ts'
import { searchOrder } from './local-search.ts'
import { type OrderingProblem, waitingScale, withoutIdleUnits, withSafeUrgency } from './ordering-problem.ts'
import { orderByUrgency } from './score-order.ts'

/** Up to so many items ordering takes some 20 ms; above it takes up to a second and belongs off the request path. */
export const INLINE_ITEMS = 18

/** An order of items; `proved` where no allowed order waits less. */
export type Order = { order: number[]; proved: boolean }

/**
 * The allowed order with the least waiting, and among those the most urgent early: exact to 18 items; above, items with
 * equal attendance are treated in a row, which costs no waiting; if then 22 or fewer are left exact still, otherwise the
 * best found. Null where no order is allowed. Same problem, same order.
 */
export function orderItems(problem: OrderingProblem): Order | null {
  const waiting = withSafeUrgency(withoutIdleUnits(problem))
  if (waiting.minutes.length <= INLINE_ITEMS) return exactly(waiting)
  const joined = joinEqualItems(waiting)
  const found = joined.problem.minutes.length <= MAX_BLOCK ? exactly(joined.problem) : bySearch(joined.problem)
  return found && { order: found.order.flatMap((group) => joined.groups[group] ?? []), proved: found.proved }
}

function exactly(problem: OrderingProblem): Order | null {
  const order = solveBlock({
    ...problem,
    units: problem.units.map(({ delegates, items }) => ({
      delegates,
      mask: maskOf(items),
      begun: false,
      needed: false,
    })),
    predecessors: problem.predecessors.map(maskOf),
    startAt: 0,
    scale: waitingScale(problem),
  })
  return order && { order, proved: true }
}

function bySearch(problem: OrderingProblem): Order | null {
  const initial = orderByUrgency(problem)
  if (!initial) return null
  const order = searchOrder(problem, initial.order)
  return { order, proved: problem.units.length === 0 }
}

const maskOf = (items: readonly number[]) => items.reduce((mask, item) => mask | (1 << item), 0)
