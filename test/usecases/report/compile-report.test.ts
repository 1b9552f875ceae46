import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { showBurden } from '../../../src/usecases/burden/show-burden.ts'
import { compileReport } from '../../../src/usecases/report/compile-report.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { showReportBoard } from '../../../src/usecases/report/show-report-board.ts'
import { countCalls } from '../../support/count-calls.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('the report of a period', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  const convener = as(people.convener)
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  const file = (userId: string, taskNo: number, summary: string, status: 'ahead' | 'behind' = 'ahead') =>
    fileReport(world, as(userId), { taskNo, unitId: null, periodKey: null, status, percent: 60, summary })

  /** What the office does with the reports of a unit on a task. */
  const decide = (taskNo: number, unit: string, state: 'accepted' | 'returned', more: { practice?: string } = {}) =>
    database().client.progressReport.updateMany({
      where: { task: { no: taskNo }, unit: { name: unit } },
      data: { state, decidedBy: people.convener, decidedAt: new Date('2024-06-25T02:00:00Z'), ...more },
    })

  it('is made of what was accepted, and names what was not', async () => {
    await file(people.lead, 1, '已签约12家')
    await file(people.participant, 1, '协助招商')
    await file(people.customs, 2, '只是报送', 'behind')
    await file(people.customs, 3, '退回的内容')
    await decide(1, '市商务局', 'accepted', { practice: '一企一策' })
    await decide(1, '光谷管委会', 'accepted')
    await decide(3, '江城海关', 'returned')
    const { report, ledger } = await compileReport(world, convener, '')
    expect(report.period.key).toBe('2024H1')
    expect(report.counts).toEqual({ ahead: 1, on_track: 0, behind: 0, done: 0, missing: 2, total: 3 })
    expect(report.missing.map(({ no, kind }) => [no, kind])).toEqual([
      [2, 'submitted'],
      [3, 'returned'],
    ])
    expect(report.sections[0]?.tasks[0]).toMatchObject({
      report: { summary: '已签约12家', percent: 60 },
      participants: [{ unit: '光谷管委会', summary: '协助招商' }],
    })
    expect(report.practices).toMatchObject([{ taskNo: 1, unit: '市商务局', text: '一企一策' }])
    expect(ledger.reports.map(({ unit, state }) => [unit, state])).toEqual([
      ['市商务局', 'accepted'],
      ['光谷管委会', 'accepted'],
      ['江城海关', 'submitted'],
      ['江城海关', 'returned'],
    ])
  })

  it('holds values, milestones, policies, issues and pauses up to its day', async () => {
    const { plan, task, unit } = await idsOf(database())
    const { client } = database()
    const at = new Date('2024-06-01T02:00:00Z')
    const target = await client.target.findFirstOrThrow({ where: { metric: '引进企业' } })
    for (const [value, day] of [
      [1, '2024-05-31'],
      [3, '2024-05-31'],
      [9, '2024-07-31'],
    ] as const) {
      await client.measurement.create({
        data: { planId: plan, targetId: target.id, value, asOf: new Date(day), recordedBy: 'U', recordedAt: at },
      })
    }
    const own = { planId: plan, taskId: task, unitId: unit, createdBy: 'U', createdAt: at }
    await client.milestone.create({ data: { ...own, no: 1, title: '设备到位', dueOn: new Date('2024-05-31') } })
    await client.milestone.create({
      data: { ...own, no: 2, title: '已删除', dueOn: new Date('2024-05-31'), removedAt: at },
    })
    await client.policy.create({
      data: { ...own, title: '若干措施', documentNo: '1号', issuedOn: new Date('2024-04-01') },
    })
    await client.pause.create({
      data: { planId: plan, taskId: task, reason: '机构调整', startedBy: 'U', startedAt: at },
    })
    await raised(world, as(people.lead), '花山港验收')
    const { report, ledger } = await compileReport(world, convener, '2024上半年')
    expect(report.targets[0]?.standing.current).toBe('3')
    expect(ledger.values.map(({ value, superseded }) => [value, superseded])).toEqual([
      ['1', true],
      ['3', false],
      [null, false],
    ])
    expect(report.milestones.map(({ title, state }) => [title, state])).toEqual([['设备到位', 'slipped']])
    expect(report.policies.issued.map(({ title }) => title)).toEqual(['若干措施'])
    expect(report.missing[0]).toMatchObject({ no: 1, kind: 'paused' })
    expect(report.issues.open).toMatchObject([{ no: 1, targets: ['引进企业'] }])
  })

  it('counts what was asked of each unit, as /plan burden does', async () => {
    const { report } = await compileReport(world, convener, '')
    const { burden } = await showBurden(world, convener, report.period.key)
    expect(report.burden.map(({ unit, asks }) => [unit, asks])).toEqual(
      burden.units.map(({ unit, asked }) => [unit, asked]),
    )
    expect(report.burden.some(({ asks }) => asks > 0)).toBe(true)
    const board = await showReportBoard(world, convener, report.period.key)
    expect(board.kind === 'units' && board.units.map(({ asks }) => Object.values(asks))).toEqual(
      burden.units.map(({ counts }) => [counts.report, counts.meeting, counts.action, counts.consultation]),
    )
  })

  it('is of the period that opened last, or of one that is named and has begun', async () => {
    const of = async (words: string) => (await compileReport(world, convener, words)).report.period.key
    expect(await of('')).toBe('2024H1')
    world.clock.set('2024-07-20T09:00:00+08:00')
    expect(await of('')).toBe('2024H1')
    expect(await of('2024下半年')).toBe('2024H2')
    await expect(of('2025H1')).rejects.toMatchObject({ code: 'compilation.period_not_begun' })
    await expect(of('2024Q1')).rejects.toMatchObject({ code: 'compilation.period_not_kept' })
    await expect(of('明年')).rejects.toMatchObject({ code: 'period.not_understood' })
  })

  it('keeps the days that a period had when it was first spoken of', async () => {
    await file(people.lead, 1, '已签约')
    await database().client.reportingPeriod.updateMany({ data: { dueOn: new Date('2024-07-19') } })
    expect((await compileReport(world, convener, '2024H1')).report.period.dueOn).toBe('2024-07-19')
  })

  it('takes no more queries for much than for little', async () => {
    await file(people.lead, 1, '已签约')
    await raised(world, as(people.lead), '一件事')
    const few = await callsOf(database(), world)
    expect(few).toBeGreaterThanOrEqual(10)
    for (let count = 0; count < 4; count++) {
      await file(people.lead, 1, `第${count}次更正`)
      await file(people.customs, 2, `第${count}次更正`)
      await raised(world, as(people.lead), `第${count}件事`)
    }
    expect(await callsOf(database(), world)).toBe(few)
  })

  it('is the office’s and the leading group’s alone', async () => {
    for (const person of [people.convener, people.leader, people.admin])
      expect((await compileReport(world, as(person), '')).report.counts.missing).toBe(3)
    await expect(compileReport(world, as(people.lead), '')).rejects.toMatchObject({ code: 'access.role_needed' })
  })
})

async function idsOf({ client }: Database) {
  const task = await client.task.findFirstOrThrow({ where: { no: 1 }, include: { units: true } })
  const unit = task.units.find(({ role }) => role === 'lead')?.unitId ?? 0
  return { plan: task.planId, task: task.id, unit }
}

/** How often the store asks the database for one report. */
function callsOf(database: Database, world: Awaited<ReturnType<typeof setUpWorld>>): Promise<number> {
  return countCalls(database, (counted) => compileReport({ ...world, database: counted }, as(people.convener), ''))
}
