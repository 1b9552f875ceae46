import fc from 'fast-check'
import type { OrderingProblem } from '../../src/domain/agenda/ordering-problem.ts'

/** A problem without rules from minutes, and for each unit its delegates and the items it is needed at. */
export function freeProblem(
  minutes: readonly number[],
  units: readonly { delegates: number; at: readonly boolean[] }[],
) {
  const problem: OrderingProblem = {
    minutes,
    urgency: minutes.map(() => 0),
    units: units.map(({ delegates, at }) => ({ delegates, items: minutes.flatMap((_, i) => (at[i] ? [i] : [])) })),
    predecessors: minutes.map(() => []),
    earliest: minutes.map(() => 0),
    latest: minutes.map(() => Number.POSITIVE_INFINITY),
  }
  return problem
}

/** Waiting and delay of an order, straight from their definitions; null where it breaks a rule. Shares no code with src. */
export function judge(problem: OrderingProblem, order: readonly number[]): { waiting: number; delay: number } | null {
  const clock = new Map<number, { from: number; to: number }>()
  let now = 0
  for (const item of order) {
    const to = now + (problem.minutes[item] ?? 0)
    clock.set(item, { from: now, to })
    now = to
  }
  const at = (item: number) => clock.get(item) ?? { from: Number.NaN, to: Number.NaN }
  for (const item of order) {
    if (at(item).from < (problem.earliest[item] ?? 0) || at(item).to > (problem.latest[item] ?? 0)) return null
    if (problem.predecessors[item]?.some((before) => at(before).from > at(item).from)) return null
  }
  let waiting = 0
  for (const { delegates, items } of problem.units) {
    if (items.length === 0) continue
    const span = Math.max(...items.map((item) => at(item).to)) - Math.min(...items.map((item) => at(item).from))
    waiting += delegates * (span - items.reduce((sum, item) => sum + (problem.minutes[item] ?? 0), 0))
  }
  return { waiting, delay: order.reduce((sum, item) => sum + (problem.urgency[item] ?? 0) * at(item).from, 0) }
}

/** The least waiting, and the least delay with it, over all orders; null where none is allowed. */
export function bruteForce(problem: OrderingProblem): { waiting: number; delay: number } | null {
  let best: { waiting: number; delay: number } | null = null
  const order = problem.minutes.map((_, item) => item)
  const permute = (from: number): void => {
    if (from >= order.length - 1) {
      const value = judge(problem, order)
      if (!value) return
      const better =
        !best || value.waiting < best.waiting || (value.waiting === best.waiting && value.delay < best.delay)
      if (better) best = value
      return
    }
    for (let i = from; i < order.length; i++) {
      swap(order, from, i)
      permute(from + 1)
      swap(order, from, i)
    }
  }
  permute(0)
  return best
}

function swap(order: number[], a: number, b: number): void {
  const kept = order[a] as number
  order[a] = order[b] as number
  order[b] = kept
}

/** Random problems of up to `maxItems` items without rules. */
export function freeProblems(maxItems: number, minItems = 1): fc.Arbitrary<OrderingProblem> {
  return fc.integer({ min: minItems, max: maxItems }).chain((count) =>
    fc
      .record({
        minutes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: count, maxLength: count }),
        urgency: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: count, maxLength: count }),
        units: fc.array(
          fc.record({
            delegates: fc.integer({ min: 0, max: 4 }),
            at: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
          }),
          { maxLength: 7 },
        ),
      })
      .map(({ minutes, urgency, units }) => ({ ...freeProblem(minutes, units), urgency })),
  )
}

/** Random problems with before/after rules and time windows, many of them impossible. */
export function ruledProblems(maxItems: number, minItems = 1): fc.Arbitrary<OrderingProblem> {
  return freeProblems(maxItems, minItems).chain((problem) => {
    const item = fc.nat({ max: problem.minutes.length - 1 })
    const minute = fc.nat({ max: problem.minutes.reduce((sum, minutes) => sum + minutes, 0) })
    return fc
      .record({
        pairs: fc.array(fc.tuple(item, item), { maxLength: 3 }),
        from: fc.array(fc.tuple(item, minute), { maxLength: 2 }),
        until: fc.array(fc.tuple(item, minute), { maxLength: 2 }),
      })
      .map(({ pairs, from, until }) => ({
        ...problem,
        predecessors: problem.minutes.map((_, at) => pairs.filter(([a, b]) => b === at && a !== b).map(([a]) => a)),
        earliest: problem.minutes.map((_, at) => Math.max(0, ...from.filter(([i]) => i === at).map(([, m]) => m >> 1))),
        latest: problem.minutes.map((_, at) =>
          Math.min(
            Number.POSITIVE_INFINITY,
            ...until.filter(([i]) => i === at).map(([i, m]) => m + (problem.minutes[i] ?? 0)),
          ),
        ),
      }))
  })
}
