/** Who waits: so many delegates, needed at these items (indices, ascending). */
type WaitingUnit = { delegates: number; items: readonly number[] }

/** Items to be put in an order, back to back from minute 0. Items are indices; all numbers are whole. */
export type OrderingProblem = {
  minutes: readonly number[]
  /** How much it matters that an item comes early; breaks ties of waiting. */
  urgency: readonly number[]
  units: readonly WaitingUnit[]
  /** For each item the items that must come before it. */
  predecessors: readonly (readonly number[])[]
  /** For each item the minute it may start at and the minute it must have ended by (Infinity: any). */
  earliest: readonly number[]
  latest: readonly number[]
}

/** The problem without the units that never wait, and with those always together counted as one. */
export function withoutIdleUnits(problem: OrderingProblem): OrderingProblem {
  const merged = new Map<string, WaitingUnit>()
  for (const { delegates, items } of problem.units) {
    if (items.length < 2 || delegates === 0) continue
    const key = items.join()
    merged.set(key, { items, delegates: delegates + (merged.get(key)?.delegates ?? 0) })
  }
  return { ...problem, units: [...merged.values()] }
}

/** The minute each item of the order starts at, by item. */
export function startsOf(problem: OrderingProblem, order: readonly number[]): number[] {
  const starts = new Array<number>(problem.minutes.length).fill(0)
  let now = 0
  for (const item of order) {
    starts[item] = now
    now += problem.minutes[item] ?? 0
  }
  return starts
}

/** Σ over units of delegates × (from the start of its first item to the end of its last − the minutes of its own). */
export function waitingOf(problem: OrderingProblem, order: readonly number[]): number {
  const { minutes, units } = problem
  const starts = startsOf(problem, order)
  let waiting = 0
  for (const { delegates, items } of units) {
    let first = Number.POSITIVE_INFINITY
    let last = 0
    let own = 0
    for (const item of items) {
      const start = starts[item] ?? 0
      const length = minutes[item] ?? 0
      own += length
      if (start < first) first = start
      if (start + length > last) last = start + length
    }
    if (items.length > 0) waiting += delegates * (last - first - own)
  }
  return waiting
}

/**
 * What a minute of waiting counts, so that `waiting × scale + delay` compares orders by waiting first; one exact number
 * keeps the searches fast.
 */
export function waitingScale({ minutes, urgency }: OrderingProblem): number {
  return 1 + sum(urgency) * sum(minutes)
}

/**
 * The problem with its urgencies replaced by their ranks where the exact numbers would not fit {@link waitingScale}'s
 * one number (2^53).
 */
export function withSafeUrgency(problem: OrderingProblem): OrderingProblem {
  const delegates = sum(problem.units.map((unit) => unit.delegates))
  const fits = (delegates * sum(problem.minutes) + 1) * waitingScale(problem) < Number.MAX_SAFE_INTEGER
  if (fits) return problem
  const ranks = [...new Set(problem.urgency)].sort((a, b) => a - b)
  return { ...problem, urgency: problem.urgency.map((urgency) => ranks.indexOf(urgency)) }
}

/** Does it matter when an item comes, not only after what? */
export function hasWindows({ earliest, latest }: OrderingProblem): boolean {
  return earliest.some((minute) => minute > 0) || latest.some((minute) => minute < Number.POSITIVE_INFINITY)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
