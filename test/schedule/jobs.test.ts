import { DateTime } from 'luxon'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendAudit, listAudit } from '../../src/db/audit-store.ts'
import { nextWorkingDay } from '../../src/schedule/jobs.ts'
import { type Job, runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { setUpWorld } from '../support/world.ts'

describe('a job of every working day is due', () => {
  it.each([
    ['this morning, before its time', '2024-06-24T08:29:59', '2024-06-24T08:30:00'],
    ['tomorrow, at its time', '2024-06-24T08:30:00', '2024-06-25T08:30:00'],
    ['on Monday, from Friday', '2024-06-28T12:00:00', '2024-07-01T08:30:00'],
    ['on a make-up Saturday', '2024-10-11T12:00:00', '2024-10-12T08:30:00'],
    ['after 国庆节', '2024-09-30T12:00:00', '2024-10-08T08:30:00'],
  ])('%s', (_, after, due) => {
    const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Shanghai' })
    expect(nextWorkingDay(at(after), { hour: 8, minute: 30 }).toISO()).toBe(at(due).toISO())
  })
})

const failed = (error: unknown) => {
  throw error
}

/** A job that leaves a trace of each slot it did. */
const job: Job = {
  name: 'probe',
  next: (after) => nextWorkingDay(after, { hour: 9, minute: 0 }),
  run: (tx, { workspaceId, id: planId }, slot, now, missed) =>
    appendAudit(tx, {
      workspaceId,
      planId,
      userId: 'schedule',
      at: now.toJSDate(),
      action: 'probe',
      subject: slot.toUTC().toISO() ?? '',
      before: null,
      after: { missed },
    }),
}

describeOnEachDatabase('a job', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    expect(await runDueJobs(world, [job], failed)).toBe(0)
  })

  const done = async () => {
    const events = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    return events.filter(({ action }) => action === 'probe').map(({ subject, after }) => ({ subject, after }))
  }

  it('is done once at its slot, and not before', async () => {
    world.clock.set('2024-06-25T08:59:59+08:00')
    expect(await runDueJobs(world, [job], failed)).toBe(0)
    world.clock.set('2024-06-25T09:00:00+08:00')
    expect(await runDueJobs(world, [job], failed)).toBe(1)
    expect(await runDueJobs(world, [job], failed)).toBe(0)
    expect(await done()).toEqual([{ subject: '2024-06-25T01:00:00.000Z', after: { missed: 0 } }])
  })

  it('after downtime is done once, for the latest slot, and is told how many it catches up', async () => {
    world.clock.set('2024-06-28T11:00:00+08:00')
    expect(await runDueJobs(world, [job], failed)).toBe(1)
    expect(await done()).toEqual([{ subject: '2024-06-28T01:00:00.000Z', after: { missed: 3 } }])
    const slot = await database().transaction((tx) => tx.jobSlot.findFirstOrThrow({ where: { planId, job: 'probe' } }))
    expect(slot.nextRunAt.toISOString()).toBe('2024-07-01T01:00:00.000Z')
  })

  it('is done once however many processes race for it', async () => {
    world.clock.set('2024-06-25T09:00:05+08:00')
    const ran = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(world, [job], failed)))
    expect(ran.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await done()).toHaveLength(1)
  })

  it('is neither lost nor doubled when the process dies between the work and its ledger', async () => {
    world.clock.set('2024-06-25T09:00:05+08:00')
    const dying: Job = {
      ...job,
      run: async (...given) => {
        await job.run(...given)
        throw new Error('died')
      },
    }
    const told: string[] = []
    expect(await runDueJobs(world, [dying], (error, name) => told.push(`${name}: ${error}`))).toBe(0)
    expect(told).toEqual(['probe: Error: died'])
    expect(await done()).toEqual([])
    expect(await runDueJobs(world, [job], failed)).toBe(1)
    expect(await done()).toHaveLength(1)
  })

  it('of one plan is done though that of another fails', async () => {
    await setUpWorld(database(), 'T2')
    await runDueJobs(world, [job], failed)
    world.clock.set('2024-06-25T09:00:00+08:00')
    const failing: Job = {
      ...job,
      run: async (...given) => {
        if (given[1].id === planId) throw new Error('this plan fails')
        await job.run(...given)
      },
    }
    const told: number[] = []
    expect(await runDueJobs(world, [failing], (_, __, plan) => told.push(plan))).toBe(1)
    expect(told).toEqual([planId])
    expect(await runDueJobs(world, [job], failed)).toBe(1)
  })
})
