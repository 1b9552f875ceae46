import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { compileReport } from '../../../src/domain/compilation/compile-report.ts'
import { compileReportLedger } from '../../../src/domain/compilation/compile-report-ledger.ts'
import { statuses } from '../../../src/domain/progress-report.ts'
import { sampleRecords, version } from '../../support/sample-compilation.ts'

const compiled = compileReport(sampleRecords())
const tasks = compiled.sections.flatMap((section) => section.tasks)

describe('the report of a period', () => {
  it('counts tasks by their lead’s accepted report, overall and by section', () => {
    expect(compiled.counts).toEqual({ ahead: 1, on_track: 0, behind: 1, done: 0, missing: 3, total: 5 })
    expect(compiled.sections.map(({ title, counts }) => [title, counts.total, counts.missing])).toEqual([
      ['扩大进口', 2, 0],
      ['优化环境', 3, 3],
    ])
  })

  it('rests on accepted reports alone, and says where a later version waits', () => {
    expect(tasks[0]?.report).toMatchObject({ status: 'ahead', version: 1, pending: 2 })
    expect(tasks[0]?.participants.map(({ unit }) => unit)).toEqual(['光谷管委会'])
    for (const words of ['待审核的更正', '只是报送', '退回的内容', '撤回的内容'])
      expect(JSON.stringify(compiled)).not.toContain(words)
  })

  it('names what is missing, with why, and who was late', () => {
    expect(compiled.missing.map(({ no, lead, kind }) => [no, lead, kind])).toEqual([
      [3, '江城海关', 'submitted'],
      [4, '光谷管委会', 'returned'],
      [5, '光谷管委会', 'unfiled'],
    ])
    expect(compiled.participantGaps).toEqual([{ unit: '江城海关', unfiled: [1], submitted: [], returned: [] }])
    expect(compiled.late).toEqual([{ unit: '江城海关', tasks: [2] }])
  })

  it('does not call a unit late that only corrected its report after the day', () => {
    const versions = [version({ taskId: 1, unitId: 1 }), version({ taskId: 1, unitId: 1, version: 2, late: true })]
    expect(compileReport(sampleRecords({ versions })).late).toEqual([])
  })

  it('says of what is paused that it is, and of a task without units that nobody would report', () => {
    const [task] = sampleRecords().tasks
    if (!task) throw new Error('the sample has tasks')
    const paused = { period: false, tasks: new Set([1]) }
    const one = compileReport(
      sampleRecords({ tasks: [task, { ...task, id: 9, no: 9, units: [] }], versions: [], paused }),
    )
    expect(one.missing.map(({ kind }) => kind)).toEqual(['paused', 'no_unit'])
    expect(one.participantGaps).toEqual([])
  })

  it('counts facts to the period’s last day, or to today while it lasts', () => {
    expect([compiled.asOf, compiled.on]).toEqual(['2024-06-30', '2024-07-15'])
    const now = DateTime.fromISO('2024-06-20T09:00:00', { zone: 'Asia/Shanghai' })
    expect(compileReport(sampleRecords({ now })).asOf).toBe('2024-06-20')
  })

  it('shows targets where they stood, beside what the lead claims', () => {
    const [companies, imports] = compiled.targets
    expect(companies).toMatchObject({ claimed: 'ahead', disagrees: true })
    // 1 + 0 (which superseded 2 on the same day) + 1
    expect(companies?.standing).toMatchObject({ current: '2', status: 'behind' })
    expect(companies?.trend.map(({ on, current }) => [on, current])).toEqual([
      ['2024-02-29', '1'],
      ['2024-03-31', '1'],
      ['2024-05-31', '2'],
    ])
    expect(imports).toMatchObject({ claimed: null, disagrees: false, trend: [] })
  })

  it('tells issues and actions as they stood on the day', () => {
    const { issues, actions } = compiled
    expect(issues.raised).toBe(3)
    expect(issues.settled.map(({ no }) => no)).toEqual([2])
    expect(issues.open.map(({ no, closedOn, targets }) => [no, closedOn, targets])).toEqual([
      [1, null, ['引进企业']],
      [5, '2024-07-08', []],
    ])
    expect(actions.done).toBe(1)
    expect(actions.overdue.map(({ no, doneOn }) => [no, doneOn])).toEqual([
      [2, null],
      [6, '2024-07-04'],
    ])
    expect(actions.running).toBe(2)
  })

  it('tells milestones done, slipped and due next, and the policies of the period', () => {
    expect(compiled.milestones.map(({ no, state }) => [no, state])).toEqual([
      [1, 'done'],
      [2, 'done_late'],
      [3, 'slipped'],
      [4, 'next'],
    ])
    expect(compiled.policies).toMatchObject({ issued: [{ title: '支持进口的若干措施' }], earlier: 1 })
    expect(compiled.practices).toEqual([
      { taskNo: 1, taskTitle: '引进企业', unit: '市商务局', text: '一企一策，48小时内答复。' },
    ])
  })

  it('always has the four counts and the missing make the number of tasks, by section as overall', () => {
    const states = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] as const
    const anyVersion = fc.record({
      taskId: fc.integer({ min: 1, max: 6 }),
      unitId: fc.integer({ min: 1, max: 3 }),
      version: fc.integer({ min: 1, max: 4 }),
      state: fc.constantFrom(...states),
      status: fc.constantFrom(...statuses),
    })
    fc.assert(
      fc.property(fc.array(anyVersion, { maxLength: 30 }), fc.boolean(), (given, period) => {
        const versions = given.map(version).toSorted((a, b) => a.version - b.version)
        const report = compileReport(sampleRecords({ versions, paused: { period, tasks: new Set([2]) } }))
        const sum = statuses.reduce((all, status) => all + report.counts[status], 0)
        expect(sum + report.counts.missing).toBe(report.counts.total)
        expect(report.missing).toHaveLength(report.counts.missing)
        for (const key of [...statuses, 'missing', 'total'] as const)
          expect(report.sections.reduce((all, { counts }) => all + counts[key], 0)).toBe(report.counts[key])
      }),
    )
  })
})

