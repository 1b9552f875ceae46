import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  calendarIsPublished,
  firstWorkingDayOfWeek,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '../../src/domain/calendar.ts'

const day = (iso: string, zone = 'Asia/Shanghai') => DateTime.fromISO(iso, { zone })
const anyDay = fc.integer({ min: 0, max: 365 * 6 }).map((n) => day('2021-01-01').plus({ days: n }))

describe('working days of China', () => {
  test.each([
    ['2024-06-24', true],
    ['2024-06-10', false],
    ['2024-06-22', false],
    ['2024-02-04', true],
    ['2024-10-12', true],
    ['2024-10-07', false],
    ['2024-02-10', false],
  ])('%s works: %s', (iso, works) => {
    expect(isWorkingDay(day(iso))).toBe(works)
  })

  test('the local date of the plan counts, not the UTC date', () => {
    expect(isWorkingDay(day('2024-06-11T00:30'))).toBe(true)
    expect(isWorkingDay(day('2024-06-11T00:30').toUTC())).toBe(false)
    expect(isWorkingDay(day('2024-06-10T23:30', 'America/Los_Angeles'))).toBe(false)
  })

  test('a year without a published calendar counts Monday to Friday and says so', () => {
    expect([2003, 2004, 2024, 2026, 2090].map(calendarIsPublished)).toEqual([false, true, true, true, false])
    expect(isWorkingDay(day('2090-10-02'))).toBe(true)
    expect(isWorkingDay(day('2090-10-01').set({ weekday: 6 }))).toBe(false)
  })

  test('ten working days after the first half of 2024 is 12 July', () => {
    expect(addWorkingDays(day('2024-06-30'), 10).toISODate()).toBe('2024-07-12')
  })

  test('counting passes over a holiday and takes the make-up days with it', () => {
    expect(addWorkingDays(day('2024-09-27T17:00'), 1).toISO()).toBe('2024-09-29T17:00:00.000+08:00')
    expect(addWorkingDays(day('2024-09-30'), 1).toISODate()).toBe('2024-10-08')
    expect(addWorkingDays(day('2024-10-08'), -1).toISODate()).toBe('2024-09-30')
    expect(workingDaysBetween(day('2024-09-30'), day('2024-10-14'))).toBe(6)
  })

  test('the first working day of a week skips its holidays; a week of holidays alone has none', () => {
    expect(firstWorkingDayOfWeek(day('2024-06-26T15:00'))?.toISO()).toBe('2024-06-24T00:00:00.000+08:00')
    expect(firstWorkingDayOfWeek(day('2024-06-12'))?.toISODate()).toBe('2024-06-11')
    expect(firstWorkingDayOfWeek(day('2024-02-14'))?.toISODate()).toBe('2024-02-18')
    expect(firstWorkingDayOfWeek(day('2020-10-03'))?.toISODate()).toBe('2020-09-28')
    expect(firstWorkingDayOfWeek(day('2025-10-03'))?.toISODate()).toBe('2025-09-29')
    expect(firstWorkingDayOfWeek(day('2023-10-04'))?.toISODate()).toBe('2023-10-07')
    expect(firstWorkingDayOfWeek(day('2019-02-06'))).toBeNull()
  })

  test('a holiday moves to the next working day', () => {
    expect(workingDayOnOrAfter(day('2024-10-03T15:00')).toISO()).toBe('2024-10-08T15:00:00.000+08:00')
    expect(workingDayOnOrAfter(day('2024-10-08T15:00')).toISODate()).toBe('2024-10-08')
  })

  test('adding and counting are inverse, and adding lands on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (from, count) => {
        const to = addWorkingDays(from, count)
        expect(count === 0 || isWorkingDay(to)).toBe(true)
        const days = workingDaysBetween(from, to)
        // Going back from a day that works, that day is not among those counted forwards.
        expect(count >= 0 ? days : -days).toBe(Math.abs(count))
      }),
      { numRuns: 200 },
    )
  })
})
