import { DateTime } from 'luxon'
import { beforeEach, expect, test } from 'vitest'
import { listPlans } from '../../src/db/plan-store.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import { sandboxWorkspace } from '../../src/seed/seed-people.ts'
import { loadSeedPlan } from '../../src/seed/seed-plan.ts'
import { seedWorkspace } from '../../src/seed/seed-workspace.ts'
import type { Context } from '../../src/usecases/context.ts'
import { listPlanMembers } from '../../src/usecases/member/list-plan-members.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { showPlan } from '../../src/usecases/plan/show-plan.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { samplePlan } from '../support/sample-plan.ts'

const now = DateTime.fromISO('2024-06-24T09:00:00+08:00')
const convener = { workspaceId: 'T1', userId: 'U0CONVENER', requestKey: null }

describeOnEachDatabase('seedWorkspace', (database) => {
  const context = (): Context => ({ database: database(), now: () => now })
  beforeEach(() => database().transaction((tx) => ensureWorkspace(tx, { id: 'T1', name: '甲', at: now.toJSDate() })))

  test('imports the plan, names a liaison of every unit and the office, and sets the channels', async () => {
    await seedWorkspace(context(), 'T1')
    const { plan, data, people } = await showPlan(context(), convener)
    expect(data).toEqual(await loadSeedPlan())
    expect(plan).toMatchObject({ meetingChannel: 'C0MEETING', leadingChannel: 'C0LEADING' })
    const members = await listPlanMembers(context(), convener)
    expect(members).toMatchObject({
      admins: ['U0ADMIN'],
      conveners: ['U0CONVENER'],
      leaders: ['U0LEADER1', 'U0LEADER2'],
    })
    expect(members.units.map((unit) => unit.liaisons)).toEqual(
      members.units.map((_, index) => [`U0UNIT${String(index + 1).padStart(2, '0')}`]),
    )
    expect(people).toBe(members.units.length + 4)
    expect(await database().client.measurement.count()).toBe(0)
    expect(await database().client.progressReport.count()).toBe(0)
  })

  test('does nothing a second time, and nothing to a workspace with a plan of its own', async () => {
    await seedWorkspace(context(), 'T1')
    const events = await database().client.auditEvent.count()
    await seedWorkspace(context(), 'T1')
    expect(await database().client.auditEvent.count()).toBe(events)
    await database().transaction((tx) => ensureWorkspace(tx, { id: 'T2', name: '乙', at: now.toJSDate() }))
    const admin = { workspaceId: 'T2', userId: 'U0ADMIN', requestKey: null }
    await importPlan(context(), admin, samplePlan(), { asNewVersionOf: null })
    await seedWorkspace(context(), 'T2')
    expect(await database().transaction((tx) => listPlans(tx, 'T2'))).toHaveLength(1)
  })

  test('goes on with a seeding that was cut short after the import', async () => {
    const actor = { workspaceId: 'T1', userId: 'U0ADMIN', requestKey: 'seed:plan' }
    await importPlan(context(), actor, await loadSeedPlan(), { asNewVersionOf: null })
    await seedWorkspace(context(), 'T1')
    expect(await listPlanMembers(context(), convener)).toMatchObject({ conveners: ['U0CONVENER'] })
  })
})

test('the workspace names its people by unit and role, each once', async () => {
  const plan = await loadSeedPlan()
  const { users, channels, usergroups } = sandboxWorkspace(plan)
  expect(users.map((user) => user.realName)).toEqual([
    '管理员',
    '召集人',
    '领导小组成员甲',
    '领导小组成员乙',
    ...plan.units.map((unit) => `${unit.name}联络员`),
  ])
  expect(new Set(users.map((user) => user.id)).size).toBe(users.length)
  expect(new Set(users.map((user) => user.name)).size).toBe(users.length)
  expect(channels.map((channel) => channel.name)).toEqual(['联席会议', '领导小组', '联络员'])
  const known = new Set(users.map((user) => user.id))
  for (const { users: members } of usergroups) for (const id of members) expect(known).toContain(id)
})

test('the seeded plan is the real one, without its prose', async () => {
  const plan = await loadSeedPlan()
  const tasks = plan.sections.flatMap((section) => section.tasks)
  expect(plan.sections).toHaveLength(6)
  expect(tasks.map((task) => task.no)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
  expect(plan.units).toHaveLength(15)
  expect(plan.targets).toHaveLength(5)
  expect(tasks.every((task) => task.text === '')).toBe(true)
})
