import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { digestSections } from '../../src/domain/digest/sections.ts'
import { digestContent } from '../../src/domain/digest.ts'
import { composeContent, type DigestFacts, type DigestWish, digestPeriod } from '../../src/domain/digest-composition.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { reportablePeriod } from '../../src/domain/reporting-period.ts'

const now = DateTime.fromISO('2024-06-24T09:00:00', { zone: 'Asia/Shanghai' })
const commerce = { id: 1, name: '市商务局' }
const customs = { id: 2, name: '江城海关' }
const flow = { id: 7, metric: '引进企业', value: '50', unit: '家', kind: 'flow', per: 'year', by: null } as const

const submitted = { version: 1, state: 'submitted', decidedAt: null } as const
const recorded = (targetId: number, value: string, asOf: string, on: string) => {
  return { targetId, value, asOf, recordedAt: new Date(`${on}T10:00:00+08:00`), unit: '市商务局', source: '' }
}

const facts: DigestFacts = {
  plan: { id: 1, title: '方案', zone: 'Asia/Shanghai' },
  now,
  until: now.toJSDate(),
  past: false,
  period: reportablePeriod(now),
  targets: [
    { ...flow, baseline: null, taskNo: 1 },
    { ...flow, id: 8, metric: '外贸主体', kind: 'level', per: null, by: '2025-12-31', baseline: null, taskNo: null },
    { ...flow, id: 9, metric: '未报数', baseline: null, taskNo: 2 },
  ],
  measurements: [
    recorded(7, '10', '2024-03-31', '2024-04-02'),
    recorded(8, '900', '2024-05-31', '2024-06-03'),
    recorded(7, '8', '2024-06-20', '2024-06-21'),
    recorded(7, '7', '2024-06-20', '2024-06-22'),
  ],
  tasks: [
    { id: 11, no: 1, sectionNo: '一', sectionTitle: '扩大进口', units: [commerce, customs] },
    { id: 12, no: 2, sectionNo: '二', sectionTitle: '优化环境', units: [customs] },
  ],
  reports: [
    { taskId: 11, unitId: 1, status: 'ahead', ...submitted },
    { taskId: 12, unitId: 2, status: 'behind', ...submitted },
    { taskId: 99, unitId: 2, status: 'done', ...submitted },
  ],
  isPaused: () => false,
  issues: [
    {
      no: 4,
      title: '接口',
      taskNo: 1,
      raisedAt: new Date('2024-06-22T23:30:00+08:00'),
      carried: 1,
      escalated: true,
      units: ['江城海关'],
    },
  ],
  actions: [{ no: 3, text: '印发细则', owner: '江城海关', dueOn: '2024-06-20' }],
  slips: [
    { level: 'blue', state: 'issued', unit: '江城海关', dueOn: '2024-06-20', items: 1 },
    { level: 'red', state: 'proposed', unit: '市商务局', dueOn: '2024-06-07', items: 2 },
  ],
  milestones: [],
  policies: [],
  practices: [],
  events: [],
}

const wish: DigestWish = {
  cadence: 'weekly',
  language: 'zh-CN',
  sections: [...digestSections],
  since: new Date('2024-06-21T12:00:00+08:00'),
  from: 'last',
  missedSlots: 0,
  interpretation: '',
}

