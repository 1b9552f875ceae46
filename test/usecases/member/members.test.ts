import { beforeEach, expect, test } from 'vitest'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { listPlanMembers } from '../../../src/usecases/member/list-plan-members.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { listOwedReports } from '../../../src/usecases/report/list-owed-reports.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const admin = as(people.admin)

describeOnEachDatabase('members', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const liaisons = async () =>
    (await listPlanMembers(world, admin)).units.map(({ name, liaisons: users }) => `${name} ${users.join(',')}`)

  test('gives a role once, under the unit of that name, alias or part of a name', async () => {
    for (const unit of ['光谷管委会', '光谷', '管委会'])
      await assignMembers(world, admin, [{ userId: 'U7', role: 'liaison', unit }])
    const again = await assignMembers(world, admin, [{ userId: 'U7', role: 'liaison', unit: ' 光谷 ' }])
    expect(again).toMatchObject({ changed: 0, assignments: [{ unit: '光谷管委会' }] })
    expect(await liaisons()).toContain(`光谷管委会 ${people.participant},U7`)
  })

  test('a person may be liaison of two units, and then reports for both', async () => {
    await assignMembers(world, admin, [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    const { reports } = await listOwedReports(world, as(people.lead))
    expect(new Set(reports.map((report) => report.unit))).toEqual(new Set(['市商务局', '江城海关']))
  })

  test.each([
    [{ role: 'liaison', unit: null }, 'member.unit_needed'],
    [{ role: 'convener', unit: '市商务局' }, 'member.unit_unfit'],
    [{ role: 'liaison', unit: '市旅游局' }, 'unit.unknown'],
    [{ role: 'liaison', unit: '江' }, null],
    [{ role: 'liaison', unit: '市' }, null],
    [{ role: 'liaison', unit: ' ' }, 'unit.unknown'],
  ] as const)('%j → %s', async (given, code) => {
    const change = assignMembers(world, admin, [{ userId: 'U7', ...given }])
    if (code === null) expect(await change).toMatchObject({ changed: 1 })
    else await expect(change).rejects.toMatchObject({ code })
  })

  test('takes a role away, and says how many held it', async () => {
    const wanted = [
      { userId: people.lead, role: 'liaison' as const, unit: '市商务局' },
      { userId: 'U7', role: 'liaison' as const, unit: '市商务局' },
    ]
    expect(await removeMembers(world, admin, wanted)).toMatchObject({ changed: 1 })
    expect(await liaisons()).toContain('市商务局 ')
  })

  test('never takes away the last admin', async () => {
    const itself = [{ userId: people.admin, role: 'admin' as const, unit: null }]
    await expect(removeMembers(world, admin, itself)).rejects.toMatchObject({ code: 'member.last_admin' })
    expect((await listPlanMembers(world, admin)).admins).toEqual([people.admin])
    await assignMembers(world, admin, [{ userId: 'U7', role: 'admin', unit: null }])
    await removeMembers(world, admin, itself)
    expect((await listPlanMembers(world, as('U7'))).admins).toEqual(['U7'])
  })

  test('only an admin changes members; nobody is named, or too many are: nothing is done', async () => {
    const one = [{ userId: 'U7', role: 'leader' as const, unit: null }]
    for (const user of [people.convener, people.leader, people.lead])
      await expect(assignMembers(world, as(user), one)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(assignMembers(world, as('U7'), one)).rejects.toMatchObject({ code: 'access.not_a_member' })
    await expect(assignMembers(world, admin, [])).rejects.toMatchObject({ code: 'member.nobody' })
    const crowd = Array.from({ length: 1001 }, (_, index) => ({
      userId: `U${index}`,
      role: 'leader' as const,
      unit: null,
    }))
    await expect(assignMembers(world, admin, crowd)).rejects.toMatchObject({ code: 'member.too_many' })
  })
})

describeOnPostgres('members in a race', (database) => {
  test('of two admins who remove each other at once one stays', async () => {
    const world = await setUpWorld(database())
    await assignMembers(world, admin, [{ userId: 'U7', role: 'admin', unit: null }])
    await Promise.allSettled([
      removeMembers(world, admin, [{ userId: 'U7', role: 'admin', unit: null }]),
      removeMembers(world, as('U7'), [{ userId: people.admin, role: 'admin', unit: null }]),
    ])
    expect(await database().client.member.count({ where: { role: 'admin' } })).toBe(1)
  })

  test('the same role given many times at once is held once', async () => {
    const world = await setUpWorld(database())
    const role = [{ userId: 'U7', role: 'leader' as const, unit: null }]
    await Promise.all(Array.from({ length: 6 }, () => assignMembers(world, admin, role)))
    expect(await database().client.member.count({ where: { userId: 'U7' } })).toBe(1)
  })
})
