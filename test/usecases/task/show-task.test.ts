import { beforeEach, expect, it } from 'vitest'
import { addMilestone } from '../../../src/usecases/milestone/add-milestone.ts'
import { addPolicy } from '../../../src/usecases/policy/add-policy.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { showTask } from '../../../src/usecases/task/show-task.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('one task', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it('is shown with all that the plan holds about it', async () => {
    const lead = as(people.lead)
    const issue = await raised(world, lead, '企业用地难')
    await database().transaction(async (tx) => {
      const task = await tx.task.findFirstOrThrow({ where: { no: 1 } })
      const { planId, id: taskId } = task
      const startedAt = new Date('2024-06-20T01:00:00Z')
      await tx.pause.create({ data: { planId, taskId, reason: '等待批复', startedBy: 'U1', startedAt } })
    })
    await decided(world, as(people.convener), issue, [{ text: '落实用地', owner: '市商务局', dueOn: '2024-07-12' }])
    const other = await raised(world, as(people.customs), '与此无关的另一件事')
    await database().transaction((tx) => tx.issue.updateMany({ where: { no: other }, data: { taskId: null } }))
    await addMilestone(world, lead, { taskNo: 1, unitId: null, title: '引进首家', day: '9月底' })
    await addMilestone(world, as(people.customs), { taskNo: 2, unitId: null, title: '口岸', day: '9月底' })
    const policy = { title: '若干措施', documentNo: '江政办〔2024〕12号', issuedOn: '2024-05-10', link: '' }
    await addPolicy(world, lead, { ...policy, taskNo: 1, unitId: null })
    const facts = { status: 'on_track' as const, percent: 40, summary: '已引进2家' }
    await fileReport(world, lead, { ...facts, taskNo: 1, unitId: null, periodKey: null })
    expect(await showTask(world, as(people.participant), 1)).toMatchObject({
      task: { no: 1, title: '引进企业', sectionTitle: '扩大进口' },
      text: '每年引进企业5家。',
      targets: [{ metric: '引进企业' }],
      period: { key: '2024H1' },
      reports: [
        { unit: '市商务局', role: 'lead', report: { status: 'on_track', percent: 40 } },
        { unit: '光谷管委会', role: 'participant', report: null },
      ],
      milestones: [{ no: 1, title: '引进首家', mayKeep: false }],
      policies: [{ title: '若干措施', mayKeep: false }],
      issues: [{ no: issue, title: '企业用地难', state: 'in_action' }],
      actions: [{ text: '落实用地', owner: '市商务局', dueOn: '2024-07-12' }],
      pause: { reason: '等待批复', since: '2024-06-20' },
      reportsFor: { unitId: expect.any(Number) },
    })
    expect((await showTask(world, as(people.leader), 1)).reportsFor).toBeNull()
    // As on the board, a liaison sees the reports of the tasks that are theirs.
    expect((await showTask(world, as(people.leader), 1)).reports).toHaveLength(2)
    expect((await showTask(world, as(people.customs), 1)).reports).toEqual([])
    expect(await showTask(world, as(people.leader), 3)).toMatchObject({ milestones: [], issues: [], pause: null })
  })

  it('is unknown where the plan has none of that number', async () => {
    await expect(showTask(world, as(people.lead), 9)).rejects.toMatchObject({ code: 'task.unknown' })
    await expect(showTask(world, as(people.stranger), 1)).rejects.toMatchObject({ code: 'access.not_a_member' })
  })
})
