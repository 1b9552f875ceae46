import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { digestContent } from '../../src/domain/digest.ts'
import { composeContent, type DigestFacts, digestPeriod } from '../../src/domain/digest-composition.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { reportablePeriod } from '../../src/domain/reporting-period.ts'

const now = DateTime.fromISO('2024-06-24T09:00:00', { zone: 'Asia/Shanghai' })
const commerce = { id: 1, name: '市商务局' }
const customs = { id: 2, name: '江城海关' }
const flow = { id: 7, metric: '引进企业', value: '50', unit: '家', kind: 'flow', per: 'year', by: null } as const

const facts: DigestFacts = {
  plan: { title: '方案', language: 'zh-CN', zone: 'Asia/Shanghai' },
  now,
  period: reportablePeriod(now),
  missedSlots: 0,
  targets: [
    { ...flow, baseline: null, taskNo: 1 },
    { ...flow, id: 8, metric: '外贸主体', kind: 'level', per: null, by: '2025-12-31', baseline: null, taskNo: null },
    { ...flow, id: 9, metric: '未报数', baseline: null, taskNo: 2 },
  ],
  measurements: [
    { targetId: 7, value: '10', asOf: '2024-03-31' },
    { targetId: 7, value: '7', asOf: '2024-06-20' },
    { targetId: 8, value: '900', asOf: '2024-05-31' },
  ],
  tasks: [
    { id: 11, units: [commerce, customs] },
    { id: 12, units: [customs] },
  ],
  reports: [
    { taskId: 11, unitId: 1, status: 'ahead' },
    { taskId: 12, unitId: 2, status: 'behind' },
    { taskId: 99, unitId: 2, status: 'done' },
  ],
  issues: {
    open: 3,
    top: [
      {
        no: 4,
        title: '接口',
        taskNo: 11,
        raisedAt: new Date('2024-06-22T23:30:00+08:00'),
        carried: 1,
        units: ['江城海关'],
      },
    ],
  },
}

describe('a digest', () => {
  const content = composeContent(facts)

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
      open: 3,
      top: [{ no: 4, title: '接口', taskNo: 11, days: 2, carried: 1, units: ['江城海关'] }],
    })
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
    expect(content).toMatchObject({ asOf: '2024-06-24', periodKey: '2024H1', dueOn: '2024-07-12', since: null })
  })
})
