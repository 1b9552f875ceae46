import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it, test } from 'vitest'
import { isWorkingDay } from '../../../src/domain/calendar.ts'
import {
  occurrences,
  ordinals,
  periods,
  type RecurrenceRule,
  recurrenceRule,
} from '../../../src/domain/meeting/recurrence.ts'

const zone = 'Asia/Shanghai'
const at = (iso: string) => DateTime.fromISO(iso, { zone })

/** Any rule the schema takes. */
export const anyRule: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    everyMonths: fc.constantFrom(...periods),
    month: fc.integer({ min: 1, max: 12 }),
    ordinal: fc.constantFrom(...ordinals),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map((rule) => ({ ...rule, month: ((rule.month - 1) % rule.everyMonths) + 1 }))

const starts = (rule: RecurrenceRule, from: string, until: string) =>
  occurrences(rule, at(from), at(until)).map(({ slot, start }) => `${slot} ${start.toFormat('MM-dd HH:mm')}`)

const rule = (more: Partial<RecurrenceRule>): RecurrenceRule => ({
  everyMonths: 1,
  month: 1,
  ordinal: 2,
  weekday: 4,
  hour: 15,
  minute: 0,
  ...more,
})

describe('a series meets', () => {
  test('every month on its second Thursday, but on the next working day where that is a holiday', () => {
    expect(starts(rule({}), '2025-09-01', '2025-12-01')).toEqual([
      '2025-09-11 09-11 15:00',
      '2025-10-09 10-09 15:00',
      '2025-11-13 11-13 15:00',
    ])
    expect(starts(rule({ ordinal: 1 }), '2025-10-01', '2025-11-01')).toEqual(['2025-10-02 10-09 15:00'])
  })

  test('on a make-up Saturday itself, and on the make-up Sunday after a holiday', () => {
    expect(starts(rule({ weekday: 6 }), '2024-10-01', '2024-11-01')).toEqual(['2024-10-12 10-12 15:00'])
    expect(starts(rule({ weekday: 6, ordinal: 3 }), '2024-02-01', '2024-03-01')).toEqual(['2024-02-17 02-18 15:00'])
  })

  test('in the next month, where a holiday reaches over its end', () => {
    expect(starts(rule({ ordinal: 'last', weekday: 2 }), '2025-09-15', '2025-10-01')).toEqual([
      '2025-09-30 09-30 15:00',
    ])
    expect(starts(rule({ ordinal: 'last', weekday: 6 }), '2024-08-15', '2024-09-20')).toEqual([
      '2024-08-31 09-02 15:00',
    ])
    expect(starts(rule({ ordinal: 'last', weekday: 6 }), '2024-09-01', '2024-09-20')).toEqual([
      '2024-08-31 09-02 15:00',
    ])
  })

  test('every quarter in the month of the quarter that was said, and every year in its month', () => {
    const quarterly = rule({ everyMonths: 3, month: 3, ordinal: 3, weekday: 2 })
    expect(starts(quarterly, '2024-01-01', '2025-01-01').map((one) => one.slice(0, 10))).toEqual([
      '2024-03-19',
      '2024-06-18',
      '2024-09-17',
      '2024-12-17',
    ])
    expect(starts(rule({ everyMonths: 12, month: 6 }), '2024-01-01', '2026-01-01')).toHaveLength(2)
  })

  test('not before the first instant asked for, nor at the last', () => {
    expect(starts(rule({}), '2024-07-11T15:00', '2024-08-08T15:00')).toEqual(['2024-07-11 07-11 15:00'])
    expect(starts(rule({}), '2024-07-11T15:01', '2024-08-08T15:01')).toEqual(['2024-08-08 08-08 15:00'])
    expect(occurrences(rule({}), at('2024-01-01'), at('2030-01-01'), 2)).toHaveLength(2)
  })

  it('has no month beyond its period', () => {
    expect(recurrenceRule.safeParse(rule({ everyMonths: 3, month: 4 })).success).toBe(false)
    expect(recurrenceRule.safeParse({ ...rule({}), everyMonths: 5 }).success).toBe(false)
  })

  it('on working days, once a period, in order, without gaps', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 3000 }), (rule, days) => {
        const from = at('2019-01-01').plus({ days })
        const until = from.plus({ years: 3 })
        const found = occurrences(rule, from, until)
        expect(found.every(({ start }) => isWorkingDay(start) && start >= from && start < until)).toBe(true)
        expect(found.every(({ start }) => start.hour === rule.hour && start.minute === rule.minute)).toBe(true)
        const slots = found.map(({ slot }) => at(slot))
        expect(slots.every((slot) => slot.weekday === rule.weekday)).toBe(true)
        const period = (slot: DateTime) => Math.floor((slot.year * 12 + slot.month - 1) / rule.everyMonths)
        slots.slice(1).forEach((slot, index) => {
          expect(period(slot)).toBe(period(slots[index] ?? slot) + 1)
        })
        found.slice(1).forEach(({ start }, index) => {
          expect(start > (found[index]?.start ?? start)).toBe(true)
        })
        expect(Math.abs(found.length - 36 / rule.everyMonths)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