describe('the ledger of a period', () => {
  const ledger = compileReportLedger(sampleRecords())

  it('holds every version but drafts, and a line for what is not reported', () => {
    expect(
      ledger.reports.map(({ taskNo, unit, version: no, state, counts }) => [taskNo, unit, no, state, counts]),
    ).toEqual([
      [1, '市商务局', 1, 'accepted', true],
      [1, '市商务局', 2, 'submitted', false],
      [1, '光谷管委会', 1, 'accepted', true],
      [1, '江城海关', null, 'unfiled', false],
      [2, '江城海关', 1, 'accepted', true],
      [3, '江城海关', 1, 'submitted', false],
      [4, '光谷管委会', 1, 'returned', false],
      [5, '光谷管委会', 1, 'withdrawn', false],
      [5, '光谷管委会', null, 'unfiled', false],
    ])
  })

  it('keeps reports of units that are not responsible any more', () => {
    const versions = [version({ taskId: 2, unitId: 1 }), version({ taskId: 77, unitId: 1 })]
    const others = compileReportLedger(sampleRecords({ versions })).reports.filter(({ role }) => role === null)
    expect(others.map(({ taskNo, counts }) => [taskNo, counts])).toEqual([
      [2, false],
      [77, false],
    ])
  })

  it('holds every value, the superseded ones marked', () => {
    const own = ledger.values.filter(({ metric }) => metric === '引进企业')
    expect(own.map(({ value, superseded }) => [value, superseded])).toEqual([
      ['1', false],
      ['2', true],
      ['0', false],
      ['1', false],
    ])
    expect(compileReportLedger(sampleRecords({ values: [] })).values.map(({ value }) => value)).toEqual([null, null])
  })
})
