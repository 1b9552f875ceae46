import { beforeEach, expect, test } from 'vitest'
import { findPlan } from '../../../src/db/plan-store.ts'
import { claimHomes, outdateHomesDaily, unclaimHomes } from '../../../src/usecases/home/claim-homes.ts'
import { forgetHome, noteOpened, noteShown } from '../../../src/usecases/home/remember-home.ts'
import { choosePlan } from '../../../src/usecases/plan/choose-plan.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('whose App Home is shown anew', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const opened = (userId: string) => noteOpened(world, { workspaceId: 'T1', userId })
  const claim = (take = 10) => claimHomes(world, 'T1', take)
  const somethingHappens = (by: string = people.admin) =>
    setPlanChannels(world, as(by), { meetingChannel: `C${world.now().toMillis()}` })

  test('who opened it, once for all that happened since', async () => {
    await opened(people.lead)
    await opened(people.stranger)
    expect(await claim()).toEqual([])
    await somethingHappens()
    await somethingHappens()
    expect((await claim()).toSorted()).toEqual([people.lead, people.stranger])
    expect(await claim()).toEqual([])
  })

  test('the longest ago first, so many at a time, and nobody after 12 hours', async () => {
    for (const person of [people.customs, people.lead, people.leader]) {
      await opened(person)
      await somethingHappens()
    }
    expect(await claim(2)).toEqual([people.customs, people.lead])
    expect(await claim(2)).toEqual([people.leader])
    await somethingHappens()
    world.clock.set('2024-06-24T21:01:00+08:00')
    expect(await claim()).toEqual([])
  })

  test('not for what a person did there themselves, nor when they are gone, until they open it again', async () => {
    await opened(people.lead)
    await somethingHappens()
    await noteShown(world, { workspaceId: 'T1', userId: people.lead })
    expect(await claim()).toEqual([])
    await somethingHappens()
    await forgetHome(world, { workspaceId: 'T1', userId: people.lead })
    expect(await claim()).toEqual([])
    await opened(people.lead)
    await somethingHappens()
    expect(await claim()).toEqual([people.lead])
  })

  test('again where it could not be shown', async () => {
    await opened(people.lead)
    await somethingHappens()
    await unclaimHomes(world, 'T1', await claim())
    expect(await claim()).toEqual([people.lead])
  })

  test('only for what happened in the plan they speak of', async () => {
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '第二个方案' }, { asNewVersionOf: null })
    await choosePlan(world, as(people.convener), 1)
    await opened(people.convener)
    await somethingHappens()
    expect(await claim()).toEqual([])
    await choosePlan(world, as(people.admin), 1)
    await somethingHappens()
    expect(await claim()).toEqual([people.convener])
  })

  test('and once a day for what time changed', async () => {
    await opened(people.lead)
    world.clock.set('2024-06-24T20:00:00+08:00')
    await opened(people.leader)
    world.clock.set('2024-06-25T00:00:00+08:00')
    await database().transaction(async (tx) => {
      const { id } = await tx.plan.findFirstOrThrow()
      const plan = await findPlan(tx, 'T1', id)
      if (plan) await outdateHomesDaily(tx, plan, world.now(), world.now())
    })
    expect(await claim()).toEqual([people.leader])
    expect(await claim()).toEqual([])
  })
})

describeOnPostgres('App Homes claimed by two processes at once', (database) => {
  test('are each claimed by one of them', async () => {
    const world = await setUpWorld(database())
    const crowd = Array.from({ length: 30 }, (_, index) => `U${index}`)
    for (const userId of crowd) await noteOpened(world, { workspaceId: 'T1', userId })
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'C1' })
    const claimed = await Promise.all(Array.from({ length: 6 }, () => claimHomes(world, 'T1', 10)))
    const rest = await claimHomes(world, 'T1', 30)
    expect([...claimed.flat(), ...rest].toSorted()).toEqual(crowd.toSorted())
  })
})
