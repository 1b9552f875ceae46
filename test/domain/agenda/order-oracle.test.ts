import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderItems } from '../../../src/domain/agenda/order.ts'
import type { OrderingProblem } from '../../../src/domain/agenda/ordering-problem.ts'
import instances from '../../support/agenda-instances.json' with { type: 'json' }
import { freeProblem, freeProblems, judge, ruledProblems } from '../../support/ordering-cases.ts'
import { leastWaitingByMilp } from '../../support/ordering-milp.ts'

/** The least waiting as src finds it; null where no order is allowed. */
function leastWaiting(problem: OrderingProblem): number | null {
  const found = orderItems(problem)
  return found && (judge(problem, found.order)?.waiting ?? Number.NaN)
}

const minutes = [10, 25, 15, 5, 30, 20, 10, 15]
const units = [
  [2, 0, 3, 6],
  [1, 1, 2, 7],
  [3, 0, 4, 5],
  [1, 2, 5, 6, 7],
  [2, 1, 3],
] as const
const meeting = freeProblem(
  minutes,
  units.map(([delegates, ...own]) => ({ delegates, at: minutes.map((_, item) => own.some((one) => one === item)) })),
)

describe('a general solver (HiGHS) finds the same least waiting', () => {
  test.each(instances.filter(({ durations }) => durations.length <= 8))('$name', ({ durations, costs, attendance }) => {
    const problem = freeProblem(
      durations,
      costs.map((delegates, unit) => ({ delegates, at: (attendance[unit] ?? []).map(Boolean) })),
    )
    expect(leastWaiting(problem)).toBe(leastWaitingByMilp(problem))
  })

  test('with eight items, free and under rules', () => {
    const none = minutes.map(() => [] as number[])
    const ruled: OrderingProblem = {
      ...meeting,
      predecessors: none.with(3, [4]).with(0, [7, 1]),
      earliest: meeting.earliest.with(2, 40),
      latest: meeting.latest.with(5, 90),
    }
    const free = leastWaitingByMilp(meeting)
    const bound = leastWaitingByMilp(ruled)
    expect(leastWaiting(meeting)).toBe(free)
    expect(leastWaiting(ruled)).toBe(bound)
    expect(bound).toBeGreaterThan(free ?? 0)
  })

  test('with a few random meetings, free, under rules and with rules that cannot be kept', () => {
    const problems = fc.sample(fc.oneof(freeProblems(6, 2), ruledProblems(6, 2)), { numRuns: 16, seed: 39 })
    for (const problem of problems) expect(leastWaiting(problem)).toBe(leastWaitingByMilp(problem))
    const impossible = { ...meeting, predecessors: minutes.map((_, item) => (item < 2 ? [1 - item] : [])) }
    expect([leastWaitingByMilp(impossible), leastWaiting(impossible)]).toEqual([null, null])
  })
})
