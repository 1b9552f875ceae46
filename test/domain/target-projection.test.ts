import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectValue } from '../../src/domain/target-projection.ts'
import { assessTarget } from '../../src/domain/target-status.ts'

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
const straight = (days: readonly number[], slope: number, start = 100) =>
  days.map((n) => ({ value: String(start + slope * n), asOf: day(n) }))

describe('a projection', () => {
  it('is refused below three values of different days', () => {
    expect(projectValue([], day(100), '1')).toBeNull()
    expect(projectValue(straight([0, 10], 2), day(100), '1')).toBeNull()
    expect(projectValue(straight([0, 10, 20], 2), day(100), '1')).toEqual({
      value: '300',
      on: day(100),
      points: 3,
      from: day(0),
      to: day(20),
    })
  })

  it('of a straight line is that line, whatever days it was measured on', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 50 }), (some, slope) => {
        const values = straight(
          some.sort((a, b) => a - b),
          slope,
        )
        expect(projectValue(values, day(365), '1')?.value).toBe(String(100 + slope * 365))
      }),
    )
  })

  it('is not moved by one wrong value among several', () => {
    const values = straight([0, 10, 20, 30, 40, 50, 60], 2)
    values[2] = { value: '100000', asOf: day(20) }
    expect(projectValue(values, day(100), '1')?.value).toBe('300')
  })

  it('is as precise as the target and its values, and not below nothing', () => {
    const thirds = [
      { value: '1', asOf: day(0) },
      { value: '2', asOf: day(3) },
      { value: '2.5', asOf: day(4) },
    ]
    expect(projectValue(thirds, day(5), '10')?.value).toBe('2.9')
    expect(projectValue(straight([0, 10, 20], -5), day(100), '1')?.value).toBe('0')
    expect(projectValue(straight([0, 10, 30], -5), day(100), '1')?.value).toBe('-400')
  })

  it('is told from the latest sixty, and of huge values within what a decimal holds', () => {
    const many = projectValue(
      straight(
        Array.from({ length: 90 }, (_, n) => n),
        1,
      ),
      day(100),
      '1',
    )
    expect(many).toMatchObject({ value: '200', points: 60, from: day(30) })
    const huge = ['1', '500000000000000000', '999999999999999999'].map((value, n) => ({ value, asOf: day(n) }))
    expect(projectValue(huge, day(365), '1')?.value).toBe('999999999999999999')
  })

  it('of a flow is of what adds up this year alone; when the time is over there is none', () => {
    const flow = {
      id: 1,
      metric: '引进企业',
      value: '50',
      unit: '家',
      kind: 'flow' as const,
      per: 'year' as const,
      by: null,
      baseline: null,
    }
    const measured = [
      { value: '40', asOf: '2023-12-31' },
      { value: '4', asOf: '2024-01-31' },
      { value: '4', asOf: '2024-03-01' },
      { value: '4', asOf: '2024-03-31' },
    ]
    expect(assessTarget(flow, measured, '2024-04-10').projection).toMatchObject({ value: '49', points: 3 })
    expect(assessTarget(flow, measured.slice(0, 3), '2024-04-10')).toMatchObject({
      projection: null,
      noProjection: 'few_points',
    })
    const over = { ...flow, by: '2024-03-31' }
    expect(assessTarget(over, measured, '2024-04-10')).toMatchObject({ projection: null, noProjection: null })
  })
})

describe('a correction', () => {
  it('equals having been right at first, in all that is computed', () => {
    const measured = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 170 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 1,
      maxLength: 8,
      selector: ([n]) => n,
    })
    const kinds = fc.constantFrom('flow' as const, 'level' as const)
    fc.assert(
      fc.property(measured, fc.nat(), fc.nat(2000), kinds, (all, at, wrong, kind) => {
        const target = {
          id: 1,
          metric: '企业数',
          value: '1000',
          unit: '家',
          kind,
          per: kind === 'flow' ? ('year' as const) : null,
          by: '2025-12-31',
          baseline: { value: '10', on: '2023-12-31' },
        }
        const right = all.map(([n, value]) => ({ value: String(value), asOf: day(n) }))
        const corrected = right[at % right.length]
        if (!corrected) return
        const first = right.map((one) => (one === corrected ? { ...one, value: String(wrong) } : one))
        expect(assessTarget(target, [...first, corrected], day(175))).toEqual(assessTarget(target, right, day(175)))
      }),
    )
  })
})