describe('a digest', () => {
  const content = composeContent(facts, wish)

  it('fits its own schema', () => {
    expect(digestContent.parse(content)).toEqual(content)
  })

  it('sums flows of the year against its elapsed share', () => {
    expect(content.targets[0]).toMatchObject({ current: '17', asOf: '2024-06-20', status: 'behind', reason: null })
    // 176 of the leap year's 366 days
    expect(content.targets[0]?.due).toBe('24.043716')
    expect(content.targets[0]?.gap).toBe('-7.043716')
  })

  it('invents nothing: without a baseline or data there is no status, and it says why', () => {
    expect(content.targets[1]).toMatchObject({
      current: '900',
      due: null,
      gap: null,
      status: null,
      reason: 'no_baseline',
    })
    expect(content.targets[2]).toMatchObject({ current: null, asOf: null, status: null, reason: 'no_measurement' })
  })

  it('counts what units owe and filed, of the plan’s present tasks alone', () => {
    expect(content.reports).toEqual({
      owed: 3,
      filed: 2,
      filedUnits: ['市商务局'],
      unfiled: [{ unit: '江城海关', owed: 2, filed: 1 }],
    })
    expect(content.statusCounts).toEqual({ ahead: 1, on_track: 0, behind: 1, done: 0 })
  })

  it('counts an issue’s days by the calendar of the plan’s zone', () => {
    expect(content.issues).toEqual({
      open: 1,
      top: [{ no: 4, title: '接口', taskNo: 1, days: 2, carried: 1, units: ['江城海关'] }],
    })
    expect(content.ages).toEqual({ week: 1, month: 0, quarter: 0, older: 0 })
  })

  it('says which issue stands behind a target that is behind, and what waits for leaders', () => {
    expect(content.blocking).toEqual({ count: 1, named: [{ no: 4, title: '接口', metric: '引进企业' }] })
    expect(content.leaders.issues.named.map(({ no }) => no)).toEqual([4])
    expect(content.leaders.slips.named).toEqual([{ unit: '市商务局', dueOn: '2024-06-07', items: 2 }])
    expect(content.slips).toEqual({ blue: 1, yellow: 0, red: 0, unsigned: 1, proposed: 1 })
  })

  it('tells where a target stood before and after what was recorded since, corrections among it', () => {
    // Recorded on 21 June in the morning: before. The correction of the 22nd is the only value since.
    expect(content.changes?.targets).toEqual([
      { targetId: 7, metric: '引进企业', unit: '家', before: '18', after: '17', recorded: 1 },
    ])
  })

  it('counts an overdue action in working days, and reports by section of the plan', () => {
    expect(content.overdueActions.named).toMatchObject([{ no: 3, days: 2 }])
    expect(content.bySection).toMatchObject([
      { no: '一', owed: 2, filed: 1, ahead: 1 },
      { no: '二', owed: 1, filed: 1, behind: 1 },
    ])
  })

  it('lets a report stand as the board does: a return undoes what waited before it, not what was accepted', () => {
    const version = (no: number, state: 'submitted' | 'returned' | 'accepted') => {
      const decidedAt = state === 'submitted' ? null : new Date('2024-06-20T10:00:00+08:00')
      return { taskId: 11, unitId: 1, version: no, state, status: 'ahead' as const, decidedAt }
    }
    const filed = (...reports: DigestFacts['reports']) => composeContent({ ...facts, reports }, wish).reports.filed
    expect(filed(version(1, 'submitted'), version(2, 'returned'))).toBe(0)
    expect(filed(version(1, 'accepted'), version(2, 'returned'))).toBe(1)
    const later = { ...version(2, 'returned'), decidedAt: new Date('2024-06-25T10:00:00+08:00') }
    expect(filed(version(1, 'submitted'), later)).toBe(1)
  })

  it('asks nothing for a paused task, and counts what was filed for it', () => {
    const paused = composeContent({ ...facts, isPaused: (id) => id === 11 }, wish)
    expect(paused.reports).toMatchObject({ owed: 2, filed: 2, unfiled: [] })
  })

  it.each([
    ['2024-06-16', '2023H2'],
    ['2024-06-17', '2024H1'],
    ['2024-07-12', '2024H1'],
    ['2024-07-22', '2024H1'],
    ['2024-12-17', '2024H1'],
    ['2024-12-18', '2024H2'],
    ['2025-01-02', '2024H2'],
  ])('on %s speaks of %s: of the period before until reports of the next are asked for', (day, key) => {
    expect(digestPeriod(DateTime.fromISO(day, { zone: 'Asia/Shanghai' }), defaultSettings.reporting).key).toBe(key)
  })

  it('stands in the plan’s period', () => {
    expect(content).toMatchObject({ asOf: '2024-06-24', periodKey: '2024H1', dueOn: '2024-07-12' })
  })
})
