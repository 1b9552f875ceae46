import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dutiesAt, lateUnits } from '../../src/domain/home-duties.ts'
import { composeBoard } from '../../src/domain/report-board.ts'
import { standingOf, type VersionFacts } from '../../src/domain/report-state.ts'
import type { Obligation } from '../../src/domain/supervision/obligation.ts'

const units = [
  { id: 1, name: '市商务局' },
  { id: 2, name: '江城海关' },
  { id: 3, name: '光谷管委会' },
]

describe('the board of units', () => {
  const report = (unit: number, states: VersionFacts['state'][], { late = false, paused = false } = {}) => {
    const versions = states.map((state, index) => ({ version: index + 1, state, late }))
    return { unit: units[unit - 1] ?? { id: 0, name: '' }, found: standingOf(versions), paused }
  }

  it('has who owes most first; what was returned is owed again', () => {
    const board = composeBoard([
      ...[report(1, ['accepted'], { late: true }), report(1, ['submitted'])],
      ...[report(2, ['returned'], { late: true }), report(2, ['submitted'])],
      ...[report(3, ['submitted']), report(3, [])],
    ])
    expect(board.map(({ unit, total, filed, late, returned }) => [unit, total, filed, late, returned])).toEqual([
      ['江城海关', 2, 1, 0, 1],
      ['光谷管委会', 2, 1, 0, 0],
      ['市商务局', 2, 2, 1, 0],
    ])
  })

  it('asks for nothing that is paused, and lets an accepted report stand whose correction was returned', () => {
    const paused = { paused: true }
    const board = composeBoard([
      ...[report(1, [], paused), report(1, ['accepted', 'returned'])],
      ...[report(2, [], paused)],
      ...[report(3, ['submitted'], paused), report(3, [])],
    ])
    expect(board.map(({ unit, total, filed }) => [unit, total, filed])).toEqual([
      ['光谷管委会', 2, 1],
      ['市商务局', 1, 1],
    ])
  })
})

describe('what is owed', () => {
  const owed = (more: Partial<Obligation>): Obligation => ({
    ...{ kind: 'report', subject: 'report/2024H1', unitId: 1, unit: '市商务局', people: 'liaisons' },
    ...{ dueOn: '2024-07-12', countFrom: '2024-07-12', items: [{ no: 1, title: '引进企业' }] },
    ...more,
  })

  it('is late by working days from its day, or from the end of its pause', () => {
    const now = DateTime.fromISO('2024-07-16T09:00', { zone: 'Asia/Shanghai' })
    const duties = dutiesAt(
      [
        owed({ kind: 'action', subject: 'action/3', dueOn: '2024-07-20', countFrom: '2024-07-20' }),
        owed({}),
        owed({ unitId: 2, unit: '江城海关', countFrom: '2024-07-15', items: [1, 2].map((no) => ({ no, title: '' })) }),
        owed({ unitId: 2, unit: '江城海关', kind: 'visit', subject: 'visit/1', countFrom: '2024-07-16' }),
        owed({ dueOn: '2024-07-16', countFrom: '2024-07-16' }),
      ],
      now,
    )
    expect(duties.map(({ daysLate }) => daysLate)).toEqual([2, 1, 0, null, null])
    expect(lateUnits(duties)).toEqual([
      { unitId: 1, unit: '市商务局', counts: { report: 1 }, days: 2 },
      { unitId: 2, unit: '江城海关', counts: { report: 2, visit: 1 }, days: 1 },
    ])
  })
})
