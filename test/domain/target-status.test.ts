import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAnnualAmount, type TargetFacts } from '../../src/domain/target.ts'
import { assessTarget } from '../../src/domain/target-status.ts'

const flow: TargetFacts = {
  id: 1,
  metric: '帮扶新开口企业',
  value: '50',
  unit: '家',
  kind: 'flow',
  per: 'year',
  by: null,
  baseline: null,
}
const level: TargetFacts = {
  id: 2,
  metric: '具有进出口实绩企业',
  value: '1000',
  unit: '家',
  kind: 'level',
  per: null,
  by: '2025-12-31',
  baseline: { value: '700', on: '2022-12-31' },
}
const annual: TargetFacts = {
  id: 3,
  metric: '年进口贸易量',
  value: '1000',
  unit: '亿元',
  kind: 'level',
  per: null,
  by: '2025-12-31',
  baseline: { value: '700', on: '2023-12-31' },
}
const on = '2024-06-24'

describe('a flow each year', () => {
  test('the sum of the year against the share of the year gone by', () => {
    const measurements = [
      { value: '40', asOf: '2023-12-31' },
      { value: '9', asOf: '2024-03-31' },
      { value: '8', asOf: '2024-06-20' },
    ]
    expect(assessTarget(flow, measurements, on)).toEqual({
      current: '17',
      asOf: '2024-06-20',
      due: '24.043716',
      dueOn: on,
      gap: '-7.043716',
      requiredPerMonth: '5.210526',
      endOn: '2024-12-31',
      projection: null,
      noProjection: 'few_points',
      status: 'behind',
      reason: null,
    })
  })

  test.each([
    ['24', 'behind'],
    ['24.05', 'on_track'],
    ['26.4', 'on_track'],
    ['26.5', 'ahead'],
    ['50', 'done'],
  ])('%s by 24 June of 50 a year is %s', (value, status) => {
    expect(assessTarget(flow, [{ value, asOf: '2024-05-01' }], on).status).toBe(status)
  })

  test('a later value for the same day replaces the earlier one', () => {
    const measurements = [
      { value: '9', asOf: '2024-03-31' },
      { value: '10', asOf: '2024-03-31' },
    ]
    expect(assessTarget(flow, measurements, on).current).toBe('10')
  })

  test('nothing measured is not behind: it is unknown', () => {
    expect(assessTarget(flow, [], on)).toMatchObject({
      current: null,
      due: '24.043716',
      status: null,
      reason: 'no_measurement',
    })
  })

  test('after the last year that year counts, in full', () => {
    const ended = { ...flow, by: '2023-12-31' }
    expect(assessTarget(ended, [{ value: '40', asOf: '2023-11-30' }], on)).toMatchObject({
      current: '40',
      due: '50',
      dueOn: '2023-12-31',
      status: 'behind',
      requiredPerMonth: null,
    })
  })

  test('any year: due starts with a day, ends with all, never falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2030 }), fc.integer({ min: 1, max: 365 }), (year, day) => {
        const iso = (n: number) => new Date(Date.UTC(year, 0, n)).toISOString().slice(0, 10)
        const due = (n: number) => Number(assessTarget(flow, [], iso(n)).due)
        expect(due(day)).toBeGreaterThan(due(day - 1) === 50 ? 0 : due(day - 1))
        expect(assessTarget(flow, [], `${year}-12-31`).due).toBe('50')
      }),
    )
  })
})

describe('a level', () => {
  test('the latest value against the straight path, on the day it was measured', () => {
    const measurements = [
      { value: '880', asOf: '2024-06-30' },
      { value: '760', asOf: '2023-06-30' },
    ]
    expect(assessTarget(level, measurements, '2024-07-10')).toEqual({
      current: '880',
      asOf: '2024-06-30',
      due: '849.726277',
      dueOn: '2024-06-30',
      gap: '30.273723',
      requiredPerMonth: '6.679035',
      endOn: '2025-12-31',
      projection: null,
      noProjection: 'few_points',
      status: 'ahead',
      reason: null,
    })
  })

  test('without a baseline nothing is due and nothing is said', () => {
    const measured = [{ value: '880', asOf: '2024-06-20' }]
    for (const target of [level, annual]) {
      expect(assessTarget({ ...target, baseline: null }, measured, on)).toMatchObject({
        current: '880',
        asOf: '2024-06-20',
        due: null,
        gap: null,
        projection: null,
        status: null,
        reason: 'no_baseline',
      })
    }
    expect(assessTarget({ ...level, by: null }, measured, on).reason).toBe('no_deadline')
  })

  test('reached is done, also of one that is to fall', () => {
    expect(assessTarget(level, [{ value: '1000', asOf: on }], on)).toMatchObject({
      status: 'done',
      requiredPerMonth: null,
    })
    const falling = { ...level, value: '100' }
    const status = (value: string) => assessTarget(falling, [{ value, asOf: '2024-07-01' }], on).status
    expect(['100', '300', '390', '410', '700'].map(status)).toEqual(['done', 'ahead', 'on_track', 'behind', 'behind'])
  })
})

describe("a year's total to be reached", () => {
  test('is told by its first word', () => {
    const told = ['年进口贸易量', '全年营收', '每年进口额', '年末存栏', '企业数'].map((metric) =>
      isAnnualAmount({ kind: 'level', per: null, metric }),
    )
    expect(told).toEqual([true, true, true, false, false])
    expect(isAnnualAmount({ kind: 'flow', per: 'year', metric: '年新增' })).toBe(false)
  })

  test('January to May is compared with five months of the year between baseline and target', () => {
    expect(assessTarget(annual, [{ value: '620', asOf: '2024-05-31' }], on)).toMatchObject({
      current: '620',
      due: '353.005464',
      dueOn: '2024-05-31',
      gap: '266.994536',
      status: 'ahead',
    })
  })

  test("begins anew each January: last year's total is not this year's", () => {
    expect(assessTarget(annual, [{ value: '850', asOf: '2023-12-31' }], on)).toMatchObject({
      current: null,
      reason: 'no_measurement',
    })
  })

  test('in the last year the whole target is due, and reaching it is done', () => {
    expect(assessTarget(annual, [{ value: '1000', asOf: '2025-12-31' }], '2026-02-01')).toMatchObject({
      due: '1000',
      status: 'done',
    })
  })

  test('one that is to fall has a ceiling', () => {
    const energy = { ...annual, metric: '年能耗', value: '400' }
    const status = (value: string, asOf: string) => assessTarget(energy, [{ value, asOf }], asOf).status
    expect(status('195', '2025-07-01')).toBe('on_track')
    expect(status('210', '2025-07-01')).toBe('behind')
    expect(status('150', '2025-07-01')).toBe('ahead')
    expect(status('399', '2025-12-31')).toBe('done')
  })
})
