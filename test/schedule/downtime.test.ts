import fc from 'fast-check'
import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import { appendAudit, listAudit } from '../../src/db/audit-store.ts'
import { nextDigestSlot } from '../../src/domain/digest/slots.ts'
import { digestContent } from '../../src/domain/digest.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { nextWorkingDay } from '../../src/schedule/jobs.ts'
import { type Job, runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import type { Context } from '../../src/usecases/context.ts'
import { postDueDigests } from '../../src/usecases/digest/post-due-digests.ts'
import { subscribeDigest } from '../../src/usecases/digest/subscribe-digest.ts'
import { callUpcomingItems } from '../../src/usecases/meeting/call-upcoming-items.ts'
import { draftDueAgendas } from '../../src/usecases/meeting/draft-due-agendas.ts'
import { planMeeting } from '../../src/usecases/meeting/plan-meeting.ts'
import { startMeeting } from '../../src/usecases/meeting/start-meeting.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { meetingWords, owed, raise } from '../support/meetings.ts'
import { type KillPoint, mortalDatabase } from '../support/mortal-database.ts'
import { publishMeeting } from '../support/published-meeting.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const convener = as(people.convener)
const zone = 'Asia/Shanghai'

/** A process that runs until it is done or killed; what it throws then is nobody's business. */
const live = (context: Context, kill: KillPoint | null, run: (context: Context) => Promise<unknown>) =>
  run({ ...context, database: mortalDatabase(context.database, kill) }).catch(() => undefined)

const killPoint = fc.option(fc.record({ transaction: fc.integer({ min: 1, max: 3 }), committed: fc.boolean() }))
/** Some time passes, and then processes run at once, each of which may be killed. */
const pattern = (hours: fc.Arbitrary<number>) =>
  fc.array(fc.record({ hours, kills: fc.array(killPoint, { minLength: 1, maxLength: 3 }) }), {
    minLength: 2,
    maxLength: 6,
  })

/** A slot that was done, and how many before it were caught up with it. */
type Done = { slot: string; missed: number }

/** Every slot that passed, as `next` gives them, must be done or caught up, once, in its turn. */
function expectEachOnce(done: Done[], first: DateTime, now: DateTime, next: (after: DateTime) => DateTime): void {
  const covered: string[] = []
  let slot = first
  for (const { slot: last, missed } of done) {
    for (let left = missed; left > 0; left--) {
      covered.push(slot.toUTC().toISO() ?? '')
      slot = next(slot)
    }
    covered.push(last)
    slot = next(DateTime.fromISO(last, { zone }))
  }
  const passed: string[] = []
  for (let one = first; one <= now; one = next(one)) passed.push(one.toUTC().toISO() ?? '')
  expect(covered).toEqual(passed)
}

describeOnEachDatabase('with any pattern of downtime, kills and processes', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
  })
  const pass = (hours: number) => world.clock.set(world.now().plus({ hours }).toISO() ?? '')

  it('each slot of a job is done once, or caught up once', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(pattern(fc.integer({ min: 1, max: 100 })), async (steps) => {
        const probe = `probe${runs++}`
        const next = (after: DateTime) => nextWorkingDay(after, { hour: 9, minute: 0 })
        const job: Job = {
          name: probe,
          next,
          run: (tx, { workspaceId }, slot, now, missed) =>
            appendAudit(tx, {
              ...{ workspaceId, planId, userId: 'schedule', at: now.toJSDate(), before: null },
              ...{ action: probe, subject: slot.toUTC().toISO() ?? '', after: { missed } },
            }),
        }
        const run = (context: Context) => runDueJobs(context, [job], () => undefined)
        await run(world)
        const first = next(world.now().setZone(zone))
        for (const { hours, kills } of [...steps, { hours: 1, kills: [null] }]) {
          pass(hours)
          await Promise.all(kills.map((kill) => live(world, kill, run)))
        }
        const events = await database().transaction((tx) => listAudit(tx, 'T1', planId))
        const done = events.filter(({ action }) => action === probe)
        const told = done.map(({ subject, after }) => ({ slot: subject, ...(after as { missed: number }) }))
        expectEachOnce(told, first, world.now(), next)
        const caughtUp = events.filter((one) => one.action === 'schedule.catch_up' && one.subject === `job/${probe}`)
        expect(caughtUp).toHaveLength(told.filter(({ missed }) => missed > 0).length)
      }),
      { numRuns: 4 },
    )
  })

  it('each slot of a digest is told once, or by the next', async () => {
    const rule = defaultSettings.reporting
    const next = (after: DateTime) => nextDigestSlot('weekly', after, rule)
    const wish = { cadence: 'weekly', channel: null, language: 'zh-CN', sections: ['issues'], approval: false } as const
    await subscribeDigest(world, as(people.leader), wish)
    const first = next(world.now().setZone(zone))
    await fc.assert(
      fc.asyncProperty(pattern(fc.integer({ min: 24, max: 500 })), async (steps) => {
        for (const { hours, kills } of [...steps, { hours: 1, kills: [null] }]) {
          pass(hours)
          await Promise.all(kills.map((kill) => live(world, kill, postDueDigests)))
          // The outbox delivers meanwhile; what it had not would be told by the next.
          await database().client.delivery.updateMany({ data: { state: 'sent' } })
        }
        const digests = await database().client.digest.findMany({ orderBy: { slot: 'asc' } })
        const told = digests.map(({ slot, content }) => ({
          slot: slot.toISOString(),
          missed: digestContent.parse(content).missedSlots,
        }))
        expectEachOnce(told, first, world.now(), next)
      }),
      { numRuns: 2 },
    )
  })

  it('a draft that is due is sent once, wherever its process dies', async () => {
    await raise(world, '口岸验收')
    for (const transaction of [2, 3]) {
      for (const committed of [false, true]) {
        await database().client.delivery.deleteMany()
        await planMeeting(world, convener, meetingWords(`2024-06-26 1${transaction}:${committed ? '00' : '30'}`))
        await live(world, { transaction, committed }, draftDueAgendas)
        await Promise.all([live(world, null, draftDueAgendas), live(world, null, draftDueAgendas)])
        await draftDueAgendas(world)
        expect(await owed(database(), 'agenda.draft')).toHaveLength(1)
      }
    }
  })

  it('an item that comes up is called once, wherever its process dies', async () => {
    await publishMeeting(world)
    world.clock.set('2024-07-02T15:00:00+08:00')
    await startMeeting(world, convener, null)
    world.clock.set('2024-07-02T15:16:00+08:00')
    for (const committed of [false, true]) {
      for (const transaction of [1, 2]) await live(world, { transaction, committed }, callUpcomingItems)
    }
    await Promise.all([live(world, null, callUpcomingItems), live(world, null, callUpcomingItems)])
    const calls = (await owed(database(), 'meeting.item_soon')).map(({ dedupeKey }) => dedupeKey)
    expect(calls.length).toBeGreaterThan(0)
    expect(new Set(calls).size).toBe(calls.length)
    expect(await callUpcomingItems(world)).toBe(0)
  })
})
