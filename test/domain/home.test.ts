import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { composeBoard } from '../../src/domain/home-board.ts'
import { dutiesAt, lateUnits } from '../../src/domain/home-duties.ts'
import type { Obligation } from '../../src/domain/supervision/obligation.ts'

describe('the board of units', () => {
  it('has who owes most first; what was returned is owed again, and what is paused is not unless it was filed', () => {
    const units = ['', '市商务局', '江城海关', '光谷管委会']
    const report = (unitId: number, state: 'filed' | 'late' | 'returned' | 'owed', asked = true) => ({
      ...{ unitId, unit: units[unitId] ?? '', asked, filed: state === 'filed' || state === 'late' },
      ...{ late: state === 'late', returned: state === 'returned' },
    })
    const board = composeBoard([
      ...[report(1, 'late'), report(1, 'filed'), report(1, 'owed', false), report(1, 'returned', false)],
      ...[report(2, 'returned'), report(2, 'filed')],
      ...[report(3, 'filed'), report(3, 'owed')],
    ])
    expect(board.map(({ unit, owed, filed, late, returned }) => [unit, owed, filed, late, returned])).toEqual([
      ['江城海关', 2, 1, 0, 1],
      ['光谷管委会', 2, 1, 0, 0],
      ['市商务局', 2, 2, 1, 0],
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
