import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNIT_COST } from '../../../src/domain/agenda/candidate.ts'
import { type ChoiceIssue, chooseIssues, explainLeftOut } from '../../../src/domain/agenda/choose.ts'

type Issue = ChoiceIssue<number>

const issue = (id: number, score: number, minutes: number, units: number[] = [], mandatory = false): Issue => ({
  id,
  score,
  minutes,
  units,
  mandatory,
})
const minutesOf = (issues: readonly Issue[]) => issues.reduce((sum, { minutes }) => sum + minutes, 0)

/** Σ score × minutes − cost of the units, straight from the rule. */
function worth(issues: readonly Issue[]): number {
  const units = new Set(issues.flatMap((one) => one.units))
  return issues.reduce((sum, { score, minutes }) => sum + score * minutes, 0) - UNIT_COST * units.size
}

/** The best worth over all sets that hold `fixed`, fit, and leave nothing out that would still fit. */
function bestWorth(issues: readonly Issue[], fixed: readonly Issue[], minutes: number): number {
  const others = issues.filter((one) => !fixed.includes(one))
  let best = Number.NEGATIVE_INFINITY
  for (let mask = 0; mask < 2 ** others.length; mask++) {
    const chosen = [...fixed, ...others.filter((_, at) => mask & (1 << at))]
    const free = minutes - minutesOf(chosen)
    const full = others.every((one, at) => mask & (1 << at) || one.minutes > Math.max(free, 0))
    if (full && (free >= 0 || mask === 0)) best = Math.max(best, worth(chosen))
  }
  return best
}

const backlog = fc.array(
  fc.record({
    score: fc.nat({ max: 60 }),
    minutes: fc.integer({ min: 1, max: 6 }).map((n) => 5 * n),
    units: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 4 }),
    mandatory: fc.nat({ max: 9 }).map((n) => n === 0),
  }),
  { maxLength: 11 },
)
const issuesOf = backlog.map((many) => many.map((one, id) => ({ ...one, id })))

describe('choosing', () => {
  test('mandatory first, then the best three, then what is worth most: as trying every set', () => {
    fc.assert(
      fc.property(issuesOf, fc.integer({ min: 5, max: 120 }), (issues, minutes) => {
        const choice = chooseIssues(issues, minutes)
        const fixedIds = [...choice.mandatory, ...choice.guaranteed]
        const fixed = issues.filter(({ id }) => fixedIds.includes(id))
        const chosen = issues.filter(({ id }) => choice.selected.includes(id))
        expect(choice.mandatory).toEqual(issues.filter((one) => one.mandatory).map(({ id }) => id))
        expect(fixedIds.every((id) => choice.selected.includes(id))).toBe(true)
        expect(choice.proved).toBe(true)
        expect(worth(chosen)).toBe(bestWorth(issues, fixed, minutes))
        expect(choice.minutesUsed).toBe(minutesOf(chosen))
        expect(choice.overrun).toBe(Math.max(minutesOf(issues.filter((one) => one.mandatory)) - minutes, 0))
        expect([...choice.selected, ...choice.leftOut.map(({ id }) => id)].sort((a, b) => a - b)).toEqual(
          issues.map(({ id }) => id),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the best three are in whatever they cost, unless one does not fit', () => {
    const issues = [issue(1, 50, 60), issue(2, 49, 70), issue(3, 48, 30, [1, 2, 3, 4, 5, 6, 7]), issue(4, 47, 60)]
    expect(chooseIssues(issues, 120)).toMatchObject({ selected: [1, 3], guaranteed: [1, 3], minutesUsed: 90 })
  })

  test('long issues are not crowded out by trivia, and an issue that fits is never left out', () => {
    const trivia = Array.from({ length: 12 }, (_, at) => issue(10 + at, 20, 5))
    const choice = chooseIssues([issue(1, 30, 5), issue(2, 30, 5), issue(3, 30, 5), issue(4, 28, 45), ...trivia], 60)
    expect(choice.selected).toEqual([1, 2, 3, 4])
    expect(chooseIssues([issue(1, 0, 15, [1, 2, 3]), issue(2, 1, 15, [4])], 30).selected).toEqual([1, 2])
  })

  test('mandatory issues that overrun are all kept, and it is said', () => {
    const choice = chooseIssues([issue(1, 5, 40, [], true), issue(2, 5, 40, [], true), issue(3, 50, 5)], 60)
    expect(choice).toMatchObject({ selected: [1, 2], overrun: 20, minutesUsed: 80 })
    expect(choice.leftOut).toEqual([{ id: 3, why: 'no_room', missingMinutes: 5 }])
  })
})

describe('why not', () => {
  const issues = [
    issue(7, 41, 25, [1, 2, 3], true),
    issue(3, 60, 30, [1]),
    issue(4, 59, 20, [2]),
    issue(5, 58, 10, [3]),
    issue(9, 20, 20, [1]),
    issue(15, 15, 25, [2]),
    issue(16, 70, 200, [2]),
    issue(17, 2, 90, [2]),
  ]

  test('the minutes that lack, what would go, what would be lost', () => {
    const choice = chooseIssues(issues, 110)
    expect(choice.selected).toEqual([7, 3, 4, 5, 9])
    expect(choice.leftOut).toEqual([
      { id: 15, why: 'less_worth', missingMinutes: 20, wouldReplace: [9], wouldAdd: [], loses: 25 },
      { id: 16, why: 'too_long', missingMinutes: 195 },
      { id: 17, why: 'no_room', missingMinutes: 85 },
    ])
  })

  test('an exchange is priced exactly: against the best agenda with the issue in it', () => {
    fc.assert(
      fc.property(issuesOf, fc.integer({ min: 20, max: 120 }), (many, minutes) => {
        const choice = chooseIssues(many, minutes)
        const chosen = many.filter(({ id }) => choice.selected.includes(id))
        for (const out of choice.leftOut) {
          const one = many.find(({ id }) => id === out.id) as Issue
          expect(explainLeftOut(many, minutes, out.id)).toMatchObject({ id: out.id, why: out.why })
          expect(out.missingMinutes).toBe(one.minutes - Math.max(minutes - choice.minutesUsed, 0))
          expect(out.missingMinutes).toBeGreaterThan(0)
          if (out.loses === undefined) continue
          const fixed = many.filter(({ id }) => [...choice.mandatory, ...choice.guaranteed, out.id].includes(id))
          expect(out.loses).toBe(worth(chosen) - bestWorth(many, fixed, minutes))
          const added = [...(out.wouldAdd ?? []), out.id]
          const exchanged = [...choice.selected.filter((id) => !out.wouldReplace?.includes(id)), ...added]
          expect(worth(many.filter(({ id }) => exchanged.includes(id)))).toBe(worth(chosen) - out.loses)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what was chosen, and what is not there, needs no reason', () => {
    expect(explainLeftOut(issues, 110, 3)).toBeNull()
    expect(explainLeftOut(issues, 110, 99)).toBeNull()
  })
})

test('many open issues: bounded work, same answer twice, nothing dropped', () => {
  const many = Array.from({ length: 3000 }, (_, id) =>
    issue(id, 5 + ((id * 37) % 12), 5 * (1 + ((id * 7) % 12)), [id % 15, (id * 3) % 15], id % 1500 === 0),
  )
  const choice = chooseIssues(many, 120)
  expect(choice.minutesUsed).toBe(120)
  expect(choice.selected.length + choice.leftOut.length).toBe(3000)
  expect(chooseIssues(many, 120)).toEqual(choice)
})
