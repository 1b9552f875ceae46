import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BacklogIssue } from '../../../src/domain/agenda/backlog.ts'
import { composeAgenda } from '../../../src/domain/agenda/compose.ts'
import { type AgendaFixes, noFixes } from '../../../src/domain/agenda/fixes.ts'
import { agendaNotice } from '../../../src/domain/agenda/notice.ts'
import type { AgendaWish } from '../../../src/domain/agenda/wish.ts'

const names = ['市商务局', '市交通运输局', '武汉海关', '市财政局', '市文旅局']

const backlog = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 12 }).map((fives) => fives * 5),
      points: fc.integer({ min: 0, max: 94 }),
      mandatory: fc.boolean(),
      units: fc.uniqueArray(fc.integer({ min: 0, max: names.length - 1 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((issues) =>
    issues.map(
      ({ minutes, points, mandatory, units }, index): BacklogIssue => ({
        id: 100 + index,
        no: index + 1,
        title: `问题${index + 1}`,
        taskNo: null,
        minutes,
        mandatory,
        units: units.map((id) => ({ id, name: names[id] ?? '' })),
        optional: [],
        score: points,
        parts: [{ name: 'severity', points }],
      }),
    ),
  )

const wishOf = (issues: BacklogIssue[], mode: AgendaFixes['mode'] = 'waiting'): AgendaWish => ({
  plan: { id: 1, title: '实施方案', language: 'zh-CN', zone: 'Asia/Shanghai' },
  startsAt: '2024-07-02T15:00:00.000+08:00',
  minutes: 120,
  meetingNo: 1,
  place: '',
  fixes: { ...noFixes, mode },
  followUp: null,
  absent: [],
  told: [],
  issues,
})

describe('a composed agenda', () => {
  test('a unit whose hours suit no order counts as absent, and costs no other unit its item', () => {
    const issue = (no: number, unit: number, mandatory: boolean): BacklogIssue => ({
      ...{ id: 100 + no, no, title: `问题${no}`, taskNo: null, minutes: 30, mandatory, optional: [], score: 10 },
      units: [{ id: unit, name: names[unit] ?? '' }],
      parts: [{ name: 'severity', points: 10 }],
    })
    const wish = wishOf([issue(1, 0, true), issue(2, 1, false), issue(3, 2, false)])
    const fixes = { ...wish.fixes, first: [1] }
    // Unit 0 comes too late for #1, which is pinned first; unit 1 comes in time for #2.
    const told = [
      { unitId: 0, from: 60, until: 120 },
      { unitId: 1, from: 45, until: 120 },
    ]
    const agenda = composeAgenda({ ...wish, fixes, told })
    expect(agenda.leftOut).toEqual([])
    expect(agenda.items[0]?.no).toBe(1)
    expect(agenda.items.find((item) => item.no === 2)?.startMinute).toBeGreaterThanOrEqual(45)
  })

  test('is whole: every issue once, times back to back, attendance and waiting as the items have them', () => {
    fc.assert(
      fc.property(backlog, fc.constantFrom('waiting', 'score'), (issues, mode) => {
        const agenda = composeAgenda(wishOf(issues, mode))
        expect(() => agendaNotice.parse({ ...agenda, meetingId: 1, draft: 1 })).not.toThrow()
        const all = [...agenda.items, ...agenda.leftOut].map(({ no }) => no)
        expect(all.sort((a, b) => a - b)).toEqual(issues.map(({ no }) => no))
        let minute = 0
        for (const item of agenda.items) {
          expect(item.startMinute).toBe(minute)
          minute += item.minutes
        }
        expect(minute).toBe(agenda.minutesUsed)
        expect(agenda.attendance.reduce((sum, unit) => sum + unit.waiting, 0)).toBe(agenda.waiting)
        for (const { unit, items } of agenda.attendance) {
          expect(items).toEqual(agenda.items.filter((item) => item.units.includes(unit)).map(({ no }) => no))
        }
        expect(new Set(agenda.attendance.map(({ unit }) => unit))).toEqual(
          new Set(agenda.items.flatMap(({ units }) => units)),
        )
        for (const issue of issues) if (issue.mandatory) expect(agenda.items.map(({ no }) => no)).toContain(issue.no)
        expect(agenda.waiting).toBeLessThanOrEqual(mode === 'waiting' ? agenda.waitingByScore : agenda.waiting)
      }),
      { numRuns: 150 },
    )
  })

  test('does not depend on the order in which the issues come', () => {
    fc.assert(
      fc.property(backlog, (issues) => {
        expect(composeAgenda(wishOf(issues.toReversed()))).toEqual(composeAgenda(wishOf(issues)))
      }),
      { numRuns: 50 },
    )
  })

  test('tells the left-out issues by score, and counts those that are too many to tell', () => {
    const many = Array.from(
      { length: 520 },
      (_, index): BacklogIssue => ({
        id: index + 1,
        no: index + 1,
        title: '问题',
        taskNo: null,
        minutes: 60,
        mandatory: false,
        units: [{ id: 0, name: '市商务局' }],
        optional: [],
        score: index % 90,
        parts: [{ name: 'severity', points: index % 90 }],
      }),
    )
    const agenda = composeAgenda(wishOf(many))
    expect(agenda.items).toHaveLength(2)
    expect([agenda.leftOut.length, agenda.leftOutMore]).toEqual([500, 18])
    const scores = agenda.leftOut.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})
