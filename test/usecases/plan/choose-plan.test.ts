import { beforeEach, expect, test } from 'vitest'
import { choosePlan, listPlanChoices } from '../../../src/usecases/plan/choose-plan.ts'
import { exportPlan } from '../../../src/usecases/plan/export-plan.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { showPlan } from '../../../src/usecases/plan/show-plan.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('choosing, exporting and setting up a plan', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  test('an importer speaks of the plan they imported, and may go back to another', async () => {
    const second = { ...samplePlan(), title: '第二个方案' }
    await importPlan(world, as(people.admin), second, { asNewVersionOf: null })
    const choices = await listPlanChoices(world, as(people.admin))
    expect(choices.map(({ position, title, current }) => ({ position, title, current }))).toEqual([
      { position: 1, title: samplePlan().title, current: false },
      { position: 2, title: '第二个方案', current: true },
    ])
    await choosePlan(world, as(people.admin), 1)
    expect((await showPlan(world, as(people.admin))).plan.title).toBe(samplePlan().title)
    // The liaisons of the first plan are not asked: it is still their only one.
    expect((await showPlan(world, as(people.lead))).plan.title).toBe(samplePlan().title)
    await expect(choosePlan(world, as(people.admin), 3)).rejects.toMatchObject({ code: 'plan.unknown' })
  })

  test('a request that names a plan acts on that one, and on none where it is gone or elsewhere', async () => {
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '第二个方案' }, { asNewVersionOf: null })
    const [first] = await database().client.plan.findMany({ orderBy: { id: 'asc' } })
    const named = (planId: number, workspaceId = 'T1') => ({ ...as(people.admin, { workspaceId }), planId })
    expect((await showPlan(world, named(first?.id ?? 0))).plan.title).toBe(samplePlan().title)
    await expect(showPlan(world, named(999))).rejects.toMatchObject({ code: 'plan.gone' })
    await setUpWorld(database(), 'T2')
    await expect(showPlan(world, named(first?.id ?? 0, 'T2'))).rejects.toMatchObject({ code: 'plan.gone' })
  })

  test('choosing a plan gives no role in it', async () => {
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '第二个方案' }, { asNewVersionOf: null })
    await choosePlan(world, as(people.lead), 2)
    await expect(showPlan(world, as(people.lead))).rejects.toMatchObject({ code: 'access.not_a_member' })
  })

  test('exports the plan as it can be imported again, to admins and conveners', async () => {
    expect(await exportPlan(world, as(people.convener))).toEqual({ data: samplePlan(), version: 1 })
    await expect(exportPlan(world, as(people.lead))).rejects.toMatchObject({ code: 'access.role_needed' })
  })

  test('a channel that is not named stays as it is', async () => {
    await setPlanChannels(world, as(people.convener), { meetingChannel: 'C8', leadingChannel: 'C9' })
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'C7' })
    expect((await showPlan(world, as(people.lead))).plan).toMatchObject({ meetingChannel: 'C7', leadingChannel: 'C9' })
    await expect(setPlanChannels(world, as(people.lead), {})).rejects.toMatchObject({ code: 'access.role_needed' })
  })
})
