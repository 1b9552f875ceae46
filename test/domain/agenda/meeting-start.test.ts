import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { checkMeetingMinutes, resolveStart, USUAL_START } from '../../../src/domain/agenda/meeting-start.ts'
import { isWorkingDay, workingDaysBetween } from '../../../src/domain/calendar.ts'

const at = (iso: string, zone = 'Asia/Shanghai') => DateTime.fromISO(iso, { zone })
const unsaid = { day: null, time: null }
const day = (month: number, date: number, year: number | null = null) => ({ year, month, day: date })

describe('the start of a joint meeting', () => {
  test.each([
    ['2024-06-24T09:00', '2024-07-02T15:00', 'Tuesday of the next week: tomorrow leaves no time to prepare'],
    ['2024-06-27T23:59', '2024-07-02T15:00', 'Thursday leaves three working days'],
    ['2024-06-28T00:01', '2024-07-09T15:00', 'Friday does not'],
    ['2024-09-24T09:00', '2024-10-08T15:00', '1 October is a holiday: the next working day'],
    ['2024-09-29T09:00', '2024-10-15T15:00', 'the holidays leave too little time for the 8th'],
  ])('unsaid at %s it is %s: %s', (now, expected) => {
    expect(resolveStart(unsaid, at(now)).toFormat("yyyy-MM-dd'T'HH:mm")).toBe(expected)
  })

  test('a week whose meeting is published is passed over', () => {
    const now = at('2024-06-24T09:00')
    const first = resolveStart(unsaid, now)
    const second = resolveStart(unsaid, now, [first.toJSDate()])
    expect(second.toISODate()).toBe('2024-07-09')
    expect(resolveStart({ day: null, time: { hour: 9, minute: 30 } }, now, [first.toJSDate()]).toISO()).toBe(
      '2024-07-02T09:30:00.000+08:00',
    )
  })

  test('the usual start always works, lies ahead, and leaves time to prepare', () => {
    const anyMinute = fc.integer({ min: 0, max: 6 * 365 * 24 * 60 })
    fc.assert(
      fc.property(anyMinute, (minute) => {
        const now = at('2021-01-01').plus({ minutes: minute })
        const start = resolveStart(unsaid, now)
        expect(isWorkingDay(start)).toBe(true)
        expect(start.hour).toBe(USUAL_START.hour)
        expect(workingDaysBetween(now, start)).toBeGreaterThanOrEqual(USUAL_START.noticeWorkingDays)
      }),
      { numRuns: 300 },
    )
  })

  test('a day is taken in the zone of the plan, at the usual time where none was said', () => {
    const start = resolveStart({ day: day(7, 2), time: null }, at('2024-06-24T09:00', 'Asia/Urumqi'))
    expect(start.toISO()).toBe('2024-07-02T15:00:00.000+06:00')
  })

  test('today, tomorrow and the day after are counted in the zone of the plan', () => {
    const now = at('2024-06-30T23:30')
    const said = (inDays: number) => resolveStart({ day: { inDays }, time: { hour: 23, minute: 45 } }, now).toISODate()
    expect([0, 1, 2].map(said)).toEqual(['2024-06-30', '2024-07-01', '2024-07-02'])
    expect(() => resolveStart({ day: { inDays: 0 }, time: null }, now)).toThrow('agenda.start_passed')
  })

  test('a day that is none is named as it was said', () => {
    const no = (year: number | null) => () =>
      resolveStart({ day: day(2, 30, year), time: null }, at('2024-06-24T09:00'))
    expect(no(2025)).toThrow('"given":"2025-2-30"')
    expect(no(null)).toThrow('"given":"2-30"')
  })

  test('a day without a year is the one nearby: past the turn of the year, but not a whole year off', () => {
    expect(resolveStart({ day: day(1, 6), time: null }, at('2024-11-20T09:00')).toISODate()).toBe('2025-01-06')
    expect(() => resolveStart({ day: day(6, 20), time: null }, at('2024-06-24T09:00'))).toThrow('agenda.start_passed')
  })

  test.each([
    [{ day: day(6, 31), time: null }, 'agenda.no_such_time'],
    [{ day: day(2, 29, 2025), time: null }, 'agenda.no_such_time'],
    [{ day: day(13, 1), time: null }, 'agenda.no_such_time'],
    [{ day: day(0, 0), time: null }, 'agenda.no_such_time'],
    [{ day: day(6, 24), time: { hour: 9, minute: 0 } }, 'agenda.start_passed'],
    [{ day: day(7, 2, 2023), time: null }, 'agenda.start_passed'],
    [{ day: day(7, 2, 2025), time: null }, 'agenda.start_too_far'],
  ])('%o is refused: %s', (wanted, code) => {
    expect(() => resolveStart(wanted, at('2024-06-24T09:00'))).toThrow(code)
  })

  test('the length has bounds and a usual value', () => {
    expect([null, 15, 480].map(checkMeetingMinutes)).toEqual([120, 15, 480])
    for (const wrong of [0, 14, 481, 90.5, Number.NaN, -60]) {
      expect(() => checkMeetingMinutes(wrong)).toThrow('agenda.minutes_out_of_range')
    }
  })
})
