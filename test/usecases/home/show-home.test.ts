import { beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { brief } from '../../../src/domain/brief.ts'
import type { PlanData } from '../../../src/domain/plan-file/plan-schema.ts'
import { showHome } from '../../../src/usecases/home/show-home.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { acceptReports } from '../../../src/usecases/report/accept-reports.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { listReview } from '../../../src/usecases/report/list-review.ts'
import { returnReport } from '../../../src/usecases/report/return-report.ts'
import { showReportBoard } from '../../../src/usecases/report/show-report-board.ts'
import { pauseWork } from '../../../src/usecases/supervision/pause-work.ts'
import { countCalls } from '../../support/count-calls.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { owed } from '../../support/meetings.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { runAt } from '../../support/supervised.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

describeOnEachDatabase('what App Home shows by role', (database) => {
  let world: World
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const home = (userId: string) => showHome(world, as(userId))
  const file = (userId: string, taskNo: number) =>
    fileReport(world, as(userId), {
      ...{ taskNo, unitId: null, periodKey: null, status: 'on_track' as const, percent: 50, summary: '进展' },
    })

  test('to each the parts of their roles alone', async () => {
    const parts = async (userId: string) => {
      const { liaison, leader, office } = await home(userId)
      return [liaison, leader, office].map((part) => part !== null)
    }
    expect(await parts(people.lead)).toEqual([true, false, false])
    expect(await parts(people.leader)).toEqual([false, true, false])
    expect(await parts(people.convener)).toEqual([false, false, true])
    expect(await parts(people.admin)).toEqual([false, false, true])
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'leader', unit: null }])
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'convener', unit: null }])
    expect(await parts(people.lead)).toEqual([true, true, true])
  })

  test('a liaison what their units owe, until it is filed, and what was asked of them', async () => {
    const { liaison, period } = await home(people.customs)
    expect(period.key).toBe('2024H1')
    expect(liaison?.duties).toMatchObject([
      { kind: 'report', subject: 'report/2024H1', dueOn: '2024-07-12', daysLate: null, items: [{ no: 2 }, { no: 3 }] },
    ])
    expect(liaison?.asked.counts).toEqual([{ kind: 'report', count: 2 }])
    await file(people.customs, 2)
    expect((await home(people.customs)).liaison?.duties[0]?.items).toMatchObject([{ no: 3 }])
    await file(people.customs, 3)
    expect((await home(people.customs)).liaison?.duties).toEqual([])
    world.clock.set('2024-07-16T09:00:00+08:00')
    expect((await home(people.lead)).liaison?.duties).toMatchObject([{ daysLate: 2, items: [{ no: 1 }] }])
  })

  test('a liaison their slips and issues that were settled, a leader what waits for them', async () => {
    const client = database().client
    const { id: planId } = await client.plan.findFirstOrThrow()
    const units = await client.unit.findMany({ orderBy: { position: 'asc' } })
    const slip = (unitIndex: number, level: 'blue' | 'yellow' | 'red', state: 'issued' | 'signed' | 'proposed') => ({
      ...{ planId, kind: 'report' as const, subject: 'report/2024H1', unitId: units[unitIndex]?.id ?? 0, level, state },
      ...{ dueOn: new Date('2024-07-12'), items: [], createdAt: world.now().toJSDate() },
    })
    await client.slip.createMany({
      data: [
        { ...slip(0, 'blue', 'issued'), year: 2024, no: 7 },
        { ...slip(0, 'yellow', 'issued'), year: 2024, no: 9 },
        // What these are about is done by now.
        { ...slip(0, 'blue', 'issued'), subject: 'report/2023H2', year: 2024, no: 6 },
        { ...slip(2, 'red', 'proposed'), subject: 'action/9' },
        { ...slip(2, 'blue', 'signed'), year: 2024, no: 8 },
        slip(2, 'red', 'proposed'),
      ],
    })
    const no = await raised(world, as(people.lead))
    await decided(world, as(people.convener), no, [], { outcome: 'escalated' })
    const other = await raised(world, as(people.lead), '进口贴息')
    await decided(world, as(people.convener), other, [], { outcome: 'withdrawn' })
    const lead = (await home(people.lead)).liaison
    expect(lead?.slips).toMatchObject([{ no: 9, level: 'yellow', unit: '市商务局', dueOn: '2024-07-12' }])
    expect(lead?.settled).toEqual([{ no: other, title: '进口贴息', state: 'withdrawn' }])
    expect((await home(people.customs)).liaison).toMatchObject({ slips: [], settled: [] })
    const leader = (await home(people.leader)).leader
    expect(leader?.redSlips).toMatchObject([{ no: null, level: 'red', unit: '江城海关' }])
    expect(leader?.escalated.map((issue) => issue.no)).toEqual([no])
    expect(leader).toMatchObject({ minutes: [], digests: [] })
    expect(leader?.digest.reports).toMatchObject({ owed: 4, filed: 0 })
  })

  test('a leader the minutes and digests that wait for them, as they stand', async () => {
    const client = database().client
    const { id: planId } = await client.plan.findFirstOrThrow()
    const at = world.now().toJSDate()
    const by = { createdBy: people.convener, createdAt: at }
    const meeting = await client.meeting.create({
      data: { planId, no: 3, startsAt: at, minutes: 60, convener: people.convener, state: 'held', ...by },
    })
    const draft = {
      meetingId: meeting.id,
      state: 'draft' as const,
      content: {},
      draftedBy: people.convener,
      draftedAt: at,
    }
    await client.minutes.createMany({
      data: [
        { ...draft, number: 0, submitted: 2, version: 2 },
        { ...draft, number: 1, submitted: 1, version: 2 },
      ],
    })
    const subscription = await client.digestSubscription.create({
      data: { planId, place: 'C1', cadence: 'weekly', language: 'zh-CN', approval: true, nextRunAt: at, ...by },
    })
    const digest = { planId, subscriptionId: subscription.id, until: at, content: { planTitle: '方案' }, createdAt: at }
    await client.digest.createMany({
      data: [
        { ...digest, slot: at, state: 'prepared' },
        { ...digest, slot: new Date(0), state: 'owed' },
        // What is still to be made has no content.
        { ...digest, slot: new Date(1), state: 'prepared', content: {} },
      ],
    })
    const leader = (await home(people.leader)).leader
    expect(leader?.minutes).toEqual([{ no: 3, number: 0, version: 2 }])
    expect(leader?.digests).toMatchObject([{ version: 1, since: at }])
  })

  test('the office who owes most, what waits to be reviewed, and who is late', async () => {
    await file(people.lead, 1)
    await file(people.participant, 1)
    const office = (await home(people.convener)).office
    expect(office?.board.map(({ unit, total, filed }) => `${unit} ${filed}/${total}`)).toEqual([
      '江城海关 0/2',
      '市商务局 1/1',
      '光谷管委会 1/1',
    ])
    // The participant's report goes to its lead.
    expect(office?.toReview).toBe(1)
    expect(office?.late).toEqual([])
    world.clock.set('2024-07-15T09:00:00+08:00')
    expect((await home(people.convener)).office?.late).toMatchObject([
      { unit: '江城海关', counts: { report: 2 }, days: 1 },
    ])
  })

  test('the office what its board and its list of reports to review say', async () => {
    const { reportId } = await file(people.customs, 2)
    await acceptReports(world, as(people.convener), { ids: [reportId] })
    const correction = await file(people.customs, 2)
    await returnReport(world, as(people.convener), 'return', correction.reportId, '请附合同')
    await pauseWork(world, as(people.convener), { taskNo: 3, period: null, reason: '等待批复' })
    const first = await file(people.lead, 1)
    await acceptReports(world, as(people.convener), { ids: [first.reportId] })
    await file(people.participant, 1)
    const { office } = await home(people.convener)
    const board = await showReportBoard(world, as(people.convener), '')
    expect(office?.board.map(({ unit, total, filed }) => `${unit} ${filed}/${total}`)).toEqual([
      '市商务局 1/1',
      '光谷管委会 1/1',
      '江城海关 1/1',
    ])
    expect(board.kind === 'units' && board.units.map(({ unit, filed, total }) => `${unit} ${filed}/${total}`)).toEqual(
      office?.board.map(({ unit, total, filed }) => `${unit} ${filed}/${total}`),
    )
    expect(office?.toReview).toBe((await listReview(world, as(people.convener))).entries.length)
    expect(office?.toReview).toBe(1)
    await runAt(world, '2024-06-24T09:30:00+08:00')
    await runAt(world, '2024-06-25T09:00:00+08:00')
    const briefs = (await owed(database(), 'brief')).filter(({ place }) => place === people.convener)
    expect(briefs.map(({ payload }) => brief.parse(payload).toReview)).toEqual([1])
  })

  test('no period that was over before the plan was there', async () => {
    world.clock.set('2024-08-01T09:00:00+08:00')
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '八月的方案' }, { asNewVersionOf: null })
    await assignMembers(world, as(people.admin), [{ userId: 'UAUGUST', role: 'liaison', unit: '市商务局' }])
    const { period, liaison } = await home('UAUGUST')
    expect(period.key).toBe('2024H2')
    expect(liaison).toMatchObject({ duties: [], asked: { counts: [] } })
  })

  test('everything by as many queries for many units and issues as for few', async () => {
    for (const role of ['convener', 'leader'] as const)
      await assignMembers(world, as(people.admin), [{ userId: people.lead, role, unit: null }])
    await raised(world, as(people.lead))
    const few = await callsOf(database(), world)
    await importPlan(world, as(people.admin), wide(), { asNewVersionOf: 1 })
    for (let place = 2; place <= 10; place++) await raised(world, as(people.lead), `第${place}件事`)
    expect((await home(people.lead)).issues.length).toBe(10)
    expect((await home(people.lead)).office?.board.length).toBe(63)
    expect(await callsOf(database(), world)).toBe(few)
  })
})

/** The sample plan with sixty units more, each with a task. */
function wide(): PlanData {
  const plan = samplePlan()
  const names = Array.from({ length: 60 }, (_, index) => `第${index + 1}局`)
  const tasks = names.map((name, index) => ({
    ...{ no: index + 4, title: `任务${index + 4}`, text: '推进。', units: [{ name, role: 'lead' as const }] },
  }))
  const [first, ...others] = plan.sections
  if (!first) return plan
  return {
    ...plan,
    sections: [first, ...others, { no: '三', title: '其他', tasks }],
    units: [...plan.units, ...names.map((name) => ({ name, aliases: [] }))],
  }
}

/** How often the stores ask the database for one App Home. */
function callsOf(database: Database, world: World): Promise<number> {
  return countCalls(database, (counted) => showHome({ ...world, database: counted }, as(people.lead)))
}
