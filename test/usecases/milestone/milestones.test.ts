import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { listMilestones } from '../../../src/db/milestone-store.ts'
import { loadCurrentPlan } from '../../../src/db/plan-store.ts'
import { ownWork } from '../../../src/usecases/context.ts'
import { withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { addMilestone } from '../../../src/usecases/milestone/add-milestone.ts'
import { finishMilestone } from '../../../src/usecases/milestone/finish-milestone.ts'
import { listRoadmap, type RoadmapScope } from '../../../src/usecases/milestone/list-milestones.ts'
import { milestoneObligations } from '../../../src/usecases/milestone/milestone-obligations.ts'
import { moveMilestone } from '../../../src/usecases/milestone/move-milestone.ts'
import { openMilestone, openTasks } from '../../../src/usecases/milestone/open-milestone.ts'
import { showRaisable } from '../../../src/usecases/milestone/raise-milestone.ts'
import { removeMilestone } from '../../../src/usecases/milestone/remove-milestone.ts'
import { reopenMilestone } from '../../../src/usecases/milestone/reopen-milestone.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const refusal = (code: string, params?: object) =>
  expect.objectContaining({ code, ...(params ? { params: expect.objectContaining(params) } : {}) })

describeOnEachDatabase('milestones', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  const add = (userId: string, taskNo: number, title: string, day: string, unitId: number | null = null) =>
    addMilestone(world, as(userId), { taskNo, unitId, title, day })
  const road = async (userId: string, scope: RoadmapScope = 'mine') => {
    const { entries } = await listRoadmap(world, as(userId), scope)
    return entries.map(({ no, state, days }) => [no, state, days])
  }
  const obligations = () =>
    database().transaction(async (tx) => {
      const plan = await loadCurrentPlan(tx, 'T1', people.admin)
      return milestoneObligations(ownWork(tx, plan, world.now().setZone(plan.zone)))
    })
  const pause = (data: { endedAt: Date | null; task: number }) =>
    database().transaction(async (tx) => {
      const task = await tx.task.findFirstOrThrow({ where: { no: data.task } })
      const startedAt = new Date('2024-06-25T01:00:00Z')
      const { planId } = task
      await tx.pause.create({
        data: { planId, taskId: task.id, reason: '等待批复', startedBy: 'U1', startedAt, endedAt: data.endedAt },
      })
    })

  it('are numbered within the plan, listed by task and due day to whom they concern', async () => {
    const first = await add(people.customs, 3, '系统上线', '2024-12-31')
    expect(first).toMatchObject({ no: 1, taskNo: 3, unit: '江城海关', dueOn: '2024-12-31' })
    await add(people.customs, 2, '口岸验收完成', '9月底')
    await add(people.customs, 2, '口岸设计完成', '2024-06-28')
    await add(people.lead, 1, '引进首家', '2024-07-01')
    expect(await road(people.customs)).toEqual([
      [3, 'soon', 4],
      [2, 'planned', null],
      [1, 'planned', null],
    ])
    expect(await road(people.convener)).toHaveLength(4)
    expect(await road(people.leader)).toHaveLength(4)
    expect(await road(people.lead)).toEqual([[4, 'soon', 5]])
    expect(await road(people.lead, 2)).toHaveLength(2)
    expect((await listRoadmap(world, as(people.lead), 2)).mayAdd).toBe(false)
    await expect(listRoadmap(world, as(people.lead), 9)).rejects.toThrow(refusal('task.unknown'))
    await expect(listRoadmap(world, as(people.stranger), 'mine')).rejects.toThrow(refusal('access.not_a_member'))
  })

  it('are set by a unit that is responsible, or by the office in the lead’s name', async () => {
    await expect(add(people.lead, 2, '口岸', '9月底')).rejects.toThrow(
      refusal('task.not_yours', { task: 2, numbers: ['1'] }),
    )
    await expect(add(people.leader, 2, '口岸', '9月底')).rejects.toThrow(refusal('access.role_needed'))
    expect(await add(people.participant, 1, '光谷一家', '9月底')).toMatchObject({ unit: '光谷管委会' })
    expect(await add(people.convener, 1, '引进首家', '9月底')).toMatchObject({ unit: '市商务局' })
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '光谷管委会' }])
    await expect(add(people.lead, 1, '两家', '9月底')).rejects.toThrow(refusal('task.which_unit', { task: 1 }))
    const { choices } = await openTasks(world, as(people.lead), 'milestone.keep', null)
    const units = choices.flatMap((kept) => kept.units)
    expect(units.map(({ name }) => name)).toEqual(['市商务局', '光谷管委会'])
    expect(await add(people.lead, 1, '两家', '9月底', units[1]?.id)).toMatchObject({ unit: '光谷管委会' })
    await expect(add(people.lead, 1, '三家', '9月底', 9999)).rejects.toThrow(refusal('task.not_yours'))
  })

  it('are changed by their unit, the lead of the task and the office alone', async () => {
    await add(people.lead, 1, '引进首家', '9月底')
    await add(people.participant, 1, '光谷一家', '9月底')
    const done = (userId: string, no: number) =>
      finishMilestone(world, as(userId), { no, version: null, day: '', evidence: '协议书' })
    await expect(done(people.participant, 1)).rejects.toThrow(refusal('milestone.not_yours', { unit: '市商务局' }))
    await expect(done(people.customs, 1)).rejects.toThrow(refusal('milestone.not_yours'))
    await expect(done(people.lead, 99)).rejects.toThrow(refusal('milestone.unknown'))
    expect((await done(people.lead, 2)).milestone).toMatchObject({ doneOn: '2024-06-24', doneBy: people.lead })
    expect((await done(people.convener, 1)).milestone).toMatchObject({ evidence: '协议书' })
    const seen = await listRoadmap(world, as(people.participant), 1)
    expect(seen.entries.map(({ no, mayKeep }) => [no, mayKeep])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('are moved with a reason, and the trail keeps the old day', async () => {
    await add(people.customs, 2, '口岸验收完成', '2024-09-30')
    const move = (day: string, reason: string, version: number | null = null) =>
      moveMilestone(world, as(people.customs), { no: 1, version, day, reason })
    await expect(move('2024-10-15', ' ')).rejects.toThrow(refusal('milestone.reason_missing'))
    await expect(move('2024-09-30', '汛期')).rejects.toThrow(refusal('milestone.day_same'))
    await expect(move('2024-06-20', '汛期')).rejects.toThrow(refusal('milestone.day_passed'))
    expect(await move('2024-10-15', '汛期停工', 1)).toMatchObject({ before: '2024-09-30', reason: '汛期停工' })
    await expect(move('2024-11-15', '再延', 1)).rejects.toThrow(refusal('milestone.changed_meanwhile', { no: 1 }))
    const [entry] = (await listRoadmap(world, as(people.leader), 2)).entries
    expect(entry).toMatchObject({
      dueOn: '2024-10-15',
      moves: [{ from: '2024-09-30', to: '2024-10-15', reason: '汛期停工' }],
    })
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', 1))
    expect(trail.at(-1)).toMatchObject({
      action: 'milestone.move',
      subject: 'milestone/1',
      before: { dueOn: '2024-09-30' },
    })
  })

  it('that are reached stay so: their evidence may be corrected, or all of it taken back', async () => {
    await add(people.customs, 2, '口岸验收完成', '2024-06-28')
    const done = (day: string, evidence: string) =>
      finishMilestone(world, as(people.customs), { no: 1, version: null, day, evidence })
    await expect(done('2024-06-25', '验收文件')).rejects.toThrow(refusal('milestone.done_in_future'))
    await done('2024-06-21', '验收文件')
    await done('', '验收文件第2号')
    expect(await road(people.customs, 2)).toEqual([[1, 'done', 0]])
    const reopen = () => reopenMilestone(world, as(people.customs), { no: 1, version: null, reason: '验收未通过' })
    const move = moveMilestone(world, as(people.customs), { no: 1, version: null, day: '9月底', reason: '汛期' })
    await expect(move).rejects.toThrow(refusal('milestone.already_done'))
    await expect(openMilestone(world, as(people.customs), 1, 'move')).rejects.toThrow(refusal('milestone.already_done'))
    await reopen()
    expect(await road(people.customs, 2)).toEqual([[1, 'soon', 4]])
    await expect(reopen()).rejects.toThrow(refusal('milestone.not_done'))
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', 1))
    expect(trail.at(-1)).toMatchObject({ action: 'milestone.reopen', before: { text: '验收文件第2号' } })
  })

  it('that are removed are gone, and their number is not given again', async () => {
    await add(people.customs, 2, '口岸验收完成', '9月底')
    await removeMilestone(world, as(people.customs), { no: 1, version: 1, reason: '并入' })
    expect(await road(people.customs, 2)).toEqual([])
    const again = removeMilestone(world, as(people.customs), { no: 1, version: null, reason: '并入' })
    await expect(again).rejects.toThrow(refusal('milestone.unknown'))
    expect((await add(people.customs, 2, '口岸验收', '9月底')).no).toBe(2)
  })

  it('are at most fifty a task', async () => {
    for (let count = 0; count < 50; count++) await add(people.customs, 2, `节点${count}`, '9月底')
    await expect(add(people.customs, 2, '再一个', '9月底')).rejects.toThrow(refusal('milestone.too_many', { max: 50 }))
    await removeMilestone(world, as(people.customs), { no: 7, version: null, reason: '不再需要' })
    expect((await add(people.customs, 2, '再一个', '9月底')).no).toBe(51)
  })

  it('are listed by what became due or was reached in a span', async () => {
    await add(people.customs, 2, '甲', '2024-06-25')
    await add(people.customs, 2, '乙', '2024-07-25')
    await finishMilestone(world, as(people.customs), { no: 2, version: null, day: '2024-06-20', evidence: '文件' })
    const found = async (filter: Parameters<typeof listMilestones>[2]) =>
      (await database().transaction((tx) => listMilestones(tx, 1, filter))).map(({ no }) => no)
    expect(await found({ open: true })).toEqual([1])
    expect(await found({ open: true, dueUntil: '2024-06-24' })).toEqual([])
    expect(await found({ doneFrom: '2024-06-20', doneUntil: '2024-06-20' })).toEqual([2])
    expect(await found({ open: false, doneFrom: '2024-06-21' })).toEqual([])
    expect(await found({ dueFrom: '2024-07-01' })).toEqual([2])
  })

  it('that slipped are raised as an issue once, and again when that is settled', async () => {
    await add(people.customs, 2, '口岸验收完成', '2024-06-28')
    const raise = (milestoneNo: number, title = '口岸验收逾期') =>
      raiseIssue(world, as(people.customs), {
        title,
        details: '',
        minutes: 15,
        severity: 2,
        taskNo: 2,
        units: [],
        sourceLink: null,
        similarSeen: true,
        milestoneNo,
      })
    await expect(raise(1)).rejects.toThrow(refusal('milestone.not_slipped', { no: 1 }))
    world.clock.set('2024-07-03T09:00:00+08:00')
    expect(await showRaisable(world, as(people.leader), 1)).toMatchObject({
      milestone: { days: 3, taskNo: 2 },
      unitIds: [3],
    })
    expect((await listRoadmap(world, as(people.leader), 2)).entries[0]).toMatchObject({ mayRaise: true, issueNo: null })
    await add(people.customs, 2, '还早', '9月底')
    expect(await road(people.leader, 'late')).toEqual([[1, 'slipped', 3]])
    expect(await road(people.lead, 'late')).toEqual([])
    expect(await raise(1)).toMatchObject({ kind: 'raised', no: 1 })
    expect((await showIssue(world, as(people.lead), 1)).milestone).toEqual({ no: 1, title: '口岸验收完成' })
    expect((await listRoadmap(world, as(people.leader), 2)).entries[0]).toMatchObject({ mayRaise: false, issueNo: 1 })
    await expect(raise(1)).rejects.toThrow(refusal('milestone.issue_stands', { no: 1, issueNo: 1 }))
    await withdrawIssue(world, as(people.customs), 1)
    expect(await raise(1)).toMatchObject({ no: 2 })
    await finishMilestone(world, as(people.customs), { no: 1, version: null, day: '', evidence: '验收文件' })
    await expect(raise(1)).rejects.toThrow(refusal('milestone.already_done'))
    await expect(raise(9)).rejects.toThrow(refusal('milestone.unknown'))
  })

  it('are owed when they are near or past, unless their task is paused', async () => {
    await add(people.customs, 2, '口岸验收完成', '2024-06-28')
    await add(people.customs, 3, '系统上线', '2024-12-31')
    await add(people.lead, 1, '引进首家', '2024-07-01')
    await add(people.lead, 1, '引进两家', '2024-07-02')
    await finishMilestone(world, as(people.lead), { no: 4, version: null, day: '', evidence: '协议书' })
    const owed = {
      kind: 'milestone',
      unit: '江城海关',
      people: 'liaisons',
      dueOn: '2024-06-28',
      countFrom: '2024-06-28',
    }
    expect(await obligations()).toMatchObject([
      { subject: 'milestone/3', unit: '市商务局' },
      { ...owed, subject: 'milestone/1', items: [{ no: 1, title: '口岸验收完成' }] },
    ])
    await pause({ task: 2, endedAt: null })
    expect((await obligations()).map(({ subject }) => subject)).toEqual(['milestone/3'])
    expect((await listRoadmap(world, as(people.leader), 2)).entries[0]).toMatchObject({ paused: true })
    await database().transaction((tx) => tx.pause.updateMany({ data: { endedAt: new Date('2024-07-08T17:00:00Z') } }))
    world.clock.set('2024-07-10T09:00:00+08:00')
    expect((await obligations())[1]).toMatchObject({ subject: 'milestone/1', countFrom: '2024-07-09' })
  })
})

describeOnPostgres('milestones changed at once', (database) => {
  it('get numbers of their own, are moved by one of two forms, and raised once', async () => {
    const world = await setUpWorld(database())
    const actor = as(people.customs)
    const added = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((title) =>
        addMilestone(world, actor, { taskNo: 2, unitId: null, title, day: '2024-06-28' }),
      ),
    )
    expect(added.map(({ no }) => no).sort()).toEqual([1, 2, 3, 4])
    const moved = await Promise.allSettled(
      ['2024-07-01', '2024-07-02', '2024-07-03'].map((day) =>
        moveMilestone(world, actor, { no: 1, version: 1, day, reason: '汛期' }),
      ),
    )
    expect(moved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    world.clock.set('2024-07-10T09:00:00+08:00')
    const facts = { details: '', minutes: 15, severity: 2 as const, taskNo: 2, units: [], sourceLink: null }
    const raised = await Promise.allSettled(
      ['甲', '乙', '丙'].map((title) =>
        raiseIssue(world, actor, { ...facts, title, similarSeen: true, milestoneNo: 2 }),
      ),
    )
    const refused = raised.filter((one) => one.status === 'rejected')
    expect(refused.map(({ reason }) => reason.code)).toEqual(['milestone.issue_stands', 'milestone.issue_stands'])
  })
})
