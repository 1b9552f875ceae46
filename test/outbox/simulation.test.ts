import fc from 'fast-check'
import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { claimDue } from '../../src/outbox/claim.ts'
import { dispatchDue } from '../../src/outbox/dispatcher.ts'
import { placePace, workspacePace } from '../../src/outbox/pacing.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../support/database.ts'
import { sampleDigest } from '../support/sample-digest.ts'
import { setUpWorld } from '../support/world.ts'
import { excess, type Fault, simulatedSlack } from './simulated-slack.ts'

const start = DateTime.fromISO('2024-06-24T09:00:00+08:00')
const log = { gaveUp: () => undefined, troubled: () => undefined }

/** A run: which places the messages are for, what befalls each call in turn, and where processes die. */
const runs = fc.record({
  places: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 }),
  faults: fc.array(fc.constantFrom<Fault>('none', 'none', 'limited', 'broken', 'lost'), { maxLength: 20 }),
  deaths: fc.array(fc.constantFrom('after the claim', 'after the post', 'nowhere'), { maxLength: 4 }),
})
type Run = typeof runs extends fc.Arbitrary<infer T> ? T : never

/** Lives a run through with so many dispatchers at once, until nothing is owed any more. */
async function live(database: Database, { places, faults, deaths }: Run, dispatchers: number) {
  let now = start
  const left = [...faults]
  const dying = [...deaths]
  const slack = simulatedSlack(
    () => now.toJSDate(),
    () => left.shift() ?? 'none',
  )
  await database.client.delivery.deleteMany()
  await database.client.place.deleteMany()
  await database.client.workspace.updateMany({ data: { freeAt: null, silentUntil: null } })
  const payload = sampleDigest()
  await database.client.delivery.createMany({
    data: places.map((place, index) => ({
      ...{ workspaceId: 'T1', kind: 'digest', payload, dedupeKey: `m${index}`, place: `C${place}` },
      ...{ state: 'pending' as const, notBefore: start.toJSDate(), createdAt: start.toJSDate() },
    })),
  })
  const owed = () => database.client.delivery.count({ where: { state: { not: 'sent' } } })
  for (let round = 0; (await owed()) > 0; round++) {
    expect(round).toBeLessThan(200)
    const death = dying.shift() ?? 'nowhere'
    if (death !== 'nowhere') {
      const { claimed } = await claimDue(database, 'T1', now, 2)
      if (death === 'after the post')
        for (const { workspaceId, place, dedupeKey } of claimed.filter(({ doubtful }) => !doubtful))
          await slack.courier
            .send({ workspaceId, place, dedupeKey, files: [], kind: 'digest', payload })
            .catch(() => undefined)
    }
    const dispatch = () => dispatchDue(database, 'T1', () => now, slack.courier, log)
    const done = await Promise.all(Array.from({ length: dispatchers }, dispatch))
    const next = done.flatMap((one) => (one.next ? [one.next.getTime()] : []))
    now = next.length > 0 ? DateTime.fromMillis(Math.min(...next)) : now.plus({ seconds: 2 + round })
  }
  return slack
}

function checkPromises(slack: ReturnType<typeof simulatedSlack>, { places }: Run): void {
  const keys = slack.stands().map(({ key }) => key)
  expect([...keys].sort()).toEqual(places.map((_, index) => `m${index}`).sort())
  expect(slack.crowded()).toBeLessThanOrEqual(1)
  const times = (calls: readonly { at: number }[]) => calls.map(({ at }) => at)
  expect(excess(times(slack.calls()), workspacePace)).toBe(0)
  for (const place of new Set(places)) {
    const here = slack.calls().filter((call) => call.place === `C${place}`)
    expect(excess(times(here), placePace)).toBe(0)
    const order = here.filter(({ stands }) => stands).map(({ key }) => Number(key.slice(1)))
    expect(order).toEqual([...order].sort((one, other) => one - other))
  }
}

describeOnEachDatabase('whatever goes wrong', (database) => {
  beforeEach(() => setUpWorld(database()))

  it('nothing is lost, seen twice, out of order or too fast', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        checkPromises(await live(database(), run, 1), run)
      }),
      { numRuns: 3 },
    )
  }, 60_000)
})

describeOnPostgres('whatever goes wrong with several processes', (database) => {
  beforeEach(() => setUpWorld(database()))

  it('nothing is lost, seen twice, out of order or too fast', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        checkPromises(await live(database(), run, 3), run)
      }),
      { numRuns: 5 },
    )
  }, 60_000)
})
