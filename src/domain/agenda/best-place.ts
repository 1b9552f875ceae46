import { hasWindows, type OrderingProblem, waitingScale } from './ordering-problem.ts'

/** Puts an item where it costs least, changing `order` (allowed) in place; false where that is where it was. */
export type MoveItem = (order: number[], item: number) => boolean

/**
 * Moving items of one problem. All places of an item are priced at once: taken out, the rest stands still, and each
 * place adds what the item makes others wait there, and what its own units then wait for it.
 */
export function compileMove(problem: OrderingProblem): MoveItem {
  const count = problem.minutes.length
  const scale = waitingScale(problem)
  const { minutes, urgency, predecessors, earliest, latest } = problem
  const delegates = Float64Array.from(problem.units, (unit) => unit.delegates)
  const unitsOf = unitsByItem(problem)
  const successors = minutes.map((_, item) =>
    minutes.flatMap((_, late) => (predecessors[late]?.includes(item) ? late : [])),
  )
  const clocked = hasWindows(problem)
  const place = new Int32Array(count)
  const start = new Float64Array(count + 1)
  const across = new Float64Array(count + 2)
  const price = new Float64Array(count)
  const first = new Int32Array(delegates.length)
  const last = new Int32Array(delegates.length)
  const rest = new Int32Array(count)

  /** Lays out the order without the item: who is at it first and last, and how many wait across each gap. */
  const layOut = (order: readonly number[], item: number): void => {
    let at = 0
    first.fill(-1)
    across.fill(0)
    for (const other of order) {
      if (other === item) continue
      rest[at] = other
      place[other] = at
      start[at + 1] = (start[at] as number) + (minutes[other] as number)
      for (const unit of unitsOf[other] as Int32Array) {
        if (first[unit] === -1) first[unit] = at
        last[unit] = at
      }
      at += 1
    }
    for (const unit of unitsOf[item] as Int32Array) last[unit] = first[unit] === -1 ? -1 : -2 - (last[unit] as number)
    for (let unit = 0; unit < delegates.length; unit++) {
      const from = first[unit] as number
      const to = last[unit] as number
      if (from < 0 || to < 0) continue
      across[from + 1] = (across[from + 1] as number) + (delegates[unit] as number)
      across[to + 1] = (across[to + 1] as number) - (delegates[unit] as number)
    }
  }

  const priceAll = (item: number): void => {
    const length = minutes[item] as number
    let crossed = 0
    for (let gap = 0; gap < count; gap++) {
      crossed += across[gap] as number
      price[gap] = scale * length * crossed + (urgency[item] as number) * (start[gap] as number)
    }
    let later = 0
    for (let gap = count - 1; gap >= 0; gap--) {
      price[gap] = (price[gap] as number) + length * later
      if (gap > 0) later += urgency[rest[gap - 1] as number] as number
    }
    for (const unit of unitsOf[item] as Int32Array) {
      const begins = first[unit] as number
      if (begins === -1) continue
      const ends = -2 - (last[unit] as number)
      const weight = scale * (delegates[unit] as number)
      for (let gap = 0; gap < begins; gap++) {
        price[gap] = (price[gap] as number) + weight * ((start[begins] as number) - (start[gap] as number))
      }
      for (let gap = ends + 2; gap < count; gap++) {
        price[gap] = (price[gap] as number) + weight * ((start[gap] as number) - (start[ends + 1] as number))
      }
    }
  }

  /** Prices a place that breaks a time window at Infinity: the item's own, or that of one it pushes back or lets come. */
  const heedWindows = (item: number): void => {
    const length = minutes[item] as number
    const fits = (other: number, at: number) =>
      at >= (earliest[other] as number) && at + (minutes[other] as number) <= (latest[other] as number)
    let open = true
    for (let gap = 0; gap < count; gap++) {
      if (!open || !fits(item, start[gap] as number)) price[gap] = Number.POSITIVE_INFINITY
      if (gap < count - 1) open &&= fits(rest[gap] as number, start[gap] as number)
    }
    open = true
    for (let gap = count - 1; gap > 0; gap--) {
      open &&= fits(rest[gap - 1] as number, (start[gap - 1] as number) + length)
      if (!open) price[gap - 1] = Number.POSITIVE_INFINITY
    }
  }

  return (order, item) => {
    const from = order.indexOf(item)
    layOut(order, item)
    priceAll(item)
    if (clocked) heedWindows(item)
    let low = 0
    let high = count - 1
    for (const other of predecessors[item] as readonly number[]) low = Math.max(low, (place[other] as number) + 1)
    for (const other of successors[item] as readonly number[]) high = Math.min(high, place[other] as number)
    let best = from
    for (let gap = low; gap <= high; gap++) if ((price[gap] as number) < (price[best] as number)) best = gap
    if (best === from) return false
    order.splice(from, 1)
    order.splice(best, 0, item)
    return true
  }
}

/** For each item the units that are needed at it. */
export function unitsByItem({ minutes, units }: OrderingProblem): Int32Array[] {
  const lists = minutes.map((): number[] => [])
  for (const [unit, { items }] of units.entries()) for (const item of items) lists[item]?.push(unit)
  return lists.map((list) => Int32Array.from(list))
}
