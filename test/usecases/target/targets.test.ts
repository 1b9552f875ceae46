import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { listTargetStandings } from '../../../src/usecases/target/list-targets.ts'
import { recordMeasurement } from '../../../src/usecases/target/record-measurement.ts'
import { setBaseline } from '../../../src/usecases/target/set-baseline.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('targets', (database) => {
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

  const record = (userId: string, targetId: number, value: string, day = '', unitId: number | null = null) =>
    recordMeasurement(world, as(userId), { targetId, value, day, unitId })
  const stored = () =>
    database().transaction((tx) =>
      tx.measurement.findMany({ orderBy: { id: 'asc' }, select: { value: true, asOf: true } }),
    )
  const standing = async (targetId: number) =>
    (await listTargetStandings(world, as(people.leader))).targets.find(({ id }) => id === targetId)

  it('are recorded in their unit, exactly, and the month that has not ended counts as of today', async () => {
    const receipt = await record(people.lead, imports, '62亿', '2024-06')
    expect(receipt).toMatchObject({
      value: '62',
      day: '2024-06-24',
      periodEnd: '2024-06-30',
      unit: '市商务局',
      previous: null,
      target: { current: '62', asOf: '2024-06-24' },
    })
    expect(await standing(imports)).toMatchObject({ current: '62', asOf: '2024-06-24', source: '市商务局' })
  })

  it('a flow sums the year; the receipt tells the value before and the status', async () => {
    await record(people.participant, firms, '1', '2024-03-31')
    const receipt = await record(people.lead, firms, '2家', '2024-05')
    expect(receipt).toMatchObject({
      kind: 'flow',
      value: '2',
      day: '2024-05-31',
      previous: { value: '1', asOf: '2024-03-31' },
      target: { current: '3', status: 'ahead' },
    })
  })

  it('a later value for the same day supersedes, and both are kept', async () => {
    await record(people.lead, firms, '5', '2024-05-31')
    const second = await record(people.convener, firms, '1', '2024-05-31')
    expect(second).toMatchObject({ unit: null, previous: { value: '5', asOf: '2024-05-31' }, target: { current: '1' } })
    expect(await stored()).toHaveLength(2)
    expect(await standing(firms)).toMatchObject({ current: '1', source: null })
    const planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    expect(
      trail.filter(({ action }) => action === 'target.record').map(({ before, after }) => [before, after]),
    ).toEqual([
      [null, { value: '5', asOf: '2024-05-31', unit: '市商务局' }],
      [
        { value: '5', asOf: '2024-05-31', unit: '市商务局' },
        { value: '1', asOf: '2024-05-31', unit: null },
      ],
    ])
  })

  it.each([
    ['一千左右', '', 'quantity.not_exact'],
    ['1e999', '', 'quantity.exponent'],
    ['-5', '', 'quantity.negative'],
    ['5亿元', '', 'quantity.unit_mismatch'],
    ['62亿', '', 'target.implausible'],
    ['5', '2024-07', 'target.day_in_future'],
    ['5', '2024-06-30', 'target.day_in_future'],
    ['5', '下周', 'target.day_not_understood'],
  ])('refuse %s on %j with %s, and keep nothing', async (value, day, code) => {
    await expect(record(people.lead, firms, value, day)).rejects.toMatchObject({ code })
    expect(await stored()).toEqual([])
  })

  it('are recorded by a liaison of the task’s units, by any liaison where they are the plan’s own, and by the office', async () => {
    await expect(record(people.customs, firms, '1')).rejects.toMatchObject({
      code: 'target.not_responsible',
      params: { metric: '引进企业', task: 1, units: ['江城海关'] },
    })
    expect(await record(people.customs, imports, '60亿元')).toMatchObject({ unit: '江城海关' })
    expect(await record(people.admin, firms, '1')).toMatchObject({ unit: null })
    await expect(record(people.leader, firms, '1')).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(record(people.stranger, firms, '1')).rejects.toMatchObject({ code: 'access.not_a_member' })
    await expect(record(people.lead, 999_999, '1')).rejects.toMatchObject({ code: 'target.gone' })
  })

  it('ask a person of several units which of them says it', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '光谷管委会' }])
    await expect(record(people.lead, firms, '1')).rejects.toMatchObject({
      code: 'target.which_unit',
      params: { units: ['市商务局', '光谷管委会'] },
    })
    const { targets } = await listTargetStandings(world, as(people.lead))
    const second = targets[0]?.units[1]
    expect(await record(people.lead, firms, '1', '', second?.id)).toMatchObject({ unit: '光谷管委会' })
  })

  it('are listed in the document’s order, and a second copy of a request has no effect', async () => {
    const { targets, asOf } = await listTargetStandings(world, as(people.customs))
    expect(asOf).toBe('2024-06-24')
    expect(targets.map(({ metric, mayRecord, reason }) => [metric, mayRecord, reason])).toEqual([
      ['引进企业', false, 'no_measurement'],
      ['年进口额', true, 'no_baseline'],
    ])
    const twice = () =>
      recordMeasurement(world, as(people.lead, { requestKey: 'command:1' }), {
        targetId: firms,
        value: '1',
        day: '',
        unitId: null,
      })
    await twice()
    await expect(twice()).rejects.toMatchObject({ code: 'request.repeated' })
    expect(await stored()).toHaveLength(1)
  })

  it('start from a baseline, which the office sets', async () => {
    await record(people.lead, imports, '62亿', '2024-05')
    expect(await standing(imports)).toMatchObject({ status: null, reason: 'no_baseline' })
    const baseline = { targetId: imports, value: '35亿', day: '2022-12-31' }
    await expect(setBaseline(world, as(people.lead), baseline)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(setBaseline(world, as(people.convener), { ...baseline, day: '' })).rejects.toMatchObject({
      code: 'target.baseline_day_needed',
    })
    const receipt = await setBaseline(world, as(people.convener), baseline)
    expect(receipt).toMatchObject({ value: '35', on: '2022-12-31', previous: null, target: { reason: null } })
    expect((await standing(imports))?.status).not.toBeNull()
    const again = await setBaseline(world, as(people.admin), { ...baseline, value: '36' })
    expect(again.previous).toEqual({ value: '35', on: '2022-12-31' })
    world.clock.set('2026-01-05T09:00:00+08:00')
    await expect(setBaseline(world, as(people.admin), { ...baseline, day: '2025-12-31' })).rejects.toMatchObject({
      code: 'target.baseline_too_late',
    })
  })
})

describeOnPostgres('racing values of a target', (database) => {
  it('run one after the other: each tells the one before it', async () => {
    const world = await setUpWorld(database())
    const { targets } = await listTargetStandings(world, as(people.convener))
    const targetId = targets[0]?.id ?? 0
    const receipts = await Promise.all(
      ['1', '2', '3', '4'].map((value) =>
        recordMeasurement(world, as(people.convener), { targetId, value, day: '2024-05-31', unitId: null }),
      ),
    )
    const before = receipts.map(({ previous }) => previous?.value ?? null)
    expect(new Set(before).size).toBe(4)
    expect(before).toContain(null)
  })
})
