import { beforeEach, expect, it } from 'vitest'
import { loadCurrentPlan } from '../../../src/db/plan-store.ts'
import { ownWork } from '../../../src/usecases/context.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { closePeriod, previewClosing, reopenPeriod } from '../../../src/usecases/report/close-period.ts'
import { fileReport, type ReportInput } from '../../../src/usecases/report/file-report.ts'
import { fileUnchanged } from '../../../src/usecases/report/file-unchanged.ts'
import { previewUnchanged } from '../../../src/usecases/report/find-unchanged.ts'
import { listOwedReports } from '../../../src/usecases/report/list-owed-reports.ts'
import { reportObligations } from '../../../src/usecases/report/report-obligations.ts'
import { returnReport } from '../../../src/usecases/report/return-report.ts'
import { type DraftInput, saveDraft } from '../../../src/usecases/report/save-draft.ts'
import { showReportBoard } from '../../../src/usecases/report/show-report-board.ts'
import { showReportHistory } from '../../../src/usecases/report/show-report-history.ts'
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
const office = as(people.convener)

describeOnEachDatabase('what units owe', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const file = (person: string, more: Partial<ReportInput> = {}) => fileReport(world, as(person), { ...input, ...more })
  const owed = async (person: string) =>
    (await listOwedReports(world, as(person))).reports.map(
      ({ periodKey, taskNo, filed }) => `${periodKey}/${taskNo}${filed ? ` v${filed.version}` : ''}`,
    )
  const pause = async (of: { taskId?: number; periodId?: number }, endedAt: string | null = null) =>
    database().client.pause.create({
      data: {
        ...of,
        planId: 1,
        reason: '暂缓',
        startedBy: 'U1',
        startedAt: world.now().toJSDate(),
        endedAt: endedAt ? new Date(endedAt) : null,
      },
    })
  const obligations = async () => {
    const { database: db, now } = world
    return db.transaction(async (tx) => reportObligations(ownWork(tx, await loadCurrentPlan(tx, 'T1', 'U1'), now())))
  }

  it('stays owed after the due day, until it is filed or the office closes the period', async () => {
    expect(await owed(people.customs)).toEqual(['2024H1/2', '2024H1/3'])
    await file(people.customs, { taskNo: 2 })
    expect(await owed(people.customs)).toEqual(['2024H1/3', '2024H1/2 v1'])
    world.clock.set('2024-12-20T09:00:00+08:00')
    expect(await owed(people.customs)).toEqual(['2024H1/3', '2024H2/2', '2024H2/3'])
    expect((await listOwedReports(world, as(people.customs))).reports[0]).toMatchObject({ overdue: true })
    await expect(closePeriod(world, office, '2024H2')).rejects.toMatchObject({ code: 'period.not_over' })
    expect((await previewClosing(world, office, '2024上半年')).missing).toEqual([
      { unit: '市商务局', tasks: [1] },
      { unit: '光谷管委会', tasks: [1] },
      { unit: '江城海关', tasks: [3] },
    ])
    await closePeriod(world, office, '2024H1')
    expect(await owed(people.customs)).toEqual(['2024H2/2', '2024H2/3'])
    await expect(file(people.customs, { taskNo: 3, periodKey: '2024H1' })).rejects.toMatchObject({
      code: 'report.period_closed',
    })
    await expect(closePeriod(world, office, '2024H1')).rejects.toMatchObject({ code: 'period.already_closed' })
    await reopenPeriod(world, office, '2024H1', '补报')
    // It was not owed while it was closed, so nobody is months late at once.
    expect((await obligations())[0]).toMatchObject({ dueOn: '2024-07-12', countFrom: '2024-12-20' })
    expect(await file(people.customs, { taskNo: 3 })).toMatchObject({ periodKey: '2024H1', late: true })
    await expect(reopenPeriod(world, office, '2024H1', '补报')).rejects.toMatchObject({ code: 'period.not_closed' })
  })

  it('is filed for the next period where the office closed one before its day', async () => {
    world.clock.set('2024-07-05T09:00:00+08:00')
    await file(people.lead)
    await closePeriod(world, office, '2024H1')
    const found = await listOwedReports(world, as(people.customs))
    expect([found.period.key, ...found.early.map(({ periodKey }) => periodKey)]).toEqual(['2024H2', '2024H2', '2024H2'])
    expect(await file(people.customs, { taskNo: 2 })).toMatchObject({ periodKey: '2024H2', late: false })
  })

  it('in a closed period is neither taken back nor decided on, and only the office closes', async () => {
    const { reportId } = await file(people.lead)
    world.clock.set('2024-07-16T09:00:00+08:00')
    await expect(closePeriod(world, as(people.lead), '2024H1')).rejects.toMatchObject({ code: 'access.role_needed' })
    await closePeriod(world, office, '2024H1')
    for (const attempt of [
      withdrawReport(world, as(people.lead), reportId),
      returnReport(world, office, 'return', reportId, '请补充'),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'report.period_closed' })
  })

  it('is nothing for a task or period that is paused', async () => {
    const { id } = await database().client.task.findFirstOrThrow({ where: { no: 2 } })
    await pause({ taskId: id })
    expect(await owed(people.customs)).toEqual(['2024H1/3'])
    expect((await listOwedReports(world, as(people.customs))).early.map(({ taskNo }) => taskNo)).toEqual([2])
    await file(people.customs, { taskNo: 3 })
    const period = await database().client.reportingPeriod.findFirstOrThrow()
    await pause({ periodId: period.id })
    expect(await owed(people.lead)).toEqual([])
    expect(await obligations()).toEqual([])
  })

  it('counts lateness from the day it was returned or resumed, but excuses no other task', async () => {
    const [two, three] = [await file(people.customs, { taskNo: 2 }), await file(people.customs, { taskNo: 3 })]
    world.clock.set('2024-07-22T09:00:00+08:00')
    await returnReport(world, office, 'return', two.reportId, '请补充')
    const customs = async () => (await obligations()).find(({ unit }) => unit === '江城海关')
    expect(await customs()).toMatchObject({ dueOn: '2024-07-12', countFrom: '2024-07-22', items: [{ no: 2 }] })
    await withdrawReport(world, as(people.customs), three.reportId)
    expect(await customs()).toMatchObject({ countFrom: '2024-07-12', items: [{ no: 2 }, { no: 3 }] })
    expect((await obligations()).find(({ unit }) => unit === '市商务局')).toMatchObject({ countFrom: '2024-07-12' })
  })

  it('can be filed as unchanged in one go, exactly as the preview said', async () => {
    await file(people.customs, { taskNo: 2, status: 'done', percent: 100, summary: '建成', periodKey: '2023H2' })
    const preview = await previewUnchanged(world, as(people.customs), null)
    expect(preview.able.map(({ claim, from }) => [claim.task.no, from.periodKey, from.summary])).toEqual([
      [2, '2023H2', '建成'],
    ])
    expect(preview.without.map(({ task }) => task.no)).toEqual([3])
    await file(people.customs, { taskNo: 3, periodKey: '2023H2' })
    await expect(fileUnchanged(world, as(people.customs), null, preview.key)).rejects.toMatchObject({
      code: 'report.unchanged_moved',
    })
    const again = await previewUnchanged(world, as(people.customs), null)
    expect(await fileUnchanged(world, as(people.customs), null, again.key)).toMatchObject({ late: 0 })
    const [report] = (await showReportHistory(world, office, 2)).reports
    expect(report).toMatchObject({
      periodKey: '2024H1',
      version: 1,
      unchanged: true,
      status: 'done',
      percent: 100,
      summary: '建成',
    })
    expect(await owed(people.customs)).toEqual(['2024H1/2 v1', '2024H1/3 v1'])
    await expect(previewUnchanged(world, as(people.customs), 2)).rejects.toMatchObject({ code: 'report.not_owed' })
    await expect(previewUnchanged(world, as(people.customs), 1)).rejects.toMatchObject({
      code: 'report.not_responsible',
    })
  })

  it('is not answered by "no change" where the office returned it', async () => {
    await file(people.customs, { taskNo: 2, periodKey: '2023H2' })
    const { reportId } = await file(people.customs, { taskNo: 2 })
    await returnReport(world, office, 'return', reportId, '请补充')
    const preview = await previewUnchanged(world, as(people.customs), 2)
    expect(preview).toMatchObject({ able: [], returned: [{ task: { no: 2 } }] })
    await expect(fileUnchanged(world, as(people.customs), 2, preview.key)).rejects.toMatchObject({
      code: 'report.nothing_unchanged',
    })
  })

  it('is kept as a draft for all liaisons of a unit; the second who saves is given what the first wrote', async () => {
    await assignMembers(world, as(people.admin), [{ userId: 'ULEAD2', role: 'liaison', unit: '市商务局' }])
    const { unitId } = (await listOwedReports(world, as(people.lead))).reports[0] ?? { unitId: 0 }
    const draft = (summary: string, seen = 0): DraftInput => ({
      taskNo: 1,
      unitId,
      periodKey: '2024H1',
      seen,
      content: { status: null, percent: '', summary, practice: '', links: '', files: [] },
    })
    await expect(saveDraft(world, as(people.lead), draft(' '))).rejects.toMatchObject({ code: 'report.draft_empty' })
    expect(await saveDraft(world, as(people.lead), draft('甲写的'))).toMatchObject({ saved: { version: 1 } })
    expect(await saveDraft(world, as('ULEAD2'), draft('乙写的'))).toMatchObject({
      other: { version: 1, savedBy: people.lead, content: { summary: '甲写的' } },
    })
    expect((await listOwedReports(world, as('ULEAD2'))).reports[0]?.draft).toMatchObject({ savedBy: people.lead })
    expect(await saveDraft(world, as('ULEAD2'), draft('乙写的', 1))).toMatchObject({ saved: { version: 2 } })
    await expect(saveDraft(world, as(people.customs), draft('丙写的', 2))).rejects.toMatchObject({
      code: 'report.not_responsible',
    })
    // A report that was not made from a colleague's draft leaves it; one made from it takes it away.
    expect(await file(people.lead)).toMatchObject({ draftKept: { savedBy: 'ULEAD2' } })
    expect(await file(people.lead, { draftVersion: 2 })).toMatchObject({ draftKept: null })
    expect(await database().client.reportDraft.count()).toBe(0)
  })

  it('stands on the board: of all units for the office, their own tasks for a liaison', async () => {
    await file(people.lead)
    const { reportId } = await file(people.customs, { taskNo: 2 })
    await returnReport(world, office, 'return', reportId, '请补充')
    world.clock.set('2024-07-15T09:00:00+08:00')
    await file(people.customs, { taskNo: 3 })
    const board = await showReportBoard(world, as(people.leader), '')
    expect(board).toMatchObject({ kind: 'units', overdue: true, period: { key: '2024H1' } })
    expect(board.kind === 'units' && board.units).toMatchObject([
      { unit: '市商务局', total: 1, filed: 1, late: 0, returned: 0 },
      { unit: '光谷管委会', total: 1, filed: 0 },
      { unit: '江城海关', total: 2, filed: 1, late: 1, returned: 1, accepted: 0 },
    ])
    const own = await showReportBoard(world, as(people.lead), '2024H1')
    expect(own).toMatchObject({
      kind: 'tasks',
      tasks: [{ taskNo: 1, standing: { version: 1 }, participants: { filed: 0, total: 1 } }],
    })
    const { tasks } = own.kind === 'tasks' ? own : { tasks: [] }
    expect(tasks).toHaveLength(1)
    expect(await showReportBoard(world, office, '2023H2')).toMatchObject({ period: { key: '2023H2' } })
  })

  it('has a trail that a liaison sees of their own tasks alone', async () => {
    await file(people.lead, { summary: '见 https://a.example/1' })
    await file(people.participant)
    const { reports } = await showReportHistory(world, as(people.participant), 1)
    expect(reports.map(({ unit, role, evidence }) => [unit, role, evidence.length])).toEqual([
      ['市商务局', 'lead', 1],
      ['光谷管委会', 'participant', 0],
    ])
    await expect(showReportHistory(world, as(people.customs), 1)).rejects.toMatchObject({
      code: 'report.not_your_task',
      params: { numbers: ['2', '3'] },
    })
    await expect(showReportHistory(world, office, 99)).rejects.toMatchObject({ code: 'task.unknown' })
  })
})
