import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import type { Actor } from '../../../src/usecases/context.ts'
import { addEnterprise } from '../../../src/usecases/enterprise/add-enterprise.ts'
import { changeEnterprise, type EnterpriseWish } from '../../../src/usecases/enterprise/change-enterprise.ts'
import { endEnterprise } from '../../../src/usecases/enterprise/end-enterprise.ts'
import { listEnterprises } from '../../../src/usecases/enterprise/list-enterprises.ts'
import { openEnterprise } from '../../../src/usecases/enterprise/open-enterprise.ts'
import { showEnterprise } from '../../../src/usecases/enterprise/show-enterprise.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { entered, secretName } from '../../support/entered-enterprise.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const [lead, convener] = [as(people.lead), as(people.convener)]
const usual = { contact: null, everyMonths: null, notes: null }
const noWish: EnterpriseWish = { name: null, unit: null, contact: null, everyMonths: null, notes: null, version: null }

describeOnEachDatabase('the register of key enterprises', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  const shown = async (no: number, actor: Actor = convener) => (await showEnterprise(world, actor, no)).enterprise
  const leadUnit = async () => (await shown(1)).unitId
  const trail = async () =>
    (await database().transaction((tx) => listAudit(tx, 'T1', 1))).filter(({ action }) =>
      action.startsWith('enterprise.'),
    )

  it('numbers them, and takes unit and contact for granted where there is one choice', async () => {
    const first = await addEnterprise(world, lead, { ...usual, named: { name: ' 某某 \n 公司 ', unitId: null } })
    expect(first).toMatchObject({
      enterprise: {
        no: 1,
        name: '某某 公司',
        unit: '市商务局',
        contact: people.lead,
        everyMonths: 3,
        enteredOn: '2024-06-24',
        lastVisitOn: null,
        nextVisitOn: '2024-09-24',
        daysLate: null,
        contactGone: false,
        mayKeep: true,
      },
    })
    const second = await addEnterprise(world, convener, { ...usual, named: 'Example Co 光谷', everyMonths: 12 })
    expect(second.enterprise).toMatchObject({ no: 2, unit: '光谷管委会', contact: people.participant })
    expect((await listEnterprises(world, convener)).enterprises.map(({ no }) => no)).toEqual([1, 2])
    expect(await trail()).toMatchObject([
      { subject: 'enterprise/1', actor: people.lead, after: { name: '某某 公司', contact: people.lead } },
      { subject: 'enterprise/2', actor: people.convener },
    ])
  })

  it('is kept by the office for any unit, by a liaison for their own, and by nobody else', async () => {
    const add = (actor: Actor, named: string) => addEnterprise(world, actor, { ...usual, named })
    await expect(add(lead, '某某公司 江城海关')).rejects.toMatchObject({
      code: 'enterprise.unit_not_yours',
      params: { units: ['市商务局'] },
    })
    await expect(add(as(people.leader), '某某公司 市商务局')).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(add(convener, '某某公司')).rejects.toMatchObject({ code: 'enterprise.unit_missing' })
    await expect(add(convener, '某某公司 市文旅局')).rejects.toMatchObject({ code: 'unit.unknown' })
    expect((await openEnterprise(world, lead, null)).units.map(({ name }) => name)).toEqual(['市商务局'])
    expect((await openEnterprise(world, convener, null)).units).toHaveLength(3)
    await expect(openEnterprise(world, as(people.leader), null)).rejects.toMatchObject({ code: 'access.role_needed' })
    expect((await add(as(people.admin), '某某公司 市商务局')).enterprise.no).toBe(1)
  })

  it('has a contact who is liaison of the unit, and says so when they have left', async () => {
    const add = (named: string, contact: string | null) => addEnterprise(world, convener, { ...usual, named, contact })
    for (const contact of [people.customs, people.stranger, people.convener])
      await expect(add('某某公司 市商务局', contact)).rejects.toMatchObject({
        code: 'enterprise.contact_unfit',
        params: { unit: '市商务局' },
      })
    await assignMembers(world, as(people.admin), [{ userId: 'USECOND', role: 'liaison', unit: '市商务局' }])
    await expect(add('某某公司 市商务局', null)).rejects.toMatchObject({ code: 'enterprise.contact_missing' })
    await add('某某公司 市商务局', 'USECOND')
    expect(await shown(1)).toMatchObject({ contact: 'USECOND', contactGone: false })
    await removeMembers(world, as(people.admin), [{ userId: 'USECOND', role: 'liaison', unit: '市商务局' }])
    expect(await shown(1)).toMatchObject({ contact: 'USECOND', contactGone: true })
    // They see it no longer, and what else is changed does not need them back.
    await expect(showEnterprise(world, as('USECOND'), 1)).rejects.toMatchObject({ code: 'access.not_a_member' })
    await changeEnterprise(world, convener, 1, { ...noWish, notes: '待定' })
    await changeEnterprise(world, convener, 1, { ...noWish, contact: people.lead })
    expect(await shown(1)).toMatchObject({ contact: people.lead, contactGone: false, notes: '待定' })
  })

  it('refuses the same name twice, with the number only for whoever may see it', async () => {
    await entered(world, lead, '某某有限公司')
    const again = (actor: Actor, named: string) => addEnterprise(world, actor, { ...usual, named })
    await expect(again(lead, '某某有限责任公司')).rejects.toMatchObject({
      code: 'enterprise.there_already',
      params: { no: 1 },
    })
    await expect(again(as(people.customs), '某某有限公司')).rejects.toMatchObject({
      code: 'enterprise.there_elsewhere',
      params: {},
    })
    await entered(world, convener, '另一公司 江城海关')
    await expect(changeEnterprise(world, convener, 2, { ...noWish, name: '某某有限公司' })).rejects.toMatchObject({
      code: 'enterprise.there_already',
    })
    await endEnterprise(world, convener, 1, '迁出')
    expect(await entered(world, lead, '某某有限公司')).toBe(3)
  })

  it('changes what is said and nothing else, with both sides in the trail', async () => {
    await entered(world, convener)
    await changeEnterprise(world, lead, 1, { ...noWish, everyMonths: 6, notes: '主营冷链' })
    expect(await shown(1)).toMatchObject({ everyMonths: 6, notes: '主营冷链', name: secretName, version: 2 })
    expect((await trail()).at(-1)).toMatchObject({
      action: 'enterprise.change',
      before: { everyMonths: 3, notes: '' },
      after: { everyMonths: 6, notes: '主营冷链' },
    })
    await expect(changeEnterprise(world, lead, 1, { ...noWish, everyMonths: 6 })).rejects.toMatchObject({
      code: 'enterprise.unchanged',
    })
    await expect(changeEnterprise(world, lead, 1, { ...noWish, notes: '旧表', version: 1 })).rejects.toMatchObject({
      code: 'enterprise.changed_meanwhile',
    })
    await expect(changeEnterprise(world, lead, 1, { ...noWish, unit: '江城海关' })).rejects.toMatchObject({
      code: 'enterprise.unit_not_yours',
    })
    await changeEnterprise(world, convener, 1, { ...noWish, unit: '江城海关' })
    expect(await shown(1)).toMatchObject({ unit: '江城海关', contact: people.customs })
    await expect(showEnterprise(world, lead, 1)).rejects.toMatchObject({ code: 'enterprise.unknown' })
  })

  it('ends with a reason, keeps the page, and nothing is done to it any more', async () => {
    await entered(world, lead)
    await expect(endEnterprise(world, lead, 1, ' ')).rejects.toMatchObject({ code: 'enterprise.reason_missing' })
    expect(await endEnterprise(world, lead, 1, ' 迁出本市 ')).toMatchObject({ reason: '迁出本市' })
    expect((await listEnterprises(world, lead)).enterprises).toEqual([])
    expect(await showEnterprise(world, as(people.leader), 1)).toMatchObject({
      endReason: '迁出本市',
      enterprise: { endedOn: '2024-06-24', nextVisitOn: null, mayKeep: false },
    })
    const ended = { code: 'enterprise.ended', params: { no: 1 } }
    await expect(endEnterprise(world, lead, 1, '再次')).rejects.toMatchObject(ended)
    await expect(changeEnterprise(world, lead, 1, { ...noWish, notes: '再改' })).rejects.toMatchObject(ended)
    await expect(openEnterprise(world, lead, 1)).rejects.toMatchObject(ended)
  })

  it('lists those whose visit is due first at the head', async () => {
    await entered(world, lead, '三个月公司 市商务局')
    await entered(world, lead, '一个月公司 市商务局', { everyMonths: 1 })
    world.clock.set('2024-07-29T09:00:00+08:00')
    const { enterprises } = await listEnterprises(world, lead)
    expect(enterprises.map(({ no, nextVisitOn, daysLate }) => [no, nextVisitOn, daysLate])).toEqual([
      [2, '2024-07-24', 3],
      [1, '2024-09-24', null],
    ])
  })

  it('goes over to the unit that its own became part of, with its contact', async () => {
    await entered(world, convener, '另一公司 光谷管委会')
    const data = samplePlan()
    const [office, , customs] = data.units
    const [first] = data.sections[0]?.tasks ?? []
    if (!office || !customs || !first) throw new Error('the sample has them')
    first.units = [{ name: '市商务局', role: 'lead' }]
    const merged = { ...data, units: [{ ...office, aliases: ['光谷管委会', '光谷'] }, customs] }
    await importPlan(world, as(people.admin), merged, { asNewVersionOf: 1 })
    expect(await shown(1, lead)).toMatchObject({ unit: '市商务局', contact: people.participant, contactGone: false })
  })

  it('keeps in touch with 500 at a time', async () => {
    await entered(world, lead)
    const unitId = await leadUnit()
    await database().client.enterprise.createMany({
      data: Array.from({ length: 499 }, (_, index) => ({
        planId: 1,
        no: index + 2,
        name: `第${index}家`,
        unitId,
        contact: people.lead,
        everyMonths: 3,
        createdBy: people.lead,
        createdAt: world.now().toJSDate(),
      })),
    })
    await expect(entered(world, lead, '多一家')).rejects.toMatchObject({
      code: 'enterprise.too_many',
      params: { max: 500 },
    })
    expect((await listEnterprises(world, lead)).enterprises).toHaveLength(500)
  })
})

describeOnPostgres('the register of key enterprises, raced for', (database) => {
  it('takes one of the same name, numbers without a gap, and one change of a version', async () => {
    const world = await setUpWorld(database())
    const same = await Promise.allSettled(Array.from({ length: 4 }, () => entered(world, lead)))
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const others = await Promise.all([1, 2, 3, 4].map((index) => entered(world, lead, `第${index}公司 市商务局`)))
    expect(others.toSorted()).toEqual([2, 3, 4, 5])
    const changes = await Promise.allSettled(
      [6, 7, 8].map((everyMonths) => changeEnterprise(world, lead, 1, { ...noWish, everyMonths, version: 1 })),
    )
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
