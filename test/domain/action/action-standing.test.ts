import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isOverdue, standingOf } from '../../../src/domain/action/action-standing.ts'
import { actionStates } from '../../../src/domain/action/action-state.ts'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Shanghai' })
const action = (dueOn: string, more: object = {}) => ({ state: 'open' as const, dueOn, reportedAt: null, ...more })

describe('how an action stands against its day', () => {
  it.each([
    // 24 June 2024 is a Monday.
    ['2024-06-28', { daysLate: null, daysLeft: null, returned: false }],
    ['2024-06-27', { daysLate: null, daysLeft: 3, returned: false }],
    ['2024-06-24', { daysLate: null, daysLeft: 0, returned: false }],
    ['2024-06-23', { daysLate: 1, daysLeft: null, returned: false }],
    ['2024-06-20', { daysLate: 2, daysLeft: null, returned: false }],
  ])('due %s', (dueOn, standing) => {
    expect(standingOf(action(dueOn), at('2024-06-24T09:00'))).toEqual(standing)
  })

  it('counts working days over a holiday and make-up days', () => {
    // 国庆节 2024 was 1–7 October; Sunday 29 September and Saturday 12 October were worked.
    expect(standingOf(action('2024-09-30'), at('2024-10-05T09:00'))).toMatchObject({ daysLate: 0 })
    expect(standingOf(action('2024-09-30'), at('2024-10-08T09:00'))).toMatchObject({ daysLate: 1 })
    expect(standingOf(action('2024-10-08'), at('2024-09-29T09:00'))).toMatchObject({ daysLeft: 2 })
  })

  it('late, reported it waits for the office and is not overdue; returned it is late again', () => {
    const reportedAt = new Date()
    const now = at('2024-06-24T09:00')
    expect(standingOf({ state: 'reported', dueOn: '2024-06-20', reportedAt }, now)).toEqual({
      daysLate: null,
      daysLeft: null,
      returned: false,
    })
    expect(standingOf(action('2024-06-20', { reportedAt }), now)).toEqual({
      daysLate: 2,
      daysLeft: null,
      returned: true,
    })
  })

  it('is never both late and due soon, and late only while open', () => {
    const day = fc
      .integer({ min: -400, max: 400 })
      .map((days) => at('2024-06-24').plus({ days }).toFormat('yyyy-MM-dd'))
    fc.assert(
      fc.property(day, day, fc.constantFrom(...actionStates), (dueOn, today, state) => {
        const { daysLate, daysLeft } = standingOf({ state, dueOn, reportedAt: null }, at(today))
        expect(daysLate !== null && daysLeft !== null).toBe(false)
        expect(daysLate !== null).toBe(isOverdue({ state, dueOn }, today))
        expect(daysLate ?? 0).toBeGreaterThanOrEqual(0)
        expect(daysLeft ?? 0).toBeLessThanOrEqual(3)
      }),
    )
  })
})
