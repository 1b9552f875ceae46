import type { OrderingProblem } from './ordering-problem.ts'

/**
 * The problem with each item's window as narrow as what must come before and after it leaves it, and all ends finite;
 * the same orders are allowed. Null where before/after rules go round in a circle.
 */
export function tightenWindows(problem: OrderingProblem): OrderingProblem | null {
  const { minutes, predecessors } = problem
  const order = afterPredecessors(predecessors)
  if (!order) return null
  const total = minutes.reduce((sum, length) => sum + length, 0)
  const before = minutes.map(() => new Set<number>())
  for (const item of order) {
    for (const other of predecessors[item] ?? []) {
      before[item]?.add(other)
      for (const further of before[other] ?? []) before[item]?.add(further)
    }
  }
  const earliest = [...problem.earliest]
  const latest = problem.latest.map((until) => Math.min(until, total))
  const behind = minutes.map(() => 0)
  for (const item of order) {
    let needed = 0
    for (const other of before[item] ?? []) {
      needed += minutes[other] ?? 0
      behind[other] = (behind[other] ?? 0) + (minutes[item] ?? 0)
    }
    const ends = (predecessors[item] ?? []).map((other) => (earliest[other] ?? 0) + (minutes[other] ?? 0))
    earliest[item] = Math.max(earliest[item] ?? 0, needed, ...ends)
  }
  for (const item of order.toReversed()) {
    latest[item] = Math.min(latest[item] ?? 0, total - (behind[item] ?? 0))
    const begin = latest[item] - (minutes[item] ?? 0)
    for (const other of predecessors[item] ?? []) latest[other] = Math.min(latest[other] ?? 0, begin)
  }
  return { ...problem, earliest, latest }
}

/** The items, each after those that must come before it; null where that cannot be. */
function afterPredecessors(predecessors: readonly (readonly number[])[]): number[] | null {
  const missing = predecessors.map((before) => new Set(before).size)
  const followers = predecessors.map(() => [] as number[])
  for (const [item, before] of predecessors.entries()) for (const other of new Set(before)) followers[other]?.push(item)
  const ready = missing.flatMap((count, item) => (count === 0 ? [item] : []))
  // The list grows while it is read.
  for (const item of ready) {
    for (const follower of followers[item] ?? []) {
      missing[follower] = (missing[follower] ?? 0) - 1
      if (missing[follower] === 0) ready.push(follower)
    }
  }
  return ready.length === predecessors.length ? ready : null
}
