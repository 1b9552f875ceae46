import type { OrderingProblem } from './ordering-problem.ts'

/** So many sets of items are tried before giving up on awkward windows. */
const MAX_SETS = 200_000

/**
 * The allowed order with the most urgent item first, then the most urgent of the rest, and so on; ties by index. Null
 * where no order is allowed, or none was found among the first 200,000 beginnings.
 */
export function orderByUrgency(problem: OrderingProblem): number[] | null {
  const { minutes, urgency, predecessors, earliest, latest } = problem
  const ranked = minutes.map((_, item) => item).sort((a, b) => (urgency[b] ?? 0) - (urgency[a] ?? 0) || a - b)
  const placed = new Array<boolean>(minutes.length).fill(false)
  // The minute reached depends on the set alone, so a set that led nowhere never will.
  const deadEnds = new Set<string>()
  const order: number[] = []
  let now = 0
  let tries = 0

  const mayCome = (item: number) =>
    !placed[item] && now >= (earliest[item] ?? 0) && (predecessors[item] ?? []).every((before) => placed[before])
  const tooLate = (item: number) => !placed[item] && now + (minutes[item] ?? 0) > (latest[item] ?? 0)

  const extend = (): boolean => {
    if (order.length === minutes.length) return true
    tries += 1
    if (tries > MAX_SETS || ranked.some(tooLate)) return false
    const key = placed.map(Number).join('')
    if (deadEnds.has(key)) return false
    for (const item of ranked) {
      if (!mayCome(item)) continue
      const length = minutes[item] ?? 0
      placed[item] = true
      order.push(item)
      now += length
      if (extend()) return true
      now -= length
      order.pop()
      placed[item] = false
    }
    deadEnds.add(key)
    return false
  }
  return extend() ? order : null
}
