import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRequestQueue, QueueFullError } from '../../../src/slack/requests/request-queue.ts'

const people = ['张', '李', '王']

describe('the queue of requests', () => {
  it('lets a few work at once, each person’s in the order they came, and goes on after a failure', async () => {
    const requests = fc.array(fc.record({ person: fc.constantFrom(...people), fails: fc.boolean() }), { maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(requests, fc.integer({ min: 1, max: 4 }), fc.scheduler(), async (given, atOnce, scheduler) => {
        const queue = createRequestQueue({ atOnce, waiting: 100 })
        const atWork: string[] = []
        const begun: number[] = []
        const results = given.map(({ person, fails }, index) =>
          queue.run(person, async () => {
            expect(atWork).not.toContain(person)
            atWork.push(person)
            begun.push(index)
            expect(atWork.length).toBeLessThanOrEqual(atOnce)
            await scheduler.schedule(Promise.resolve())
            atWork.splice(atWork.indexOf(person), 1)
            if (fails) throw new Error(`failed ${index}`)
            return index
          }),
        )
        const settled = Promise.allSettled(results)
        await scheduler.waitFor(settled)
        for (const [index, result] of (await settled).entries()) {
          if (given[index]?.fails) expect(result).toMatchObject({ status: 'rejected' })
          else expect(result).toEqual({ status: 'fulfilled', value: index })
        }
        for (const person of people) {
          const own = begun.filter((index) => given[index]?.person === person)
          expect(own).toEqual(own.toSorted((one, other) => one - other))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('refuses what would wait behind too many, and takes requests again once there is room', async () => {
    const queue = createRequestQueue({ atOnce: 1, waiting: 2 })
    const { promise, resolve } = Promise.withResolvers<void>()
    const taken = [1, 2, 3].map((index) => queue.run(`U${index}`, () => promise))
    await expect(queue.run('U4', async () => undefined)).rejects.toBeInstanceOf(QueueFullError)
    resolve()
    await Promise.all(taken)
    expect(await queue.run('U4', async () => 'done')).toBe('done')
  })

  it('leaves room for others where one person asks for too much', async () => {
    const queue = createRequestQueue({ atOnce: 1, waiting: 5, each: 2 })
    const { promise, resolve } = Promise.withResolvers<void>()
    const taken = [1, 2, 3].map(() => queue.run('U1', () => promise))
    await expect(queue.run('U1', async () => undefined)).rejects.toBeInstanceOf(QueueFullError)
    const other = queue.run('U2', async () => 'done')
    resolve()
    expect(await other).toBe('done')
    await Promise.all(taken)
  })
})
