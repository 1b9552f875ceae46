import { beforeEach, expect, it } from 'vitest'
import { requireIssueAtMeeting, withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { issueChoices, listIssues, showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { type IssueInput, raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const input: IssueInput = {
  title: '花山港验收标准不一',
  details: '两部门口径不同',
  taskNo: 2,
  units: [],
  minutes: 20,
  severity: 3,
  sourceLink: null,
  similarSeen: false,
}

describeOnEachDatabase('issues', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it('are numbered within the plan and need the units of their task', async () => {
    expect(await raiseIssue(world, as(people.lead), input)).toMatchObject({
      kind: 'raised',
      no: 1,
      units: ['江城海关'],
    })
    const named = { ...input, title: '减免税系统接口', units: ['光谷', '市商务局'], taskNo: null }
    expect(await raiseIssue(world, as(people.customs), named)).toMatchObject({
      no: 2,
      units: ['市商务局', '光谷管委会'],
    })
    expect(await showIssue(world, as(people.leader), 1)).toMatchObject({
      title: '花山港验收标准不一',
      taskNo: 2,
      raisedUnit: '市商务局',
      state: 'open',
      mandatory: false,
      raisedOn: '2024-06-24',
      days: 0,
    })
  })

  it('show similar open ones before anything is stored, and are raised once those were seen', async () => {
    await raiseIssue(world, as(people.lead), input)
    const request = as(people.customs, { requestKey: 'view:V1' })
    const again = { ...input, title: '花山港验收标准不统一' }
    expect(await raiseIssue(world, request, again)).toEqual({
      kind: 'similar',
      planId: 1,
      similar: [{ no: 1, title: '花山港验收标准不一', unit: '市商务局' }],
    })
    expect((await listIssues(world, request)).issues).toHaveLength(1)
    expect(await raiseIssue(world, request, { ...again, similarSeen: true })).toMatchObject({ kind: 'raised', no: 2 })
  })

  it('of a leader are mandatory, and a leader makes others so', async () => {
    expect(await raiseIssue(world, as(people.leader), input)).toMatchObject({ kind: 'raised' })
    expect((await showIssue(world, as(people.leader), 1)).mandatory).toBe(true)
    await raiseIssue(world, as(people.lead), { ...input, title: '另一件事情' })
    await expect(requireIssueAtMeeting(world, as(people.convener), 2)).rejects.toMatchObject({
      code: 'access.role_needed',
    })
    expect(await requireIssueAtMeeting(world, as(people.leader), 2)).toMatchObject({ mandatory: true })
  })

  it('are withdrawn by who raised them or the office, and by nobody else', async () => {
    await raiseIssue(world, as(people.lead), input)
    await expect(withdrawIssue(world, as(people.customs), 1)).rejects.toMatchObject({ code: 'issue.not_yours' })
    expect(await withdrawIssue(world, as(people.lead), 1)).toMatchObject({ state: 'withdrawn' })
    await expect(withdrawIssue(world, as(people.convener), 1)).rejects.toMatchObject({ code: 'issue.not_possible' })
    expect((await listIssues(world, as(people.lead))).issues).toEqual([])
  })

  it('are withdrawn by a leader who raised them, and by no other leader', async () => {
    await raiseIssue(world, as(people.leader), input)
    await raiseIssue(world, as(people.lead), { ...input, title: '另一件事情' })
    await expect(withdrawIssue(world, as(people.leader), 2)).rejects.toMatchObject({ code: 'issue.not_yours' })
    expect(await withdrawIssue(world, as(people.leader), 1)).toMatchObject({ state: 'withdrawn' })
  })

  it('tell each person what they may do', async () => {
    await raiseIssue(world, as(people.lead), input)
    const rights = async (person: string) => {
      const { mayWithdraw, mayRequire } = await showIssue(world, as(person), 1)
      return { mayWithdraw, mayRequire }
    }
    expect(await rights(people.lead)).toEqual({ mayWithdraw: true, mayRequire: false })
    expect(await rights(people.customs)).toEqual({ mayWithdraw: false, mayRequire: false })
    expect(await rights(people.convener)).toEqual({ mayWithdraw: true, mayRequire: false })
    expect(await rights(people.leader)).toEqual({ mayWithdraw: false, mayRequire: true })
    await requireIssueAtMeeting(world, as(people.leader), 1)
    expect(await rights(people.leader)).toEqual({ mayWithdraw: false, mayRequire: false })
    await withdrawIssue(world, as(people.lead), 1)
    expect(await rights(people.lead)).toEqual({ mayWithdraw: false, mayRequire: false })
  })

  it('of a person of two units come from the one that is named, else the responsible one', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    const raise = (title: string, more: Partial<IssueInput>) =>
      raiseIssue(world, as(people.lead), { ...input, title, ...more })
    expect(await raise('花山港验收', { taskNo: 2 })).toMatchObject({ raisedUnit: '江城海关' })
    expect(await raise('减免税接口', { taskNo: 1 })).toMatchObject({ raisedUnit: '市商务局' })
    const { mine } = await issueChoices(world, as(people.lead))
    const [first, second] = mine
    if (!first || !second) throw new Error('the person is of two units')
    for (const unit of [first, second])
      expect(await raise(`${unit.name}的事`, { unitId: unit.id })).toMatchObject({ raisedUnit: unit.name })
    const left = raiseIssue(world, as(people.customs), { ...input, unitId: first.id, similarSeen: true })
    await expect(left).rejects.toMatchObject({ code: 'issue.unit_not_yours' })
  })

  it('take a part of a unit’s name where only one has it', async () => {
    const raise = (unit: string) => raiseIssue(world, as(people.lead), { ...input, units: [unit], similarSeen: true })
    expect(await raise('海关')).toMatchObject({ units: ['江城海关'] })
    await expect(raise('管委会局')).rejects.toMatchObject({ code: 'unit.unknown' })
  })

  it('are refused out of bounds, with unknown tasks or units, or from strangers, and nothing is stored', async () => {
    const attempt = (change: Partial<IssueInput>) => raiseIssue(world, as(people.lead), { ...input, ...change })
    await expect(attempt({ title: ' ' })).rejects.toMatchObject({ code: 'issue.title_missing' })
    await expect(attempt({ title: '长'.repeat(81) })).rejects.toMatchObject({ code: 'issue.title_too_long' })
    await expect(attempt({ minutes: 61 })).rejects.toMatchObject({ code: 'issue.minutes_out_of_range' })
    await expect(attempt({ taskNo: 77 })).rejects.toMatchObject({ code: 'task.unknown' })
    await expect(attempt({ units: ['市旅游局'] })).rejects.toMatchObject({ code: 'unit.unknown' })
    await expect(attempt({ units: [999_999] })).rejects.toMatchObject({ code: 'unit.unknown' })
    const office = raiseIssue(world, as(people.convener), { ...input, taskNo: null })
    await expect(office).rejects.toMatchObject({ code: 'issue.units_missing' })
    await expect(raiseIssue(world, as(people.stranger), input)).rejects.toMatchObject({ code: 'access.not_a_member' })
    expect(await database().client.issue.count()).toBe(0)
  })

  it('get numbers of their own when raised at once', async () => {
    const titles = ['港口', '税收减免', '人才公寓', '班列图定', '冷链查验']
    const raised = await Promise.all(titles.map((title) => raiseIssue(world, as(people.lead), { ...input, title })))
    expect(raised.map((one) => (one.kind === 'raised' ? one.no : 0)).sort()).toEqual([1, 2, 3, 4, 5])
  })
})
