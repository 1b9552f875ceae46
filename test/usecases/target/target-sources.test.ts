import { beforeEach, expect, it } from 'vitest'
import type { MeasurementRowWords } from '../../../src/domain/measurement-table.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { returnReport } from '../../../src/usecases/report/return-report.ts'
import { importMeasurements, previewImport } from '../../../src/usecases/target/import-measurements.ts'
import { listTargetStandings } from '../../../src/usecases/target/list-targets.ts'
import { recordMeasurement } from '../../../src/usecases/target/record-measurement.ts'
import { setBaseline } from '../../../src/usecases/target/set-baseline.ts'
import { setYearly } from '../../../src/usecases/target/set-yearly.ts'
import { showTarget, showTargetHistory } from '../../../src/usecases/target/show-target.ts'
import { undoMeasurement } from '../../../src/usecases/target/undo-measurement.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const line = (row: number, words: Partial<MeasurementRowWords>): MeasurementRowWords => ({
  row,
  extra: false,
  metric: '年进口额',
  task: '',
  day: '2024-05',
  value: '',
  unit: '',
  measure: '',
  source: '',
  ...words,
})

describeOnEachDatabase('a target’s values from several sources', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let firms: number
  let imports: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    const { targets } = await listTargetStandings(world, as(people.lead))
    const idOf = (metric: string) => targets.find((target) => target.metric === metric)?.id ?? 0
    firms = idOf('引进企业')
    imports = idOf('年进口额')
  })
  const record = (userId: string, targetId: number, value: string, day: string, source = '') =>
    recordMeasurement(world, as(userId), { targetId, value, day, unitId: null, source })
  const stored = () => database().transaction((tx) => tx.measurement.count())

  it('are all kept; the last counts, and who disagrees is told', async () => {
    await record(people.lead, imports, '60', '2024-05', '商务月报')
    await record(people.customs, imports, '62', '2024-05', '海关统计月报')
    const card = await showTarget(world, as(people.leader), imports)
    expect(card.latest).toMatchObject({ value: '62', unit: '江城海关', source: '海关统计月报' })
    expect(card.conflicts).toMatchObject([{ asOf: '2024-05-31', values: [{ value: '60' }, { value: '62' }] }])
    expect(card).toMatchObject({ mayRecord: false, recorders: ['市商务局', '光谷管委会', '江城海关'] })
    const { entries } = await showTargetHistory(world, as(people.leader), imports)
    expect(entries.map(({ value, superseded, recordedBy }) => [value, superseded, recordedBy])).toEqual([
      ['62', false, people.customs],
      ['60', true, people.lead],
    ])
    await expect(showTarget(world, as(people.leader), 999_999)).rejects.toMatchObject({ code: 'target.gone' })
    await expect(record(people.lead, imports, '1', '2024-05', '长'.repeat(201))).rejects.toMatchObject({
      code: 'target.source_too_long',
    })
  })

  it('a correction is taken back by the former value, with its source; nothing is removed', async () => {
    const first = await record(people.customs, imports, '62', '2024-05', '海关统计月报')
    await expect(undoMeasurement(world, as(people.customs), first.measurementId)).rejects.toMatchObject({
      code: 'target.undo_first',
    })
    const wrong = await record(people.lead, imports, '26', '2024-05')
    await expect(undoMeasurement(world, as(people.customs), wrong.measurementId)).rejects.toMatchObject({
      code: 'target.undo_not_yours',
    })
    const before = await showTarget(world, as(people.lead), imports)
    expect(before.standing.current).toBe('26')
    expect(await undoMeasurement(world, as(people.lead), wrong.measurementId)).toMatchObject({
      value: '62',
      undone: '26',
      target: { current: '62' },
    })
    expect((await showTarget(world, as(people.lead), imports)).latest).toMatchObject({
      unit: '江城海关',
      source: '海关统计月报',
    })
    await expect(undoMeasurement(world, as(people.lead), wrong.measurementId)).rejects.toMatchObject({
      code: 'target.undo_superseded',
    })
    await expect(undoMeasurement(world, as(people.leader), wrong.measurementId)).rejects.toMatchObject({
      code: 'access.role_needed',
    })
    expect(await stored()).toBe(3)
  })

  it('have values by year, which the office sets', async () => {
    const years = { targetId: imports, years: [['2024', '80亿']] as [string, string][] }
    await expect(setYearly(world, as(people.lead), years)).rejects.toMatchObject({ code: 'access.role_needed' })
    await setBaseline(world, as(people.convener), { targetId: imports, value: '35', day: '2022-12-31' })
    expect(await setYearly(world, as(people.convener), years)).toMatchObject({ yearly: { 2024: '80' }, previous: null })
    const more = { ...years, years: [['2023', '50.5']] as [string, string][] }
    expect(await setYearly(world, as(people.admin), more)).toMatchObject({ yearly: { 2023: '50.5', 2024: '80' } })
    const { target } = await showTarget(world, as(people.lead), imports)
    expect(target.yearly).toEqual({ 2023: '50.5', 2024: '80' })
    await expect(
      setYearly(world, as(people.admin), { targetId: imports, years: [['2025', '99']] }),
    ).rejects.toMatchObject({ code: 'target.yearly_end' })
  })

  it('stand beside what the responsible units claimed last', async () => {
    const report = (userId: string, status: 'ahead' | 'behind', summary: string) =>
      fileReport(world, as(userId), { taskNo: 1, unitId: null, periodKey: null, status, percent: null, summary })
    await record(people.lead, firms, '1', '2024-05-31')
    await report(people.lead, 'behind', '一')
    await report(people.lead, 'ahead', '二')
    await report(people.participant, 'behind', '三')
    const card = await showTarget(world, as(people.leader), firms)
    expect(card.standing.status).toBe('behind')
    expect(card.claims).toEqual([
      { unit: '市商务局', status: 'ahead', period: '2024H1', differs: 'better' },
      { unit: '光谷管委会', status: 'behind', period: '2024H1', differs: null },
    ])
    expect(card.disagrees).toBe(true)
    const { targets } = await listTargetStandings(world, as(people.leader))
    expect(targets.map(({ claims }) => claims.length)).toEqual([2, 0])
    // What a returned version had superseded is claimed no more.
    const last = await database().client.progressReport.findFirstOrThrow({ where: { version: 2 } })
    await returnReport(world, as(people.convener), 'return', last.id, '请附数据')
    expect((await showTarget(world, as(people.leader), firms)).claims.map(({ unit }) => unit)).toEqual(['光谷管委会'])
  })

  it('are imported all or not at all, and only as they were shown', async () => {
    await record(people.lead, imports, '60', '2024-05')
    const rows = [
      line(2, { value: '62亿' }),
      line(3, { metric: '引进企业', value: '2' }),
      line(4, { day: '4月', value: '50' }),
    ]
    const planned = await previewImport(world, as(people.lead), rows)
    expect(planned.problems).toEqual([])
    expect(planned.changes.map(({ old, value }) => [old, value])).toEqual([
      ['60', '62'],
      [null, '2'],
      [null, '50'],
    ])
    expect(await stored()).toBe(1)
    await record(people.customs, imports, '61', '2024-05')
    await expect(importMeasurements(world, as(people.lead), rows, planned.print)).rejects.toMatchObject({
      code: 'target_import.changed',
    })
    expect(await stored()).toBe(2)
    const { print } = await previewImport(world, as(people.lead), rows)
    expect(await importMeasurements(world, as(people.lead), rows, print)).toEqual({
      added: 2,
      corrected: 1,
      unchanged: 0,
      targets: 2,
    })
    expect(await stored()).toBe(5)
    expect((await showTarget(world, as(people.lead), imports)).standing.current).toBe('62')
    const again = await previewImport(world, as(people.lead), rows)
    expect(again).toMatchObject({ changes: [], unchanged: 3 })
  })

  it('are imported by a liaison for their own units’ targets, by the office for any unit responsible', async () => {
    const codes = async (userId: string, words: Partial<MeasurementRowWords>) =>
      (await previewImport(world, as(userId), [line(2, { value: '2', ...words })])).problems.map(
        ({ error }) => error.code,
      )
    expect(await codes(people.customs, { metric: '引进企业' })).toEqual(['target.not_responsible'])
    expect(await codes(people.lead, { metric: '引进企业', unit: '光谷' })).toEqual(['target.not_responsible'])
    expect(await codes(people.lead, { metric: '引进企业', unit: '商务局' })).toEqual([])
    expect(await codes(people.convener, { metric: '引进企业', unit: '光谷' })).toEqual([])
    expect(await codes(people.convener, { metric: '引进企业', unit: '江城海关' })).toEqual([
      'target_import.unit_of_other_task',
    ])
    expect(await codes(people.convener, { unit: '没有这个局' })).toEqual(['unit.unknown'])
    await expect(previewImport(world, as(people.leader), [])).rejects.toMatchObject({ code: 'access.role_needed' })
  })
})

describeOnPostgres('an import that races with another', (database) => {
  it('counts once: the second is refused, for it would do another thing by now', async () => {
    const world = await setUpWorld(database())
    const rows = [line(2, { value: '62' }), line(3, { day: '4月', value: '50' })]
    const { print } = await previewImport(world, as(people.convener), rows)
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => importMeasurements(world, as(people.convener), rows, print)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().transaction((tx) => tx.measurement.count())).toBe(2)
  })
})
