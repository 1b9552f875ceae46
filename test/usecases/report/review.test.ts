import { beforeEach, expect, it } from 'vitest'
import { acceptReports } from '../../../src/usecases/report/accept-reports.ts'
import { closePeriod } from '../../../src/usecases/report/close-period.ts'
import { fileReport, type ReportInput } from '../../../src/usecases/report/file-report.ts'
import { findDecidable } from '../../../src/usecases/report/find-decidable.ts'
import { listOwedReports } from '../../../src/usecases/report/list-owed-reports.ts'
import { listReview } from '../../../src/usecases/report/list-review.ts'
import { returnReport } from '../../../src/usecases/report/return-report.ts'
import { showReportHistory } from '../../../src/usecases/report/show-report-history.ts'
import { withdrawReport } from '../../../src/usecases/report/withdraw-report.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
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

describeOnEachDatabase('the office', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const file = (person: string, more: Partial<ReportInput> = {}) => fileReport(world, as(person), { ...input, ...more })
  const owed = async (person: string) => (await listOwedReports(world, as(person))).reports
  const states = async (taskNo = 1) =>
    (await showReportHistory(world, office, taskNo)).reports.map(
      ({ unit, version, state }) => `${unit}${version} ${state}`,
    )

  it('reads the lead’s joint reports with the participants’ folded in, the oldest first, and accepts both', async () => {
    const joint = await file(people.participant, { summary: '光谷引进2家' })
    expect(joint.participants).toEqual([])
    expect((await listReview(world, office)).entries).toEqual([])
    expect(await listReview(world, office)).toMatchObject({ early: 1 })
    world.clock.set('2024-06-25T09:00:00+08:00')
    await file(people.customs, { taskNo: 2 })
    world.clock.set('2024-06-26T09:00:00+08:00')
    const receipt = await file(people.lead)
    expect(receipt.participants).toMatchObject([{ unit: '光谷管委会', report: { summary: '光谷引进2家' } }])
    const { entries, early } = await listReview(world, office)
    expect(entries.map(({ taskNo }) => taskNo)).toEqual([1, 2])
    expect(early).toBe(0)
    expect(entries[0]).toMatchObject({
      lead: { unit: '市商务局', report: { version: 1 } },
      participants: [{ unit: '光谷管委会' }],
      silent: [],
    })
    expect(await acceptReports(world, office, { ids: entries[0]?.ids ?? [] })).toMatchObject({
      accepted: [{ unit: '光谷管委会' }, { unit: '市商务局' }],
      stale: [],
    })
    expect(await states()).toEqual(['市商务局1 accepted', '光谷管委会1 accepted'])
    expect((await listReview(world, office)).entries.map(({ taskNo }) => taskNo)).toEqual([2])
    expect(await acceptReports(world, office, { taskNo: 2, periodKey: null })).toMatchObject({
      accepted: [{ taskNo: 2 }],
    })
    await expect(acceptReports(world, office, { taskNo: 2, periodKey: null })).rejects.toMatchObject({
      code: 'report.nothing_waits',
    })
  })

  it('reads the report of a second lead beside the first’s, and accepts nothing that it was not shown', async () => {
    await database().client.taskUnit.updateMany({ where: { task: { no: 1 } }, data: { role: 'lead' } })
    await file(people.participant, { summary: '光谷引进2家' })
    expect(await listReview(world, office)).toMatchObject({ entries: [], early: 1 })
    expect((await file(people.lead)).participants).toMatchObject([{ unit: '光谷管委会' }])
    const [entry] = (await listReview(world, office)).entries
    expect(entry).toMatchObject({ lead: { unit: '市商务局' }, participants: [{ unit: '光谷管委会' }], silent: [] })
    expect(entry?.ids).toHaveLength(2)
  })

  it('locks what it accepts: a correction is a new version beside it, until that is accepted too', async () => {
    const first = await file(people.lead)
    await acceptReports(world, office, { ids: [first.reportId] })
    await expect(withdrawReport(world, as(people.lead), first.reportId)).rejects.toMatchObject({
      code: 'report.not_withdrawable',
    })
    const second = await file(people.lead, { summary: '更正：13家' })
    expect(second).toMatchObject({ version: 2, corrects: 1 })
    expect(await states()).toEqual(['市商务局2 submitted', '市商务局1 accepted'])
    expect((await owed(people.lead))[0]?.filed).toMatchObject({ version: 2 })
    expect((await listReview(world, office)).entries[0]?.lead).toMatchObject({ accepted: 1, report: { version: 2 } })
    await returnReport(world, office, 'return', second.reportId, '请附合同')
    expect((await owed(people.lead))[0]).toMatchObject({ filed: { version: 1 }, returned: { reason: '请附合同' } })
  })

  it('does not accept what was corrected, taken back or decided on meanwhile', async () => {
    const first = await file(people.lead)
    const other = await file(people.customs, { taskNo: 2 })
    await file(people.lead, { summary: '更正' })
    await expect(acceptReports(world, office, { ids: [first.reportId] })).rejects.toMatchObject({
      code: 'report.corrected_meanwhile',
      params: { task: 1, unit: '市商务局', version: 1, state: 'corrected' },
    })
    expect(await acceptReports(world, office, { ids: [first.reportId, other.reportId] })).toMatchObject({
      accepted: [{ taskNo: 2 }],
      stale: [{ taskNo: 1, version: 1 }],
    })
    await expect(acceptReports(world, office, { ids: [other.reportId] })).rejects.toMatchObject({
      params: { state: 'accepted' },
    })
    await expect(returnReport(world, office, 'return', first.reportId, '原因')).rejects.toMatchObject({
      params: { state: 'corrected' },
    })
    await expect(acceptReports(world, office, { ids: [99_999] })).rejects.toMatchObject({ code: 'report.unknown' })
  })

  it('returns a report with a reason: it is owed again, whatever it had superseded', async () => {
    await file(people.lead)
    const second = await file(people.lead, { summary: '第二版' })
    await expect(returnReport(world, office, 'return', second.reportId, ' ')).rejects.toMatchObject({
      code: 'report.reason_missing',
    })
    const returned = await returnReport(world, office, 'return', second.reportId, ' 请补充数据 ')
    expect(returned).toMatchObject({ taskNo: 1, unit: '市商务局', version: 2, reason: '请补充数据' })
    expect((await owed(people.lead))[0]).toMatchObject({
      filed: null,
      returned: { version: 2, reason: '请补充数据', decidedBy: people.convener },
    })
    world.clock.set('2024-07-16T09:00:00+08:00')
    expect(await file(people.lead)).toMatchObject({ version: 3, periodKey: '2024H1', late: false })
    expect((await owed(people.lead))[0]).toMatchObject({ filed: { version: 3 }, returned: null })
  })

  it('finds by words the report that it means', async () => {
    const lead = await file(people.lead)
    const joined = await file(people.participant)
    const find = (rest: string, event: 'return' | 'reopen' = 'return') =>
      findDecidable(world, office, event, { taskNo: 1, periodKey: null, rest })
    expect(await find('请补充')).toMatchObject({ id: lead.reportId, reason: '请补充' })
    expect(await find('光谷 请补充')).toMatchObject({ id: joined.reportId, unit: '光谷管委会', reason: '请补充' })
    await expect(find('', 'reopen')).rejects.toMatchObject({ code: 'report.nothing_accepted' })
  })

  it('opens an accepted report again, and no version accepted before takes its place', async () => {
    const first = await file(people.lead)
    await acceptReports(world, office, { ids: [first.reportId] })
    const second = await file(people.lead, { summary: '更正' })
    await acceptReports(world, office, { ids: [second.reportId] })
    await expect(returnReport(world, office, 'reopen', first.reportId, '旧版')).rejects.toMatchObject({
      params: { state: 'corrected' },
    })
    await returnReport(world, office, 'reopen', second.reportId, '数据有误')
    expect(await states()).toEqual(['市商务局2 returned', '市商务局1 returned'])
    expect((await owed(people.lead))[0]).toMatchObject({ filed: null, returned: { reason: '数据有误' } })
  })

  it('alone decides, and on its own plan’s reports', async () => {
    const { reportId } = await file(people.lead)
    for (const person of [people.lead, people.leader]) {
      await expect(acceptReports(world, as(person), { ids: [reportId] })).rejects.toMatchObject({
        code: 'access.role_needed',
      })
    }
    await setUpWorld(database(), 'T2')
    const elsewhere = as(people.convener, { workspaceId: 'T2' })
    await expect(acceptReports(world, elsewhere, { ids: [reportId] })).rejects.toMatchObject({ code: 'report.unknown' })
  })
})

