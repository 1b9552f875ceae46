import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinEqualItems } from '../../../src/domain/agenda/equal-items.ts'
import { searchOrder } from '../../../src/domain/agenda/local-search.ts'
import { orderItems } from '../../../src/domain/agenda/order.ts'
import { waitingOf } from '../../../src/domain/agenda/ordering-problem.ts'
import { orderByUrgency } from '../../../src/domain/agenda/score-order.ts'
import instances from '../../support/agenda-instances.json' with { type: 'json' }
import { bruteForce, freeProblem, freeProblems, judge, ruledProblems } from '../../support/ordering-cases.ts'

const items = (count: number) => Array.from({ length: count }, (_, item) => item)

describe('the least waiting', () => {
  test.each(instances)('$name', ({ durations, costs, attendance, optimum, proved }) => {
    const units = costs.map((delegates, unit) => ({ delegates, at: (attendance[unit] ?? []).map(Boolean) }))
    const problem = freeProblem(durations, units)
    const found = orderItems(problem)
    expect(found?.order.toSorted((a, b) => a - b)).toEqual(items(durations.length))
    const waiting = judge(problem, found?.order ?? [])?.waiting
    if (proved) expect(waiting).toBe(optimum)
    else expect(waiting).toBeLessThanOrEqual(optimum * 1.005)
    if (durations.length <= 22) expect(found?.proved).toBe(true)
  })

  test('agrees with trying every order: thousands of small meetings, waiting first, then the urgent early', () => {
    fc.assert(
      fc.property(freeProblems(6), (problem) => {
        const found = orderItems(problem)
        expect(found?.proved).toBe(true)
        expect(judge(problem, found?.order ?? [])).toEqual(bruteForce(problem))
      }),
      { numRuns: 3000 },
    )
    fc.assert(
      fc.property(freeProblems(8, 7), (problem) => {
        expect(judge(problem, orderItems(problem)?.order ?? [])).toEqual(bruteForce(problem))
      }),
      { numRuns: 40 },
    )
  })

  test('agrees with trying every order under rules, and knows when none keeps them', () => {
    fc.assert(
      fc.property(ruledProblems(6), (problem) => {
        const found = orderItems(problem)
        expect(found && judge(problem, found.order)).toEqual(bruteForce(problem))
      }),
      { numRuns: 3000 },
    )
  })

  test('the search finds it too, where the exact programme can tell', () => {
    fc.assert(
      fc.property(ruledProblems(10, 6), (problem) => {
        const exact = orderItems(problem)
        const initial = orderByUrgency(problem)
        expect(initial === null).toBe(exact === null)
        if (!exact || !initial) return
        expect(judge(problem, searchOrder(problem, initial.order))?.waiting).toBe(judge(problem, exact.order)?.waiting)
      }),
      { numRuns: 12 },
    )
  })

  test('above 22 items rules are kept as well', () => {
    fc.assert(
      fc.property(ruledProblems(26, 24), (problem) => {
        const found = orderItems(problem)
        if (found) expect(judge(problem, found.order)).not.toBeNull()
        else expect(orderByUrgency(problem)).toBeNull()
      }),
      { numRuns: 3 },
    )
  })

  test('turning the meeting round, joining like units and renaming items change nothing', () => {
    fc.assert(
      fc.property(freeProblems(9, 2), fc.integer(), (problem, seed) => {
        const least = (changed: typeof problem) => waitingOf(changed, orderItems(changed)?.order ?? [])
        const found = orderItems(problem)?.order ?? []
        expect(waitingOf(problem, found.toReversed())).toBe(least(problem))
        const split = problem.units.flatMap((unit) => [
          { ...unit, delegates: 1 },
          { ...unit, delegates: unit.delegates + 2 },
        ])
        const joined = problem.units.map((unit) => ({ ...unit, delegates: unit.delegates + 3 }))
        expect(least({ ...problem, units: split })).toBe(least({ ...problem, units: joined }))
        const count = problem.minutes.length
        const rename = (item: number) => (item + Math.abs(seed % count)) % count
        const renamed = {
          ...problem,
          minutes: items(count).map(
            (item) => problem.minutes[items(count).findIndex((old) => rename(old) === item)] ?? 0,
          ),
          units: problem.units.map((unit) => ({ ...unit, items: unit.items.map(rename).sort((a, b) => a - b) })),
        }
        expect(least(renamed)).toBe(least(problem))
      }),
      { numRuns: 150 },
    )
  })

  test('treating items with equal attendance and equal rules in a row costs no waiting', () => {
    const copies = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 })
    const pairs = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 2 })
    fc.assert(
      fc.property(freeProblems(4, 2), copies, pairs, (problem, copies, pairs) => {
        const count = problem.minutes.length
        const originals = [...items(count), ...copies.map((copy) => copy % count)]
        const units = problem.units.map(({ delegates, items }) => ({
          delegates,
          at: originals.map((item) => items.includes(item)),
        }))
        const isBefore = (a: number, b: number) => pairs.some(([x, y]) => x < y && x % count === a && y % count === b)
        const doubled = {
          ...freeProblem(
            originals.map((item, at) => (problem.minutes[item] ?? 0) + at),
            units,
          ),
          predecessors: originals.map((late) =>
            originals.flatMap((early, at) => (isBefore(early, late) && early < late ? at : [])),
          ),
        }
        const joined = joinEqualItems(doubled)
        const order = (orderItems(joined.problem)?.order ?? []).flatMap((group) => joined.groups[group] ?? [])
        expect(judge(doubled, order)?.waiting).toBe(bruteForce(doubled)?.waiting)
      }),
      { numRuns: 200 },
    )
  })

  test('scores too large for one exact number are ranked, and waiting stays exact', () => {
    fc.assert(
      fc.property(freeProblems(7), (problem) => {
        const huge = { ...problem, urgency: problem.urgency.map((urgency) => urgency * 10 ** 13) }
        const waiting = (changed: typeof problem) => waitingOf(changed, orderItems(changed)?.order ?? [])
        expect(waiting(huge)).toBe(waiting(problem))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the order by score', () => {
  test('puts the highest score first, as far as the rules let it', () => {
    fc.assert(
      fc.property(ruledProblems(6), (problem) => {
        const found = orderByUrgency(problem)?.order ?? null
        const allowed = permutations(problem.minutes.length).filter((order) => judge(problem, order))
        const ranked = (order: readonly number[]) => order.flatMap((item) => [-(problem.urgency[item] ?? 0), item])
        const first = allowed.sort((a, b) => compareLists(ranked(a), ranked(b)))[0] ?? null
        expect(found).toEqual(first)
      }),
      { numRuns: 150 },
    )
  })
})

function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((rest) => items(count).map((place) => rest.toSpliced(place, 0, count - 1)))
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
