import { expect, it } from 'vitest'
import type { Database, Transaction } from '../../src/db/database.ts'
import { addDocument } from '../../src/db/document-store.ts'
import { lockPlan } from '../../src/db/plan-store.ts'
import { describeOnPostgres } from '../support/database.ts'

const RACERS = 20
const at = new Date('2024-06-24T01:00:00Z')

describeOnPostgres('races', (database) => {
  it('loses updates where nothing guards them, which the embedded database hides', async () => {
    const id = await makePlan(database())
    const everybodyHasRead = barrier(2)
    const careless = () =>
      database().transaction(async (tx) => {
        const { issueSequence } = await tx.plan.findUniqueOrThrow({ where: { id } })
        await everybodyHasRead()
        await tx.plan.update({ where: { id }, data: { issueSequence: issueSequence + 1 } })
      })
    await Promise.all([careless(), careless()])
    expect(await sequence(database(), id)).toBe(1)
  })

  it('lets one of two writers through by the version column', async () => {
    const id = await makePlan(database())
    const everybodyHasRead = barrier(2)
    const attempt = () => database().transaction((tx) => countUp(tx, id, everybodyHasRead))
    expect((await Promise.all([attempt(), attempt()])).sort()).toEqual([0, 1])
    expect(await sequence(database(), id)).toBe(1)
  })

  it(`keeps all of ${RACERS} racing updates when the refused ones try again`, async () => {
    const id = await makePlan(database())
    const untilDone = async () => {
      while ((await database().transaction((tx) => countUp(tx, id))) === 0);
    }
    await Promise.all(Array.from({ length: RACERS }, untilDone))
    expect(await sequence(database(), id)).toBe(RACERS)
  })

  it('gets both of two deadlocked transactions done', async () => {
    const [first, second] = [await makePlan(database()), await makePlan(database())]
    const bothHoldOne = barrier(2)
    let runs = 0
    const lockBoth = (ids: number[]) =>
      database().transaction(async (tx) => {
        const firstRuns = ++runs <= 2
        for (const [position, id] of ids.entries()) {
          if (position === 1 && firstRuns) await bothHoldOne()
          await tx.plan.update({ where: { id }, data: { issueSequence: { increment: 1 } } })
        }
      })
    await Promise.all([lockBoth([first, second]), lockBoth([second, first])])
    expect(runs).toBe(3)
    expect([await sequence(database(), first), await sequence(database(), second)]).toEqual([2, 2])
  })

  it('tries again after a deadlock in raw SQL too', async () => {
    const [first, second] = [await makePlan(database()), await makePlan(database())]
    const bothHoldOne = barrier(2)
    let runs = 0
    const lockBoth = ([one, other]: [number, number]) =>
      database().transaction(async (tx) => {
        const firstRuns = ++runs <= 2
        await tx.$queryRaw`SELECT id FROM "Plan" WHERE id = ${one} FOR UPDATE`
        if (firstRuns) await bothHoldOne()
        await tx.$queryRaw`SELECT id FROM "Plan" WHERE id = ${other} FOR UPDATE`
      })
    await Promise.all([lockBoth([first, second]), lockBoth([second, first])])
    expect(runs).toBe(3)
  })

  it('lets rows that only refer to a held plan be written meanwhile', async () => {
    const planId = await makePlan(database())
    const held = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const holder = database().transaction(async (tx) => {
      await lockPlan(tx, planId)
      held.resolve()
      // Whoever holds an issue or a meeting and writes such a row would wait in a circle with the one who holds the plan.
      await written.promise
    })
    await held.promise
    await database().transaction((tx) => addDocument(tx, planId, { name: 'a.txt', bytes: new Uint8Array([1]) }, at))
    written.resolve()
    await holder
  })
})

/** Read, then write only if nobody wrote in between; returns the number of rows written. */
async function countUp(tx: Transaction, id: number, between: () => Promise<void> = async () => undefined) {
  const { issueSequence, version } = await tx.plan.findUniqueOrThrow({ where: { id } })
  await between()
  const { count } = await tx.plan.updateMany({
    where: { id, version },
    data: { issueSequence: issueSequence + 1, version: version + 1 },
  })
  return count
}

async function makePlan({ client }: Database): Promise<number> {
  await client.workspace.upsert({ where: { id: 'T1' }, create: { id: 'T1', name: '武汉', createdAt: at }, update: {} })
  const plan = { workspaceId: 'T1', title: '方案', language: 'zh-CN', zone: 'Asia/Shanghai', createdAt: at }
  return (await client.plan.create({ data: plan })).id
}

async function sequence({ client }: Database, id: number): Promise<number> {
  return (await client.plan.findUniqueOrThrow({ where: { id } })).issueSequence
}

/** A point that nobody passes until `parties` have reached it. */
function barrier(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let reached = 0
  return () => {
    if (++reached === parties) resolve()
    return promise
  }
}
