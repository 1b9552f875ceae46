import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import { brief } from '../../src/domain/brief.ts'
import { jobs, nextWorkingDay } from '../../src/schedule/jobs.ts'
import { type Job, runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import { postDueDigests } from '../../src/usecases/digest/post-due-digests.ts'
import { subscribeDigest } from '../../src/usecases/digest/subscribe-digest.ts'
import { claimHomes } from '../../src/usecases/home/claim-homes.ts'
import { noteOpened } from '../../src/usecases/home/remember-home.ts'
import { setPlanChannels } from '../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { owed, raise } from '../support/meetings.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const fail = (error: unknown) => {
  throw error
}

describeOnEachDatabase('where the clock was wrong', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let done: string[]
  const probe: Job = {
    name: 'probe',
    next: (after) => nextWorkingDay(after, { hour: 9, minute: 0 }),
    run: async (_tx, _plan, slot) => void done.push(slot.toISODate() ?? ''),
  }
  beforeEach(async () => {
    world = await setUpWorld(database())
    done = []
    await runDueJobs(world, [probe], fail)
  })
  const step = (by: object) => world.clock.set(world.now().plus(by).toISO() ?? '')
  /** The clock goes on, twice a day, and what is due is done. */
  const goOn = async (days: number, work: () => Promise<unknown>) => {
    for (let half = 0; half < 2 * days; half++) {
      step({ hours: 12 })
      await work()
    }
  }
  const runProbe = () => runDueJobs(world, [probe], fail)
  const june = (...days: number[]) => days.map((day) => `2024-06-${day}`)

  it.each([
    ['seconds', { seconds: 30 }],
    ['hours', { hours: 5 }],
    ['a day', { days: 1 }],
    ['days', { days: 3 }],
  ])('set back by %s, no slot is done twice and the next is done in its time', async (_, by) => {
    // It is nine in the evening on Monday, then on Wednesday.
    step({ hours: 12 })
    await goOn(2, runProbe)
    expect(done).toEqual(june(25, 26))
    step({ days: 1, hours: -12 })
    await runProbe()
    expect(done).toEqual(june(25, 26, 27))
    step(negative(by))
    await runProbe()
    const until = DateTime.fromISO('2024-06-29T00:00:00+08:00')
    while (world.now() < until) await goOn(0.5, runProbe)
    expect(done).toEqual(june(25, 26, 27, 28))
  })

  it('by a year ahead and back, jobs go on at once, and nothing that was done is done again', async () => {
    await goOn(1, runProbe)
    step({ years: 1 })
    await runProbe()
    await goOn(2, runProbe)
    step({ years: -1 })
    const before = done.length
    await goOn(4, runProbe)
    expect(done.slice(before)).toEqual(june(28).concat('2024-07-01'))
    expect(new Set(done).size).toBe(done.length)
  })

  it('a plan that was made then has its jobs by the clock as it is', async () => {
    step({ years: 1 })
    await database().client.jobSlot.deleteMany()
    await runProbe()
    step({ years: -1 })
    await goOn(1, runProbe)
    expect(done).toEqual(june(25))
  })

  it('a digest comes neither twice nor only in a year', async () => {
    const wish = { cadence: 'weekly', channel: null, language: 'zh-CN', sections: ['issues'], approval: false } as const
    await subscribeDigest(world, as(people.leader), wish)
    const slots = async () => {
      await database().client.delivery.updateMany({ data: { state: 'sent' } })
      const digests = await database().client.digest.findMany({ orderBy: { id: 'asc' } })
      return digests.map(({ slot }) => slot.toISOString().slice(0, 10))
    }
    const post = () => postDueDigests(world)
    world.clock.set('2024-07-01T09:00:00+08:00')
    await post()
    for (const back of [{ seconds: -30 }, { days: -3 }, { days: -8 }]) {
      world.clock.set('2024-07-01T09:00:00+08:00')
      step(back)
      await post()
    }
    world.clock.set('2024-07-02T09:00:00+08:00')
    await post()
    expect(await slots()).toEqual(['2024-07-01'])
    step({ years: 1 })
    await post()
    expect(await slots()).toEqual(['2024-07-01', '2025-06-30'])
    step({ years: -1 })
    await post()
    world.clock.set('2024-07-08T09:00:00+08:00')
    await post()
    expect(await slots()).toEqual(['2024-07-01', '2025-06-30', '2024-07-08'])
    // A year later the slot that was done too early is passed over, and the next is done.
    await database().client.digestSubscription.updateMany({ data: { nextRunAt: new Date('2025-06-30T01:00:00Z') } })
    world.clock.set('2025-07-01T09:00:00+08:00')
    await post()
    world.clock.set('2025-07-07T09:00:00+08:00')
    await post()
    expect(await slots()).toEqual(['2024-07-01', '2025-06-30', '2024-07-08', '2025-07-07'])
  })

  it('App Home is shown anew to who opened it by the clock as it is', async () => {
    const change = (channel: string) => setPlanChannels(world, as(people.admin), { meetingChannel: channel })
    await noteOpened(world, { workspaceId: 'T1', userId: people.lead })
    step({ hours: -1 })
    await change('C1')
    expect(await claimHomes(world, 'T1', 10)).toEqual([people.lead])
    step({ years: -1 })
    await change('C2')
    expect(await claimHomes(world, 'T1', 10)).toEqual([])
  })
})

describeOnEachDatabase('after downtime', (database) => {
  it('the brief says how many were not given, also where its own hours had passed', async () => {
    const world = await setUpWorld(database())
    const daily = jobs.filter(({ name }) => name === 'daily-brief')
    const run = () => runDueJobs(world, daily, fail)
    await run()
    await raise(world, '口岸验收')
    // Down from Monday; back on Wednesday night, when nobody is written to.
    world.clock.set('2024-06-26T21:00:00+08:00')
    await run()
    expect(await owed(database(), 'brief')).toEqual([])
    // Seven working days before the half-year's reports are due.
    world.clock.set('2024-07-03T09:00:00+08:00')
    await run()
    const told = (await owed(database(), 'brief')).map(({ payload }) => brief.parse(payload))
    expect(told.length).toBeGreaterThan(0)
    // 25 June to 2 July.
    expect(new Set(told.map(({ missed }) => missed))).toEqual(new Set([6]))
    for (const day of ['2024-07-11', '2024-07-12']) {
      world.clock.set(`${day}T09:00:00+08:00`)
      await run()
    }
    const [last] = (await owed(database(), 'brief')).slice(-1).map(({ payload }) => brief.parse(payload))
    expect(last).toMatchObject({ day: '2024-07-12', missed: 0 })
  })
})

function negative(by: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(by).map(([unit, amount]) => [unit, -amount]))
}
