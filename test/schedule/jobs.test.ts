import { DateTime } from 'luxon'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAudit } from '../../src/db/audit-store.ts'
import { setPlanChannels } from '../../src/db/plan-store.ts'
import { digestContent } from '../../src/domain/digest.ts'
import { jobs as allJobs, nextDigest, nextWorkingDay } from '../../src/schedule/jobs.ts'
import { runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { setUpWorld } from '../support/world.ts'

describe('the weekly digest is due', () => {
  it.each([
    ['a week after the first working day, when that has just begun', '2024-06-24T09:00:00', '2024-07-01T09:00:00'],
    ['this morning, before nine', '2024-06-24T08:59:59', '2024-06-24T09:00:00'],
    ['next Monday, from a weekend', '2024-06-29T12:00:00', '2024-07-01T09:00:00'],
    ['on Tuesday, where Monday is 端午节', '2024-06-09T12:00:00', '2024-06-11T09:00:00'],
    ['on a make-up Sunday, where the week before it is 春节', '2024-02-10T12:00:00', '2024-02-18T09:00:00'],
    ['on Tuesday after 国庆节', '2024-09-30T09:00:00', '2024-10-08T09:00:00'],
  ])('%s', (_, after, due) => {
    const zone = 'Asia/Shanghai'
    expect(nextDigest(DateTime.fromISO(after, { zone })).toISO()).toBe(DateTime.fromISO(due, { zone }).toISO())
  })

  it('at nine by the plan’s own clock, across a change of summer time', () => {
    const next = nextDigest(DateTime.fromISO('2024-03-28T12:00:00', { zone: 'Europe/Berlin' }))
    expect(next.toISO()).toBe('2024-04-01T09:00:00.000+02:00')
  })
})

/** The digest alone; the others have tests of their own. */
const jobs = allJobs.filter((job) => job.name === 'weekly-digest')

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

describeOnEachDatabase('the weekly digest', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    await database().transaction((tx) => setPlanChannels(tx, planId, { leadingChannel: 'CLEADING' }))
    expect(await runDueJobs(world, jobs, failed)).toBe(0)
  })

  const owed = () =>
    database().transaction((tx) => tx.delivery.findMany({ where: { kind: 'digest' }, orderBy: { id: 'asc' } }))
  const trail = async () => {
    const events = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    return events.filter(({ actor }) => actor === 'schedule').map(({ action, after }) => ({ action, after }))
  }

  it('is owed once at its slot, and not before', async () => {
    world.clock.set('2024-07-01T08:59:59+08:00')
    expect(await runDueJobs(world, jobs, failed)).toBe(0)
    world.clock.set('2024-07-01T09:00:00+08:00')
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
    expect(await runDueJobs(world, jobs, failed)).toBe(0)
    const deliveries = await owed()
    expect(deliveries.map(({ place, dedupeKey }) => [place, dedupeKey])).toEqual([
      ['CLEADING', `digest/weekly/${planId}/2024-07-01T01:00:00.000Z`],
    ])
    expect(digestContent.parse(deliveries[0]?.payload)).toMatchObject({ asOf: '2024-07-01', missedSlots: 0 })
    world.clock.set('2024-07-08T09:00:00+08:00')
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
    expect(await owed()).toHaveLength(2)
  })

  it('after three weeks’ downtime is owed once, and says what it catches up', async () => {
    world.clock.set('2024-07-16T11:00:00+08:00')
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
    const deliveries = await owed()
    expect(deliveries.map(({ dedupeKey }) => dedupeKey)).toEqual([`digest/weekly/${planId}/2024-07-15T01:00:00.000Z`])
    expect(digestContent.parse(deliveries[0]?.payload)).toMatchObject({ asOf: '2024-07-16', missedSlots: 2 })
    const slot = await database().transaction((tx) => tx.jobSlot.findFirstOrThrow({ where: { planId } }))
    expect(slot.nextRunAt.toISOString()).toBe('2024-07-22T01:00:00.000Z')
  })

  it('is owed once however many processes race for it', async () => {
    world.clock.set('2024-07-01T09:00:05+08:00')
    const ran = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(world, jobs, failed)))
    expect(ran.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await owed()).toHaveLength(1)
  })

  it('is neither lost nor doubled when the process dies between the work and its ledger', async () => {
    world.clock.set('2024-07-01T09:00:05+08:00')
    const [weekly] = jobs
    if (!weekly) throw new Error('no job')
    const dying = {
      ...weekly,
      run: async (...given: Parameters<typeof weekly.run>) => {
        await weekly.run(...given)
        throw new Error('died')
      },
    }
    const told: string[] = []
    expect(await runDueJobs(world, [dying], (error, job) => told.push(`${job}: ${error}`))).toBe(0)
    expect(told).toEqual(['weekly-digest: Error: died'])
    expect(await owed()).toEqual([])
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
    expect(await owed()).toHaveLength(1)
  })

  it('is skipped without a channel, and leaves a trace', async () => {
    await database().transaction((tx) => tx.plan.update({ where: { id: planId }, data: { leadingChannel: null } }))
    world.clock.set('2024-07-01T09:00:00+08:00')
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
    expect(await owed()).toEqual([])
    expect(await trail()).toEqual([{ action: 'digest.skipped', after: { reason: 'no_leading_channel', missed: 0 } }])
  })

  it('of one plan is posted though that of another fails', async () => {
    await setUpWorld(database(), 'T2')
    await database().client.plan.updateMany({ data: { leadingChannel: 'C0LEADING' } })
    world.clock.set('2024-06-24T09:00:00+08:00')
    await runDueJobs(world, jobs, failed)
    world.clock.set('2024-07-01T09:00:00+08:00')
    const [weekly] = jobs
    if (!weekly) throw new Error('no job')
    const failing = {
      ...weekly,
      run: async (...given: Parameters<typeof weekly.run>) => {
        if (given[1].id === planId) throw new Error('this plan fails')
        await weekly.run(...given)
      },
    }
    const told: number[] = []
    expect(await runDueJobs(world, [failing], (_, __, plan) => told.push(plan))).toBe(1)
    expect(told).toEqual([planId])
    expect(await runDueJobs(world, jobs, failed)).toBe(1)
  })
})
