import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { fileReport, type ReportInput } from '../../../src/usecases/report/file-report.ts'
import { listOwedReports } from '../../../src/usecases/report/list-owed-reports.ts'
import { withdrawReport } from '../../../src/usecases/report/withdraw-report.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const input: ReportInput = {
  taskNo: 1,
  unitId: null,
  periodKey: null,
  percent: 80,
  status: 'on_track',
  summary: '已签约12家',
}

describeOnEachDatabase('progress reports', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it('are stored with a receipt: task, period, version, lead and due day', async () => {
    const receipt = await fileReport(world, as(people.participant), input)
    expect(receipt).toMatchObject({
      taskNo: 1,
      taskTitle: '引进企业',
      unit: '光谷管委会',
      lead: '市商务局',
      periodKey: '2024H1',
      dueOn: '2024-07-12',
      version: 1,
      late: false,
      summary: '已签约12家',
    })
    const { reports } = await listOwedReports(world, as(people.participant))
    expect(reports).toHaveLength(1)
    expect(reports[0]?.filed).toMatchObject({ version: 1, status: 'on_track', percent: 80, summary: '已签约12家' })
  })

  it('get a new version each time, and the one before stands again after an undo', async () => {
    await fileReport(world, as(people.lead), input)
    const second = await fileReport(world, as(people.lead), { ...input, summary: '更正' })
    expect(second).toMatchObject({ version: 2, lead: null })
    await withdrawReport(world, as(people.lead), second.reportId)
    const { reports } = await listOwedReports(world, as(people.lead))
    expect(reports[0]?.filed).toMatchObject({ version: 1, summary: '已签约12家' })
    await expect(withdrawReport(world, as(people.lead), second.reportId)).rejects.toMatchObject({
      code: 'report.not_withdrawable',
    })
    expect(await fileReport(world, as(people.lead), input)).toMatchObject({ version: 3 })
  })

  it('are refused from a unit that is not responsible, and nothing is kept', async () => {
    await expect(fileReport(world, as(people.customs), input)).rejects.toMatchObject({
      code: 'report.not_responsible',
      params: { task: 1, units: ['江城海关'], numbers: ['2', '3'] },
    })
    expect(await database().client.progressReport.count()).toBe(0)
    expect(await database().client.reportingPeriod.count()).toBe(0)
  })

  it('are refused from every other role and from strangers', async () => {
    for (const person of [people.admin, people.convener, people.leader])
      await expect(fileReport(world, as(person), input)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(fileReport(world, as(people.stranger), input)).rejects.toMatchObject({ code: 'access.not_a_member' })
    expect(await database().client.progressReport.count()).toBe(0)
  })

  it('are refused out of bounds', async () => {
    const attempt = (change: Partial<ReportInput>) => fileReport(world, as(people.lead), { ...input, ...change })
    await expect(attempt({ percent: 101 })).rejects.toMatchObject({ code: 'report.percent_out_of_range' })
    await expect(attempt({ summary: '字'.repeat(2001) })).rejects.toMatchObject({ code: 'report.summary_too_long' })
    await expect(attempt({ taskNo: 99 })).rejects.toMatchObject({ code: 'task.unknown' })
    await expect(attempt({ periodKey: '2024H2' })).rejects.toMatchObject({ code: 'report.period_not_begun' })
    expect(await database().client.progressReport.count()).toBe(0)
  })

  it('are filed late for the period in which they are owed still, and then for the next', async () => {
    world.clock.set('2024-07-15T09:00:00+08:00')
    expect(await fileReport(world, as(people.lead), input)).toMatchObject({ periodKey: '2024H1', late: true })
    expect(await fileReport(world, as(people.lead), input)).toMatchObject({ periodKey: '2024H2', late: false })
    const named = await fileReport(world, as(people.lead), { ...input, periodKey: '2024H1' })
    expect(named).toMatchObject({ periodKey: '2024H1', version: 2, late: true })
  })

  it('are refused for a period that the plan does not have', async () => {
    const attempt = fileReport(world, as(people.lead), { ...input, periodKey: '2024Q1' })
    await expect(attempt).rejects.toMatchObject({ code: 'period.other_cadence', params: { current: '2024H1' } })
  })

  it('keep the addresses in their summary as evidence beside what was given, each once', async () => {
    const receipt = await fileReport(world, as(people.lead), {
      ...input,
      summary: '见 https://a.example/1，及 https://a.example/2。',
      evidence: [
        { title: '验收报告', url: 'https://a.example/1', fileId: null },
        { title: '照片.jpg', url: 'https://files.example/F1', fileId: 'F1' },
      ],
    })
    expect(receipt.evidence.map(({ title, url }) => [title, url])).toEqual([
      ['验收报告', 'https://a.example/1'],
      ['照片.jpg', 'https://files.example/F1'],
      ['https://a.example/2', 'https://a.example/2'],
    ])
    expect(await database().client.evidence.count()).toBe(3)
  })

  it('have one effect however often the same request comes', async () => {
    const request = as(people.lead, { requestKey: 'view:V1' })
    await fileReport(world, request, input)
    await expect(fileReport(world, request, input)).rejects.toMatchObject({ code: 'request.repeated' })
    expect(await database().client.progressReport.count()).toBe(1)
  })

  it('count versions one after the other when two are filed at once', async () => {
    const versions = await Promise.all([1, 2, 3, 4].map(() => fileReport(world, as(people.lead), input)))
    expect(versions.map((receipt) => receipt.version).sort()).toEqual([1, 2, 3, 4])
  })

  it('ask a person of two units which one they speak for', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '光谷管委会' }])
    await expect(fileReport(world, as(people.lead), input)).rejects.toMatchObject({
      code: 'report.which_unit',
      params: { units: ['市商务局', '光谷管委会'] },
    })
    const { reports } = await listOwedReports(world, as(people.lead))
    const unitId = reports.find((report) => report.unit === '光谷管委会')?.unitId ?? 0
    expect(await fileReport(world, as(people.lead), { ...input, unitId })).toMatchObject({ unit: '光谷管委会' })
  })

  it('leave an audit event with who, when, what, before and after', async () => {
    await fileReport(world, as(people.lead), input)
    const plan = await database().client.plan.findFirstOrThrow()
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', plan.id))
    expect(trail.at(-1)).toMatchObject({
      actor: people.lead,
      action: 'report.file',
      subject: 'task/1/市商务局/2024H1',
      before: null,
      after: { version: 1, percent: 80, status: 'on_track', summary: '已签约12家', late: false },
    })
    expect(trail.at(-1)?.at).toEqual(new Date('2024-06-24T01:00:00Z'))
  })

  it('of one workspace are unknown to another', async () => {
    const other = await setUpWorld(database(), 'T2')
    const { reportId } = await fileReport(world, as(people.lead), input)
    const there = as(people.lead, { workspaceId: 'T2' })
    await expect(withdrawReport(other, there, reportId)).rejects.toMatchObject({ code: 'report.unknown' })
    expect((await listOwedReports(other, there)).reports[0]?.filed).toBeNull()
  })
})
