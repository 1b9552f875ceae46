import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { type Context, reading } from '../../../src/usecases/context.ts'
import { changeEnterprise } from '../../../src/usecases/enterprise/change-enterprise.ts'
import { correctVisit } from '../../../src/usecases/enterprise/correct-visit.ts'
import { endEnterprise } from '../../../src/usecases/enterprise/end-enterprise.ts'
import { openVisit } from '../../../src/usecases/enterprise/open-enterprise.ts'
import { recordVisit } from '../../../src/usecases/enterprise/record-visit.ts'
import { removeVisit } from '../../../src/usecases/enterprise/remove-visit.ts'
import { showEnterprise } from '../../../src/usecases/enterprise/show-enterprise.ts'
import { visitObligations } from '../../../src/usecases/enterprise/visit-obligations.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { entered, secretName } from '../../support/entered-enterprise.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const [lead, convener, admin] = [as(people.lead), as(people.convener), as(people.admin)]
const leadLiaison = { userId: people.lead, role: 'liaison' as const, unit: '市商务局' }

describeOnEachDatabase('visits of enterprises', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
    await entered(world, lead)
  })

  const record = (day: string | null, notes = '企业反映通关时间长', actor = lead) =>
    recordVisit(world, actor, 1, { day, notes })
  const trail = async () =>
    (await database().transaction((tx) => listAudit(tx, 'T1', 1))).filter(({ action }) =>
      action.startsWith('enterprise.visit'),
    )

  it('are recorded by the unit and the office, today where no day is said, and put the next one off', async () => {
    expect(await record('2024-06-20')).toMatchObject({
      visit: { visitedOn: '2024-06-20', notes: '企业反映通关时间长' },
      enterprise: { lastVisitOn: '2024-06-20', nextVisitOn: '2024-09-20' },
    })
    expect(await record(null, '召集人同去', convener)).toMatchObject({ enterprise: { lastVisitOn: '2024-06-24' } })
    // A visit of before, entered afterwards, changes nothing of the next one.
    expect(await record('2024-05-01', '补记')).toMatchObject({ enterprise: { nextVisitOn: '2024-09-24' } })
    await expect(record('2024-06-25')).rejects.toMatchObject({ code: 'enterprise.visit_in_future' })
    await expect(record('1999-06-25')).rejects.toMatchObject({ code: 'enterprise.visit_too_early' })
    await expect(record(null, '', as(people.leader))).rejects.toMatchObject({ code: 'access.role_needed' })
  })

  it('are shown newest first, a page at a time', async () => {
    for (const day of ['2024-06-01', '2024-06-10', '2024-05-01', '2024-06-10']) await record(day, `${day} 走访`)
    const first = await showEnterprise(world, lead, 1)
    expect(first).toMatchObject({ visitCount: 4, page: 1, pages: 2 })
    expect(first.visits.map(({ visitedOn }) => visitedOn)).toEqual(['2024-06-10', '2024-06-10', '2024-06-01'])
    const last = await showEnterprise(world, lead, 1, 99)
    expect(last.page).toBe(2)
    expect(last.visits.map(({ visitedOn }) => visitedOn)).toEqual(['2024-05-01'])
  })

  it('are corrected and removed with a reason, and what they said stays in the trail', async () => {
    await record('2024-06-20')
    const [visit] = (await showEnterprise(world, lead, 1)).visits
    const id = visit?.id ?? 0
    const facts = { visitedOn: '2024-06-19', notes: '企业反映检验时间长' }
    await expect(correctVisit(world, lead, 1, id, facts, ' ')).rejects.toMatchObject({
      code: 'enterprise.reason_missing',
    })
    await expect(correctVisit(world, lead, 1, id, { ...facts, visitedOn: '2024-07-01' }, '笔误')).rejects.toMatchObject(
      {
        code: 'enterprise.visit_in_future',
      },
    )
    expect(await correctVisit(world, lead, 1, id, facts, '笔误')).toMatchObject({
      visit: facts,
      enterprise: { nextVisitOn: '2024-09-19' },
    })
    expect(await removeVisit(world, convener, 1, id, '记错企业')).toMatchObject({
      enterprise: { lastVisitOn: null, nextVisitOn: '2024-09-24' },
    })
    for (const again of [removeVisit(world, lead, 1, id, '再删'), correctVisit(world, lead, 1, id, facts, '再改')])
      await expect(again).rejects.toMatchObject({ code: 'enterprise.visit_gone', params: { no: 1 } })
    expect((await trail()).slice(1)).toMatchObject([
      {
        action: 'enterprise.visit_correct',
        before: { visitedOn: '2024-06-20', notes: '企业反映通关时间长' },
        after: { ...facts, reason: '笔误' },
      },
      { action: 'enterprise.visit_remove', actor: people.convener, before: facts, after: { reason: '记错企业' } },
    ])
  })

  it('of another enterprise are not reached through one’s own', async () => {
    await entered(world, convener, '海关联系公司 江城海关')
    await recordVisit(world, convener, 2, { day: null, notes: '别处的走访' })
    const [foreign] = (await showEnterprise(world, convener, 2)).visits
    const gone = { code: 'enterprise.visit_gone', params: { no: 1 } }
    const id = foreign?.id ?? 0
    await expect(openVisit(world, lead, 1, id)).rejects.toMatchObject(gone)
    await expect(removeVisit(world, lead, 1, id, '误')).rejects.toMatchObject(gone)
  })

  const owed = async (context: Context = world) => reading(context, convener, 'supervision.list', visitObligations)

  it('are owed by the contact, with a title that names nobody', async () => {
    const [one] = await owed()
    expect(one).toMatchObject({
      kind: 'visit',
      subject: 'visit/1',
      unit: '市商务局',
      people: [people.lead],
      dueOn: '2024-09-24',
      countFrom: '2024-09-24',
      items: [{ no: 1, title: '企业1 走访' }],
    })
    expect(JSON.stringify(one)).not.toContain(secretName)
    await record('2024-06-20')
    expect(await owed()).toMatchObject([{ dueOn: '2024-09-20' }])
  })

  it('are owed by all of the unit’s liaisons once the contact has left it, and by nobody once it ended', async () => {
    await assignMembers(world, admin, [{ userId: 'USECOND', role: 'liaison', unit: '市商务局' }])
    await removeMembers(world, admin, [leadLiaison])
    expect(await owed()).toMatchObject([{ people: 'liaisons' }])
    await endEnterprise(world, convener, 1, '迁出')
    expect(await owed()).toEqual([])
  })

  it('are not urged for from before the enterprise was entered, handed over or set to another interval', async () => {
    await record('2023-01-10', '以前的走访')
    expect(await owed()).toMatchObject([{ dueOn: '2023-04-10', countFrom: '2024-06-24' }])
    world.clock.set('2024-08-01T09:00:00+08:00')
    const wish = { name: null, unit: '江城海关', contact: null, everyMonths: null, notes: null, version: null }
    await changeEnterprise(world, convener, 1, wish)
    world.clock.set('2024-08-05T09:00:00+08:00')
    await changeEnterprise(world, convener, 1, { ...wish, unit: null, notes: '备注不算' })
    expect(await owed()).toMatchObject([
      { unit: '江城海关', people: [people.customs], dueOn: '2023-04-10', countFrom: '2024-08-01' },
    ])
    // What is shown as late is what supervision counts.
    expect((await showEnterprise(world, convener, 1)).enterprise).toMatchObject({
      nextVisitOn: '2023-04-10',
      daysLate: 2,
    })
  })
})
