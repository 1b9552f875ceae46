import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { beforeEach, expect, test } from 'vitest'
import { createLog } from '../../../src/log.ts'
import { refreshHome, showOpenedHome } from '../../../src/slack/home/refresh-home.ts'
import { createHomeRefresher } from '../../../src/slack/home/refresh-homes.ts'
import { createLocales } from '../../../src/slack/locales.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('App Home shown anew', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let published: string[]
  let refusals: Map<string, Error>
  let client: WebClient
  let pass: () => Promise<number>
  beforeEach(async () => {
    world = await setUpWorld(database())
    published = []
    refusals = new Map()
    client = {
      users: { info: async () => ({ user: { locale: 'zh-CN' } }) },
      views: {
        publish: async ({ user_id }: { user_id: string }) => {
          const refusal = refusals.get(user_id)
          if (refusal) throw refusal
          published.push(user_id)
        },
      },
    } as unknown as WebClient
    const surroundings = { context: world, client, locales: createLocales(), log: createLog('silent') }
    pass = createHomeRefresher({ ...surroundings, workspaceId: 'T1' })
  })
  const home = (userId: string) => ({
    ...{ context: world, actor: { workspaceId: 'T1', userId }, locale: 'zh-CN' as const, client },
  })
  const open = async (...userIds: string[]) => {
    for (const userId of userIds) await showOpenedHome(home(userId))
    published = []
  }
  const somethingHappens = () => setPlanChannels(world, as(people.admin), { meetingChannel: 'C1' })
  const allPasses = async () => {
    while ((await pass()) > 0);
    return published.splice(0).toSorted()
  }

  test('who has it open sees what happened, and what they did there themselves once', async () => {
    await open(people.lead, people.leader)
    await somethingHappens()
    await refreshHome(home(people.lead))
    expect(published.splice(0)).toEqual([people.lead])
    expect(await allPasses()).toEqual([people.leader])
    expect(await allPasses()).toEqual([])
  })

  test('somebody who becomes a member sees it without opening it again', async () => {
    await open(people.stranger)
    await assignMembers(world, as(people.admin), [{ userId: people.stranger, role: 'leader', unit: null }])
    expect(await allPasses()).toEqual([people.stranger])
  })

  test('somebody who is gone keeps nobody else waiting, and is left alone', async () => {
    await open(people.lead, people.leader, people.convener, people.customs)
    refusals.set(people.convener, new TypeError('a fault of our own'))
    refusals.set(people.lead, new WebAPIPlatformError({ ok: false, error: 'user_not_found' }))
    refusals.set(people.leader, new WebAPIPlatformError({ ok: false, error: 'invalid_arguments' }))
    await somethingHappens()
    expect(await allPasses()).toEqual([people.customs])
    refusals.clear()
    await somethingHappens()
    expect(await allPasses()).toEqual([people.convener, people.customs, people.leader])
  })

  test('Slack asks to wait, and everybody is shown it then', async () => {
    await open(people.lead, people.leader)
    refusals.set(people.lead, new WebAPIRateLimitedError(20))
    await somethingHappens()
    expect(await allPasses()).toEqual([])
    refusals.clear()
    world.clock.set('2024-06-24T09:00:19+08:00')
    expect(await allPasses()).toEqual([])
    world.clock.set('2024-06-24T09:00:20+08:00')
    expect(await allPasses()).toEqual([people.lead, people.leader])
  })

  test('Slack cannot be reached, and everybody is shown it a while later', async () => {
    await open(people.lead, people.leader)
    refusals.set(people.lead, new WebAPIHTTPError(503, '', {}, ''))
    await somethingHappens()
    expect(await allPasses()).toEqual([])
    refusals.clear()
    world.clock.set('2024-06-24T09:01:00+08:00')
    expect(await allPasses()).toEqual([people.lead, people.leader])
  })

  test('what Slack did not take on opening is shown by the next pass', async () => {
    refusals.set(people.lead, new WebAPIRateLimitedError(20))
    await expect(showOpenedHome(home(people.lead))).rejects.toThrow()
    refusals.clear()
    expect(await allPasses()).toEqual([people.lead])
  })

  test('many are shown it at a pace far below Slack’s limit', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => `UCROWD${index}`)
    await open(...crowd)
    await somethingHappens()
    const first = await allPasses()
    expect(first.length).toBe(40)
    expect(await allPasses()).toEqual([])
    world.clock.set('2024-06-24T09:00:15+08:00')
    expect((await allPasses()).length).toBe(10)
    world.clock.set('2024-06-24T09:05:00+08:00')
    expect((await allPasses()).length).toBe(10)
  })
})
