import type { OrderingProblem } from './ordering-problem.ts'
import { tightenWindows } from './tight-windows.ts'

/** So many beginnings are tried before giving up on awkward windows. */
const MAX_BEGINNINGS = 100_000

/**
 * The allowed order with the most urgent item first, then the most urgent of the rest, and so on; ties by index. Null
 * where no order is allowed. With windows so awkward that this takes too long, `proved` is false and the order any
 * allowed one; null then means that none was found.
 */
export function orderByUrgency(problem: OrderingProblem): { order: number[]; proved: boolean } | null {
  const tight = tightenWindows(problem)
  if (!tight) return null
  const { urgency, earliest, latest } = tight
  const items = [...urgency.keys()]
  const byUrgency = extend(
    tight,
    items.toSorted((a, b) => (urgency[b] ?? 0) - (urgency[a] ?? 0) || a - b),
  )
  if (byUrgency !== 'gave up') return byUrgency && { order: byUrgency, proved: true }
  // What must end soonest first, what may begin latest last: it often succeeds where urgency leads astray.
  const pressing = items.toSorted(
    (a, b) => (latest[a] ?? 0) - (latest[b] ?? 0) || (earliest[a] ?? 0) - (earliest[b] ?? 0),
  )
  const byPressure = extend(tight, pressing)
  return byPressure === null || byPressure === 'gave up' ? null : { order: byPressure, proved: false }
}

/** The first allowed order in which each item is the best-ranked that can still lead to one. */
function extend(problem: OrderingProblem, ranked: readonly number[]): number[] | null | 'gave up' {
  const { minutes, predecessors, earliest, latest } = problem
  const bySoonest = ranked.toSorted((a, b) => (latest[a] ?? 0) - (latest[b] ?? 0))
  const byLatest = ranked.toSorted((a, b) => (earliest[a] ?? 0) - (earliest[b] ?? 0))
  const { kindOf, kinds } = alike(problem)
  const placed = minutes.map(() => false)
  const counts = new Uint16Array(kinds)
  // What can follow depends on how many of each kind are placed, so that what led nowhere never will.
  const deadEnds = new Set<string>()
  const order: number[] = []
  let now = 0
  let tries = 0

  const mayCome = (item: number) =>
    !placed[item] && now >= (earliest[item] ?? 0) && (predecessors[item] ?? []).every((before) => placed[before])

  /** Would the rest keep all ends, treated by them and whenever it likes; and could it fill the time until all begin? */
  const hopeful = (): boolean => {
    let through = now
    for (const item of bySoonest) {
      if (placed[item]) continue
      through += minutes[item] as number
      if (through > (latest[item] as number)) return false
    }
    through = now
    for (const item of byLatest) {
      if (placed[item]) continue
      if (through < (earliest[item] as number)) return false
      through += minutes[item] as number
    }
    return true
  }

  const visit = (): boolean => {
    if (order.length === minutes.length) return true
    tries += 1
    if (tries > MAX_BEGINNINGS || !hopeful()) return false
    const key = String.fromCharCode(...counts)
    if (deadEnds.has(key)) return false
    const seen = new Set<number>()
    for (const item of ranked) {
      const kind = kindOf[item] as number
      if (seen.has(kind) || !mayCome(item)) continue
      seen.add(kind)
      placed[item] = true
      counts[kind] = (counts[kind] as number) + 1
      order.push(item)
      now += minutes[item] as number
      if (visit()) return true
      now -= minutes[item] as number
      order.pop()
      counts[kind] = (counts[kind] as number) - 1
      placed[item] = false
    }
    deadEnds.add(key)
    return false
  }
  return visit() ? order : tries > MAX_BEGINNINGS ? 'gave up' : null
}

/** Items of one kind may stand in for each other: same length, same window, same rules. */
function alike({ minutes, predecessors, earliest, latest }: OrderingProblem): { kindOf: number[]; kinds: number } {
  const successors = minutes.map(() => [] as number[])
  for (const [item, before] of predecessors.entries()) for (const other of before) successors[other]?.push(item)
  const kinds = new Map<string, number>()
  const kindOf = minutes.map((length, item) => {
    const key = [length, earliest[item], latest[item], predecessors[item], '|', successors[item]].join()
    const kind = kinds.get(key) ?? kinds.size
    kinds.set(key, kind)
    return kind
  })
  return { kindOf, kinds: kinds.size }
}