describeOnPostgres('a report that is accepted and corrected at once', (database) => {
  it('is decided one after the other', async () => {
    const world = await setUpWorld(database())
    const { reportId } = await fileReport(world, as(people.lead), input)
    const [accepted, again, corrected] = await Promise.allSettled([
      acceptReports(world, office, { ids: [reportId] }),
      returnReport(world, office, 'return', reportId, '请补充'),
      fileReport(world, as(people.lead), input),
    ])
    expect(corrected.status).toBe('fulfilled')
    expect([accepted, again].filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
    const { reports } = await showReportHistory(world, office, 1)
    expect(reports.map(({ version }) => version)).toEqual([2, 1])
  })

  it('is not filed in a period that is closed at the same time, or is counted there', async () => {
    const world = await setUpWorld(database())
    world.clock.set('2024-07-16T09:00:00+08:00')
    const late = { ...input, periodKey: '2024H1' }
    const [closed, filed] = await Promise.allSettled([
      closePeriod(world, office, '2024H1'),
      fileReport(world, as(people.lead), late),
    ])
    const missing = closed.status === 'fulfilled' ? closed.value.missing.map(({ unit }) => unit) : []
    expect(closed.status).toBe('fulfilled')
    expect(missing.includes('市商务局')).toBe(filed.status === 'rejected')
    await expect(fileReport(world, as(people.lead), late)).rejects.toMatchObject({ code: 'report.period_closed' })
  })
})
