import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { parseDoneDay, parseMilestoneDay } from '../../../src/domain/milestone/milestone-day.ts'
import {
  checkMilestoneEvidence,
  checkMilestoneReason,
  checkMilestoneTitle,
} from '../../../src/domain/milestone/milestone-facts.ts'
import { milestoneStanding } from '../../../src/domain/milestone/milestone-standing.ts'

const zone = 'Asia/Shanghai'
const now = DateTime.fromISO('2024-06-24T23:30', { zone })
const refusal = (code: string) => expect.objectContaining({ code })

describe('the day of a milestone', () => {
  it.each([
    ['2024-06-24', '2024-06-24'],
    ['9月底', '2024-09-30'],
    ['3个工作日后', '2024-06-27'],
    ['2029-12-31', '2029-12-31'],
    ['2100-12-31', '2100-12-31'],
  ])('%j is %s', (text, day) => {
    expect(parseMilestoneDay(text, now)).toBe(day)
  })

  it.each([
    ['', 'milestone.day_missing'],
    ['尽快', 'milestone.day_unknown'],
    ['2025-02-31', 'milestone.day_unknown'],
    ['2024-06-23', 'milestone.day_passed'],
    ['1999-12-31', 'milestone.day_out_of_range'],
    ['2101-01-01', 'milestone.day_out_of_range'],
  ])('%j is refused: %s', (text, code) => {
    expect(() => parseMilestoneDay(text, now)).toThrow(refusal(code))
  })

  it.each([
    ['', '2024-06-24'],
    ['昨天', '2024-06-23'],
    ['６月２０日', '2024-06-20'],
    ['2023年12月31日', '2023-12-31'],
    ['12-28', '2023-12-28'],
  ])('%j is when it was reached: %s', (text, day) => {
    expect(parseDoneDay(text, text === '12-28' ? now.set({ month: 1, day: 5 }) : now)).toBe(day)
  })

  it.each([
    ['2024-06-25', 'milestone.done_in_future'],
    ['9月底', 'milestone.day_unknown'],
    ['2月30日', 'milestone.day_unknown'],
    ['1987-01-01', 'milestone.day_out_of_range'],
  ])('%j is not: %s', (text, code) => {
    expect(() => parseDoneDay(text, now)).toThrow(refusal(code))
  })
})

describe('how a milestone stands', () => {
  const standing = (dueOn: string, doneOn: string | null = null) => milestoneStanding({ dueOn, doneOn }, now, 7)

  it('counts working days, make-up days and holidays among them', () => {
    expect(standing('2024-06-24')).toEqual({ state: 'soon', days: 0 })
    expect(standing('2024-07-03')).toEqual({ state: 'soon', days: 7 })
    expect(standing('2024-07-04')).toEqual({ state: 'planned', days: null })
    expect(standing('2024-06-23')).toEqual({ state: 'slipped', days: 1 })
    expect(standing('2024-06-07')).toEqual({ state: 'slipped', days: 10 })
    expect(standing('2024-06-20', '2024-06-20')).toEqual({ state: 'done', days: 0 })
    expect(standing('2024-06-20', '2024-06-24')).toEqual({ state: 'done', days: 2 })
  })

  it('goes from ahead over soon to slipped as days pass, and never back', () => {
    const order = ['planned', 'soon', 'slipped']
    const day = fc.integer({ min: -400, max: 400 }).map((days) => now.plus({ days }))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (due, later, soonDays) => {
        const at = (moment: DateTime) =>
          order.indexOf(milestoneStanding({ dueOn: due.toFormat('yyyy-MM-dd'), doneOn: null }, moment, soonDays).state)
        expect(at(now.plus({ days: later }))).toBeGreaterThanOrEqual(at(now))
      }),
    )
  })
})

describe('what is typed for a milestone', () => {
  it.each([
    [checkMilestoneTitle, 200, 'milestone.title'],
    [checkMilestoneEvidence, 500, 'milestone.evidence'],
    [checkMilestoneReason, 500, 'milestone.reason'],
  ] as const)('%o takes %i characters', (check, most, code) => {
    expect(check(` ${'🚢'.repeat(most)} `)).toBe('🚢'.repeat(most))
    expect(() => check('🚢'.repeat(most + 1))).toThrow(
      expect.objectContaining({ code: `${code}_too_long`, params: { max: most, length: most + 1 } }),
    )
    expect(() => check(' \n ')).toThrow(refusal(`${code}_missing`))
  })
})
