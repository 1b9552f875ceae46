import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, atTime, isWorkingDay, workingDaysBetween } from '../../src/domain/calendar.ts'
import { digestCadences, nextDigestSlot } from '../../src/domain/digest/slots.ts'
import { occurrences } from '../../src/domain/meeting/recurrence.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { fairMoment } from '../../src/domain/supervision/fair-moment.ts'
import { nextDay, nextWorkingDay } from '../../src/schedule/jobs.ts'

/** Zones whose clocks do what clocks can do, each with a year in which they do it. */
const changes = [
  ['Asia/Shanghai', 2024],
  ['Europe/Berlin', 2024],
  ['America/New_York', 2025],
  // By half an hour.
  ['Australia/Lord_Howe', 2024],
  // At midnight, forward and back.
  ['America/Havana', 2024],
  ['Africa/Cairo', 2024],
  ['America/Sao_Paulo', 2018],
  // Over a day.
  ['Pacific/Apia', 2011],
  ['Africa/Casablanca', 2025],
] as const

const rule = defaultSettings.reporting
const zoned = fc
  .constantFrom(...changes)
  .chain(([zone, year]) =>
    fc
      .integer({ min: 0, max: 366 * 24 * 60 })
      .map((minutes) => DateTime.fromObject({ year }, { zone }).plus({ minutes })),
  )
const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 15, 30, 45) })

/** The first quarter of an hour of a date at or after a time of day, found by looking at each. */
function firstMinute(day: DateTime, { hour, minute }: { hour: number; minute: number }): DateTime {
  const wanted = hour * 60 + minute
  let at = day.startOf('day').minus({ hours: 3 })
  while (!at.hasSame(day, 'day') || at.hour * 60 + at.minute < wanted) at = at.plus({ minutes: 15 })
  return at
}

describe('a time of day', () => {
  it.each([
    ['in a gap, at its end', 'Europe/Berlin', '2024-03-31', { hour: 2, minute: 30 }, '2024-03-31T03:00:00.000+02:00'],
    ['twice, the first', 'Europe/Berlin', '2024-10-27', { hour: 2, minute: 30 }, '2024-10-27T02:30:00.000+02:00'],
    ['in half an hour', 'Australia/Lord_Howe', '2024-10-06', { hour: 2, minute: 15 }, '2024-10-06T02:30:00.000+11:00'],
    ['of a missing midnight', 'Africa/Cairo', '2024-04-26', { hour: 0, minute: 0 }, '2024-04-26T01:00:00.000+03:00'],
    ['of two midnights', 'America/Havana', '2024-11-03', { hour: 0, minute: 30 }, '2024-11-03T00:30:00.000-04:00'],
  ])('%s', (_, zone, day, at, instant) => {
    for (const hour of [0, 4, 12, 23]) {
      expect(atTime(DateTime.fromISO(day, { zone }).set({ hour }), at).toISO()).toBe(instant)
    }
  })

  it('is the first quarter of an hour of its date not before it, from wherever in the day it is asked', () => {
    fc.assert(
      fc.property(zoned, time, (day, at) => {
        const found = atTime(day, at)
        const looked = firstMinute(day, at)
        // Where nothing of the day is left after the leap, it is the first instant of the next.
        if (found.hasSame(day, 'day')) expect(found.toMillis()).toBe(looked.toMillis())
      }),
      { numRuns: 40 },
    )
  })
})

describe('in every zone', () => {
  const chains: [string, (after: DateTime) => DateTime][] = [
    ['meeting upkeep', (after) => nextWorkingDay(after, { hour: 8, minute: 30 })],
    ['a job in the small hours', (after) => nextWorkingDay(after, { hour: 2, minute: 15 })],
    ['a job at midnight', (after) => nextWorkingDay(after, { hour: 0, minute: 0 })],
    ['the day', nextDay],
    ...digestCadences.map((cadence): [string, (after: DateTime) => DateTime] => [
      `a ${cadence} digest`,
      (after) => nextDigestSlot(cadence, after, rule),
    ]),
  ]

  it.each(chains)('%s comes once, on the date it is meant for, and from any instant before it', (name, next) => {
    for (const [zone, year] of changes) {
      const dates: string[] = []
      const end = DateTime.fromObject({ year: year + 1 }, { zone })
      for (let slot = next(DateTime.fromObject({ year }, { zone })); slot < end; slot = next(slot)) {
        dates.push(slot.toISODate() ?? '')
        expect(next(slot.minus(1)).toMillis()).toBe(slot.toMillis())
      }
      expect(new Set(dates).size).toBe(dates.length)
      expect([...dates].sort()).toEqual(dates)
      if (name.endsWith('digest')) continue
      const all: string[] = []
      for (let day = DateTime.utc(year, 1, 1); day.year === year; day = day.plus({ days: 1 })) {
        const local = DateTime.fromObject({ year, month: day.month, day: day.day, hour: 12 }, { zone })
        if (local.day === day.day && (name === 'the day' || isWorkingDay(local))) all.push(local.toISODate() ?? '')
      }
      // What begins at the year's first instant itself is no slot after it.
      expect(all.slice(-dates.length)).toEqual(dates)
      expect(all.length - dates.length).toBeLessThanOrEqual(1)
    }
  })

  it('working days are counted to and fro alike, over a day that the zone leapt over too', () => {
    fc.assert(
      fc.property(zoned, fc.integer({ min: -30, max: 30 }), (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count)
      }),
      { numRuns: 200 },
    )
    const before = DateTime.fromISO('2012-01-04T09:00', { zone: 'Pacific/Apia' })
    // 1 to 3 January are 元旦, 31 December is a make-up day, and 30 December never was.
    expect(addWorkingDays(before, -1).toISODate()).toBe('2011-12-31')
    expect(addWorkingDays(before, -2).toISODate()).toBe('2011-12-29')
    expect(workingDaysBetween(DateTime.fromISO('2011-12-29', { zone: 'utc' }), before)).toBe(3)
  })

  it('a series meets once a month at its time, or after the gap it lies in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...changes), time, ([zone, year], at) => {
        const series = { everyMonths: 1, month: 1, ordinal: 'last', weekday: 7, ...at } as const
        const from = DateTime.fromObject({ year }, { zone })
        const held = occurrences(series, from, from.plus({ years: 1 }))
        expect(new Set(held.map(({ slot }) => slot)).size).toBe(held.length)
        for (const { start } of held) expect(start.toMillis()).toBe(firstMinute(start, at).toMillis())
        // A month's last Sunday may be held in the next year.
        expect(held.length).toBeGreaterThanOrEqual(11)
      }),
      { numRuns: 12 },
    )
  })

  it('people are written to in fair hours of a working day', () => {
    fc.assert(
      fc.property(zoned, (now) => {
        const moment = fairMoment(now)
        expect(moment >= now && isWorkingDay(moment) && moment.hour >= 9 && moment.hour < 20).toBe(true)
      }),
    )
  })
})
