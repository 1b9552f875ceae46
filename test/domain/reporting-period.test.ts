import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  askedPeriods,
  isLate,
  nextPeriod,
  parsePeriod,
  periodAt,
  periodState,
  previousPeriod,
  reportablePeriod,
} from '../../src/domain/reporting-period.ts'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Shanghai' })

describe('half-years', () => {
  test('their days, due ten working days after the end', () => {
    expect(periodAt(at('2024-06-24T09:00'))).toEqual({
      key: '2024H1',
      startsOn: '2024-01-01',
      endsOn: '2024-06-30',
      opensOn: '2024-06-17',
      dueOn: '2024-07-12',
    })
    expect(periodAt(at('2024-12-31T23:59'))).toMatchObject({ key: '2024H2', endsOn: '2024-12-31', dueOn: '2025-01-15' })
  })

  test.each([
    ['2024-06-24T09:00', '2024H1'],
    ['2024-01-16T00:00', '2024H1'],
    ['2024-07-10T09:00', '2024H1'],
    ['2024-07-12T23:59', '2024H1'],
    ['2024-07-13T00:00', '2024H2'],
    ['2024-07-20T09:00', '2024H2'],
    ['2025-01-02T09:00', '2024H2'],
  ])('a report at %s is for %s', (now, key) => expect(reportablePeriod(at(now)).key).toBe(key))

  test('the plan’s zone decides the day', () => {
    const period = parsePeriod('2024H1')
    expect(isLate(period, at('2024-07-12T23:59'))).toBe(false)
    expect(isLate(period, DateTime.fromISO('2024-07-12T16:00Z').setZone('Asia/Shanghai'))).toBe(true)
  })

  test.each([
    ['2024-06-16T23:59', 'upcoming'],
    ['2024-06-17T00:00', 'open'],
    ['2024-06-30T23:59', 'open'],
    ['2024-07-01T00:00', 'due'],
    ['2024-07-12T23:59', 'due'],
    ['2024-07-13T00:00', 'past'],
  ])('at %s it is %s', (now, state) => expect(periodState(parsePeriod('2024H1'), at(now))).toBe(state))

  test.each([
    ['2024H1', '2024H1'],
    ['2024 h2', '2024H2'],
    ['2024-H2', '2024H2'],
    ['H1 2024', '2024H1'],
    ['2024上半年', '2024H1'],
    ['2024年下半年', '2024H2'],
    ['\uff12\uff10\uff12\uff14 年 上半年', '2024H1'],
    ['2024Q3', '2024Q3'],
    ['2024年三季度', '2024Q3'],
    ['2024年5月', '2024M05'],
    ['2024M12', '2024M12'],
    ['2024年', '2024Y'],
  ])('"%s" is %s', (text, key) => expect(parsePeriod(text).key).toBe(key))

  test.each(['', '2024', '2024H3', '上半年', '1024H1', '2024Q5', '2024M13'])('"%s" is refused', (text) => {
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: 'period.not_understood' }))
  })

  test('what was asked for since a day, oldest first: not what was due before it, nor what has not opened', () => {
    const keys = (since: string, now: string) => askedPeriods(at(since), at(now)).map(({ key }) => key)
    expect(keys('2023-06-20', '2024-06-16T23:59')).toEqual(['2023H1', '2023H2'])
    expect(keys('2024-07-12T23:00', '2024-12-18')).toEqual(['2024H1', '2024H2'])
    expect(keys('2024-07-13', '2024-12-17')).toEqual([])
  })

  test.each(['month', 'quarter', 'half_year', 'year'] as const)(
    'by the %s: without a gap, and read back',
    (cadence) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 365 * 8 }), (days) => {
          const rule = { cadence, opensDaysBefore: 5, dueWorkingDays: 5 }
          const period = periodAt(at('2020-01-01T12:00').plus({ days }), rule)
          expect(at(period.endsOn).plus({ days: 1 }).toISODate()).toBe(nextPeriod(period, rule).startsOn)
          expect(previousPeriod(nextPeriod(period, rule), rule)).toEqual(period)
          expect(parsePeriod(period.key, rule)).toEqual(period)
        }),
      )
    },
  )

  test('periods follow each other without a gap, and the one to report is never late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 8 }), (days) => {
        const now = at('2020-01-01T12:00').plus({ days })
        const period = reportablePeriod(now)
        expect(isLate(period, now)).toBe(false)
        const next = nextPeriod(period)
        expect(at(period.endsOn).plus({ days: 1 }).toISODate()).toBe(next.startsOn)
        expect(parsePeriod(next.key)).toEqual(next)
      }),
    )
  })
})
