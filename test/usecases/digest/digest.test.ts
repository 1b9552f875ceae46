import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { digestContent } from '../../../src/domain/digest.ts'
import { postDigest } from '../../../src/usecases/digest/post-digest.ts'
import { previewDigest } from '../../../src/usecases/digest/preview-digest.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { listTargetStandings } from '../../../src/usecases/target/list-targets.ts'
import { recordMeasurement } from '../../../src/usecases/target/record-measurement.ts'
import { countCalls } from '../../support/count-calls.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('digests', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
  })

  const setChannel = () => setPlanChannels(world, as(people.admin), { leadingChannel: 'CLEADING' })
  const owed = () => database().transaction((tx) => tx.delivery.findMany({ where: { kind: 'digest' } }))

  it('show targets, reports and issues as they stand', async () => {
    const { targets } = await listTargetStandings(world, as(people.lead))
    const targetId = targets[0]?.id ?? 0
    await recordMeasurement(world, as(people.lead), { targetId, value: '3', day: '2024-05', unitId: null })
    const report = { unitId: null, periodKey: null, percent: null, summary: '进展' }
    await fileReport(world, as(people.lead), { ...report, taskNo: 1, status: 'behind' })
    await fileReport(world, as(people.customs), { ...report, taskNo: 2, status: 'on_track' })
    await fileReport(world, as(people.customs), { ...report, taskNo: 3, status: 'done' })
    const { content } = await previewDigest(world, as(people.leader))
    expect(content).toMatchObject({
      planTitle: '江城市示范区建设实施方案',
      asOf: '2024-06-24',
      periodKey: '2024H1',
      targets: [
        { metric: '引进企业', current: '3', status: 'ahead' },
        { metric: '年进口额', current: null, status: null },
      ],
      reports: {
        owed: 4,
        filed: 3,
        filedUnits: ['市商务局', '江城海关'],
        unfiled: [{ unit: '光谷管委会', owed: 1, filed: 0 }],
      },
      statusCounts: { ahead: 0, on_track: 1, behind: 1, done: 1 },
      issues: { open: 0, top: [] },
    })
  })

  it('ask nobody for reports that were due before the plan was there, or that are not asked for yet', async () => {
    world.clock.set('2024-08-01T09:00:00+08:00')
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '八月的方案' }, { asNewVersionOf: null })
    const { content } = await previewDigest(world, as(people.admin))
    expect(content).toMatchObject({ planTitle: '八月的方案', periodKey: '2024H2', reports: { owed: 0, unfiled: [] } })
    world.clock.set('2024-12-25T09:00:00+08:00')
    expect((await previewDigest(world, as(people.admin))).content.reports).toMatchObject({ owed: 4, filed: 0 })
  })

  it('tell no milestone that slipped and no policy of a task that left the plan', async () => {
    const client = database().client
    const tasks = await client.task.findMany({ where: { planId }, orderBy: { no: 'asc' } })
    const { id: unitId } = await client.unit.findFirstOrThrow({ where: { planId } })
    const made = { planId, unitId, createdBy: people.lead, createdAt: world.now().minus({ days: 2 }).toJSDate() }
    const dueOn = new Date('2024-06-21')
    await client.milestone.createMany({
      data: tasks.map(({ id: taskId, no }) => ({ ...made, taskId, no, title: `节点${no}`, dueOn })),
    })
    await client.policy.createMany({
      data: tasks.map(({ id: taskId, no }) => ({
        ...made,
        taskId,
        title: `政策${no}`,
        documentNo: '',
        link: '',
        issuedOn: dueOn,
      })),
    })
    await client.task.update({ where: { id: tasks[2]?.id ?? 0 }, data: { retiredAt: world.now().toJSDate() } })
    const { content } = await previewDigest(world, as(people.leader))
    expect(content.slippedMilestones.count).toBe(2)
    expect(content.changes?.numbers['milestone.slipped']).toEqual([1, 2])
    expect(content.policies.named.map(({ title }) => title)).toEqual(['政策1', '政策2'])
  })

  it('name the five weightiest of the unsettled issues: the more severe, then the older', async () => {
    const raise = (title: string, severity: 1 | 2 | 3 | 4) =>
      raiseIssue(world, as(people.lead), {
        title,
        details: '',
        severity,
        minutes: 15,
        taskNo: 1,
        units: ['江城海关'],
        similarSeen: true,
        sourceLink: null,
      })
    await raise('口岸验收时间', 2)
    await raise('进口设备减免税接口', 4)
    await raise('仓库用地指标', 1)
    await raise('航线补贴标准', 3)
    world.clock.set('2024-06-27T09:00:00+08:00')
    await raise('人才公寓分配', 3)
    await raise('数据口径统一', 1)
    const { content } = await previewDigest(world, as(people.leader))
    expect(content.issues.open).toBe(6)
    expect(content.issues.top.map(({ title, days }) => [title, days])).toEqual([
      ['进口设备减免税接口', 3],
      ['航线补贴标准', 3],
      ['人才公寓分配', 0],
      ['口岸验收时间', 3],
      ['仓库用地指标', 3],
    ])
  })

  it('take no more queries for many issues, values and reports than for none', async () => {
    const few = await callsOf()
    const { targets } = await listTargetStandings(world, as(people.lead))
    for (const [place, day] of ['2024-01', '2024-02', '2024-03', '2024-04'].entries()) {
      const targetId = targets[place % 2]?.id ?? 0
      await recordMeasurement(world, as(people.convener), { targetId, value: '3', day, unitId: null })
      await raiseIssue(world, as(people.lead), {
        ...{ title: `第${place}件事`, details: '', severity: 2, minutes: 15, taskNo: 1, units: ['江城海关'] },
        ...{ similarSeen: true, sourceLink: null },
      })
    }
    const report = { unitId: null, periodKey: null, percent: null, summary: '进展' }
    await fileReport(world, as(people.customs), { ...report, taskNo: 2, status: 'on_track' })
    expect((await previewDigest(world, as(people.leader))).content.issues.open).toBe(4)
    expect(await callsOf()).toBe(few)
  })

  /** How often the stores ask the database for one preview. */
  function callsOf(): Promise<number> {
    return countCalls(database(), (counted) => previewDigest({ ...world, database: counted }, as(people.leader)))
  }

  it('are previewed by every member, and posted by convener, leader and admin alone', async () => {
    expect(await previewDigest(world, as(people.lead))).toMatchObject({ mayPost: false, hasChannel: false })
    expect(await previewDigest(world, as(people.leader))).toMatchObject({ mayPost: true })
    await expect(previewDigest(world, as(people.stranger))).rejects.toMatchObject({ code: 'access.not_a_member' })
    await setChannel()
    await expect(postDigest(world, as(people.lead), 'k')).rejects.toMatchObject({ code: 'access.role_needed' })
    expect(await owed()).toEqual([])
  })

  it('are refused without a channel, saying which command sets one', async () => {
    await expect(postDigest(world, as(people.convener), 'k')).rejects.toMatchObject({ code: 'digest.no_channel' })
    expect(await owed()).toEqual([])
  })

  it('are owed to the leading group’s channel once for a key, with all that they show', async () => {
    await setChannel()
    expect(await postDigest(world, as(people.convener), 'command:1')).toEqual({ channel: 'CLEADING' })
    await expect(postDigest(world, as(people.admin), 'command:1')).rejects.toMatchObject({
      code: 'digest.posted_before',
    })
    await postDigest(world, as(people.leader), 'command:2')
    const deliveries = await owed()
    expect(deliveries.map(({ place, state }) => [place, state])).toEqual([
      ['CLEADING', 'pending'],
      ['CLEADING', 'pending'],
    ])
    expect(digestContent.parse(deliveries[0]?.payload)).toMatchObject({ asOf: '2024-06-24', missedSlots: 0 })
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    expect(trail.filter(({ action }) => action === 'digest.post')).toHaveLength(2)
  })
})
