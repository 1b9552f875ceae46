import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals } from '../../src/domain/decimal.ts'
import type { TargetFacts } from '../../src/domain/target.ts'
import { targetPath, valueDue } from '../../src/domain/target-path.ts'
import { assessTarget } from '../../src/domain/target-status.ts'
import { checkYearly, splitYearlyWords } from '../../src/domain/target-yearly-words.ts'

const level: TargetFacts = {
  id: 1,
  metric: '具有进出口实绩企业',
  value: '1000',
  unit: '家',
  kind: 'level',
  per: null,
  by: '2025-12-31',
  baseline: { value: '600', on: '2022-12-31' },
  yearly: { 2023: '700', 2024: '850' },
}
const annual: TargetFacts = { ...level, metric: '年进口贸易量', unit: '亿元' }
const flow: TargetFacts = { ...level, metric: '引进企业', kind: 'flow', per: 'year', baseline: null }

const due = (target: TargetFacts, on: string) => {
  const path = targetPath(target, on)
  return typeof path === 'string' ? path : valueDue(path, on)
}

describe('targets by year', () => {
  it.each([
    [level, '2023-12-31', '700'],
    [level, '2024-07-01', '775'],
    [level, '2024-12-31', '850'],
    [level, '2025-12-31', '1000'],
    [level, '2026-03-01', '1000'],
    [annual, '2023-12-31', '700'],
    [annual, '2024-12-31', '850'],
    [annual, '2025-12-31', '1000'],
    [{ ...annual, yearly: { 2023: '700' } }, '2024-12-31', '850'],
    [{ ...annual, baseline: null }, '2023-12-31', '700'],
    [{ ...annual, baseline: null }, '2022-12-31', 'no_baseline'],
    [{ ...level, baseline: null }, '2024-12-31', '850'],
    [{ ...level, baseline: null }, '2023-06-30', 'no_baseline'],
    [{ ...level, by: null }, '2024-12-31', '850'],
    [{ ...level, by: null }, '2025-12-31', '850'],
    [flow, '2023-12-31', '700'],
    [flow, '2024-12-31', '850'],
    [flow, '2025-12-31', '1000'],
    [{ ...level, kind: 'flow' as const }, '2024-12-31', '850'],
  ] satisfies [TargetFacts, string, string][])('%#: due on %s', (target, on, expected) => {
    if (on === '2024-07-01') expect(Number(due(target, on))).toBeCloseTo(775, 0)
    else expect(due(target, on)).toBe(expected)
  })

  const values = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 5, maxLength: 5 })
    .map((all) => all.sort((a, b) => a - b).map(String))
  const day = fc
    .integer({ min: 0, max: 365 * 5 })
    .map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10))

  it('what is due of a rising level never falls, and is the year’s own at each year’s end', () => {
    fc.assert(
      fc.property(values, day, day, ([a = '', b = '', c = '', d = '', e = ''], one, other) => {
        const baseline = { value: a, on: '2021-12-31' }
        const target = { ...level, baseline, yearly: { 2022: b, 2023: c, 2024: d }, value: e }
        const [earlier, later] = [one, other].sort() as [string, string]
        expect(compareDecimals(due(target, earlier), due(target, later))).not.toBe(1)
        for (const [year, value] of Object.entries(target.yearly)) expect(due(target, `${year}-12-31`)).toBe(value)
        expect(due(target, '2025-12-31')).toBe(e)
        expect(due({ ...target, metric: '年进口额' }, '2023-12-31')).toBe(c)
      }),
    )
  })

  it('with none set nothing is another than before', () => {
    fc.assert(
      fc.property(day, (on) => {
        for (const target of [level, annual, flow]) {
          const measured = [
            { value: '300', asOf: '2022-12-31' },
            { value: '650', asOf: on },
          ]
          expect(assessTarget({ ...target, yearly: {} }, measured, on)).toEqual(
            assessTarget({ ...target, yearly: null }, measured, on),
          )
        }
      }),
    )
  })

  it('more measured is never a worse status', () => {
    const ranks = ['behind', 'on_track', 'ahead', 'done']
    const amounts = fc.integer({ min: 0, max: 1300 })
    const kinds = fc.constantFrom(level, annual, flow, { ...level, yearly: null }, { ...level, kind: 'flow' as const })
    fc.assert(
      fc.property(amounts, amounts, day, kinds, (one, other, on, target) => {
        const rank = (value: number) =>
          ranks.indexOf(String(assessTarget(target, [{ value: String(value), asOf: on }], on).status))
        expect(rank(Math.min(one, other))).toBeLessThanOrEqual(rank(Math.max(one, other)))
      }),
      { numRuns: 500 },
    )
  })

  it('the status is by the whole way, and a year’s amount reached is done where each year asks anew', () => {
    const measured = (value: string) => [{ value, asOf: '2024-01-31' }]
    expect(assessTarget(level, measured('712'), '2024-01-31').status).toBe('behind')
    expect(assessTarget(level, measured('715'), '2024-01-31').status).toBe('on_track')
    expect(assessTarget(flow, [{ value: '850', asOf: '2024-06-01' }], '2024-06-02').status).toBe('done')
    expect(assessTarget(annual, [{ value: '850', asOf: '2024-06-01' }], '2024-06-02')).toMatchObject({
      status: 'ahead',
      requiredPerMonth: null,
    })
  })
})

describe('yearly values in words', () => {
  it.each([
    [
      '年进口贸易量 2024:850 2025:1000',
      '年进口贸易量',
      [
        ['2024', '850'],
        ['2025', '1000'],
      ],
    ],
    [
      '年进口贸易量 2024年：850亿，2025年：1,000亿',
      '年进口贸易量',
      [
        ['2024', '850亿'],
        ['2025', '1,000亿'],
      ],
    ],
    [
      '任务6 2024=5家；2025=6家',
      '任务6',
      [
        ['2024', '5家'],
        ['2025', '6家'],
      ],
    ],
    ['imports 2024: 850', 'imports', [['2024', '850']]],
  ])('%s', (text, metric, years) => expect(splitYearlyWords(text)).toEqual({ metric, years }))

  it.each(['', '年进口贸易量', '2024:850', '年进口贸易量 2024', '年进口贸易量 2024:850 多一点'])(
    '%j is refused',
    (text) => expect(() => splitYearlyWords(text)).toThrow(expect.objectContaining({ code: 'target.yearly_words' })),
  )

  it.each([
    [
      [
        ['2024', '850'],
        ['2024', '860'],
      ],
      'target.yearly_twice',
    ],
    [[['2026', '850']], 'target.yearly_late'],
    [[['2022', '650']], 'target.yearly_early'],
    [[['2025', '990']], 'target.yearly_end'],
    [[['2024', '约850']], 'quantity.not_exact'],
    [[['2024', '-850']], 'quantity.negative'],
    [[['2024', '85000000']], 'target.implausible'],
    [[['2024', '850.12345678901234']], 'quantity.too_precise'],
  ] as [[string, string][], string][])('%j is refused with %s', (years, code) =>
    expect(() => checkYearly(level, years)).toThrow(expect.objectContaining({ code })),
  )

  it('are read in the target’s unit; the deadline’s year may say the target’s own value', () => {
    expect(
      checkYearly(annual, [
        ['2024', '850亿'],
        ['2025', '1000'],
      ]),
    ).toEqual({ 2024: '850', 2025: '1000' })
  })
})
