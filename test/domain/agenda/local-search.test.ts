import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileMove } from '../../../src/domain/agenda/best-place.ts'
import { searchOrder } from '../../../src/domain/agenda/local-search.ts'
import { compileWindows } from '../../../src/domain/agenda/order-windows.ts'
import { type OrderingProblem, waitingScale } from '../../../src/domain/agenda/ordering-problem.ts'
import { orderByUrgency } from '../../../src/domain/agenda/score-order.ts'
import { judge, ruledProblems } from '../../support/ordering-cases.ts'

function costOf(problem: OrderingProblem, order: readonly number[]): number {
  const found = judge(problem, order)
  return found ? found.waiting * waitingScale(problem) + found.delay : Number.POSITIVE_INFINITY
}

describe('a step of the search', () => {
  test('puts an item where it costs least of all places, under all rules', () => {
    fc.assert(
      fc.property(ruledProblems(10, 2), (problem) => {
        const order = orderByUrgency(problem)?.order
        if (!order) return
        const moveItem = compileMove(problem)
        for (const item of problem.minutes.keys()) {
          const rest = order.filter((other) => other !== item)
          const costs = [...order.keys()].map((place) => costOf(problem, rest.toSpliced(place, 0, item)))
          const before = costOf(problem, order)
          const moved = moveItem(order, item)
          expect(costOf(problem, order)).toBe(Math.min(...costs))
          expect(moved).toBe(Math.min(...costs) < before)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('orders neighbours so that none of the rules breaks and nobody waits longer', () => {
    fc.assert(
      fc.property(ruledProblems(14, 10), (problem) => {
        const order = orderByUrgency(problem)?.order
        if (!order) return
        const before = costOf(problem, order)
        compileWindows(problem)(order)
        expect(order.toSorted((a, b) => a - b)).toEqual([...problem.minutes.keys()])
        expect(costOf(problem, order)).toBeLessThanOrEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  test('the search gives the same order twice', () => {
    const [problem] = fc.sample(ruledProblems(24, 24), { numRuns: 1, seed: 3 })
    const initial = problem && orderByUrgency(problem)?.order
    if (!problem || !initial) throw new Error('the sample has no allowed order')
    expect(searchOrder(problem, initial)).toEqual(searchOrder(problem, initial))
  })
})
