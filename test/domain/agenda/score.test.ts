import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreIssue } from '../../../src/domain/agenda/score.ts'

test('the score is the sum of its printed parts', () => {
  const facts = { severity: 3, ageDays: 80, target: 'behind', carried: 2, units: 3 } as const
  expect(scoreIssue(facts)).toEqual({
    score: 61,
    parts: [
      { name: 'severity', points: 20 },
      { name: 'age', points: 11 },
      { name: 'target', points: 10 },
      { name: 'carried', points: 16 },
      { name: 'units', points: 4 },
    ],
  })
})

test('whole, never negative, bounded, and never less for a graver, older or wider issue', () => {
  const facts = fc.record({
    severity: fc.constantFrom(1, 2, 3),
    ageDays: fc.integer({ min: -3, max: 5000 }),
    target: fc.constantFrom('none', 'kept', 'behind'),
    carried: fc.nat({ max: 20 }),
    units: fc.nat({ max: 40 }),
  })
  fc.assert(
    fc.property(facts, (issue) => {
      const { score, parts } = scoreIssue(issue as Parameters<typeof scoreIssue>[0])
      for (const { points } of parts) expect(Number.isInteger(points) && points >= 0).toBe(true)
      expect(score).toBeLessThanOrEqual(94)
      const graver = { ...issue, severity: issue.severity + 1 } as Parameters<typeof scoreIssue>[0]
      const wider = { ...graver, ageDays: issue.ageDays + 7, units: issue.units + 1, carried: issue.carried + 1 }
      expect(scoreIssue(graver).score).toBeGreaterThan(score)
      expect(scoreIssue(wider).score).toBeGreaterThan(score)
    }),
  )
})
