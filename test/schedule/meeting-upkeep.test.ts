import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import { setPlanChannels } from '../../src/db/plan-store.ts'
import { parseSeriesWords } from '../../src/domain/meeting/series-words.ts'
import { jobs } from '../../src/schedule/jobs.ts'
import { runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { createSeries } from '../../src/usecases/meeting/create-series.ts'
import { draftDueAgendas } from '../../src/usecases/meeting/draft-due-agendas.ts'
import { planMeeting } from '../../src/usecases/meeting/plan-meeting.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../support/database.ts'
import { meetingWords, owed, publishNext, raise } from '../support/meetings.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const convener = as(people.convener)
const failed = (error: unknown) => {
  throw error
}
const upkeep = jobs.filter((job) => job.name === 'meeting-upkeep')

describeOnEachDatabase('the daily round of meetings', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    await database().transaction((tx) => setPlanChannels(tx, planId, { meetingChannel: 'CMEETING' }))
    await runDueJobs(world, upkeep, failed)
  })

  const work = async () => {
    while ((await runDueJobs(world, upkeep, failed)) + (await draftDueAgendas(world)) > 0);
  }
  const dayByDay = async (until: string) => {
    const end = DateTime.fromISO(until, { setZone: true })
    for (let at = world.now().plus({ days: 1 }); at <= end; at = at.plus({ days: 1 })) {
      world.clock.set(at.toISO() ?? '')
      await work()
    }
  }
  const told = async () =>
    (await owed(database())).map(({ kind, place, createdAt, payload }) => {
      const day = DateTime.fromJSDate(createdAt, { zone: 'Asia/Shanghai' }).toFormat('MM-dd')
      const { no, notice } = payload as { no?: number; notice?: { meetingNo: number } }
      return `${day} ${kind} ${no ?? notice?.meetingNo} ${place}`
    })
  const stored = (no: number) => database().client.meeting.findUniqueOrThrow({ where: { planId_no: { planId, no } } })

  it('day by day over two months calls once a meeting and sends its draft once', async () => {
    await createSeries(world, convener, parseSeriesWords('每月第二个周四'))
    await raise(world, '口岸验收')
    await dayByDay('2024-08-23T09:00:00+08:00')
    expect(await told()).toEqual([
      '06-27 meeting.call 1 CMEETING',
      '07-08 agenda.draft 1 UCONVENER',
      '07-25 meeting.call 2 CMEETING',
      '08-05 agenda.draft 2 UCONVENER',
    ])
    const meetings = await database().client.meeting.findMany({ orderBy: { no: 'asc' } })
    expect(meetings.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual([
      '2024-07-11',
      '2024-08-08',
      '2024-09-12',
      '2024-10-10',
      '2024-11-14',
    ])
  })

  it('after months of downtime does what is due now, once, and nothing for what is past', async () => {
    await createSeries(world, convener, parseSeriesWords('每月第二个周四'))
    await raise(world, '口岸验收')
    world.clock.set('2024-12-03T10:00:00+08:00')
    await work()
    await work()
    expect(await told()).toEqual(['12-03 meeting.call 4 CMEETING'])
    expect((await stored(4)).startsAt.toISOString()).toBe('2024-12-12T07:00:00.000Z')
    world.clock.set('2024-12-10T10:00:00+08:00')
    await work()
    expect(await told()).toHaveLength(2)
  })

  it('calls for no topics once the draft is due, and waits for a channel', async () => {
    await database().client.plan.updateMany({ data: { meetingChannel: null } })
    await planMeeting(world, convener, meetingWords('2024-07-11 15:00'))
    await dayByDay('2024-07-01T09:00:00+08:00')
    expect(await told()).toEqual([])
    await database().client.plan.updateMany({ data: { meetingChannel: 'CMEETING' } })
    await dayByDay('2024-07-02T09:00:00+08:00')
    expect(await told()).toEqual(['07-02 meeting.call 1 CMEETING'])
    await planMeeting(world, convener, meetingWords('2024-07-04 15:00'))
    expect(await told()).toHaveLength(1)
  })

  it('does none of what is turned off', async () => {
    await raise(world, '口岸验收')
    await planMeeting(world, convener, meetingWords('2024-07-11 15:00 征集：0 草案：0'))
    await dayByDay('2024-07-12T09:00:00+08:00')
    expect(await told()).toEqual([])
  })

  it('sends the draft that the convener made, as it is', async () => {
    await planMeeting(world, convener, meetingWords('2024-07-11 15:00'))
    await raise(world, '口岸验收')
    const wish = { day: null, time: null, minutes: 60, mode: 'score' as const }
    await draftAgenda(world, convener, wish)
    await raise(world, '税收减免')
    await dayByDay('2024-07-09T09:00:00+08:00')
    const [draft] = await owed(database(), 'agenda.draft')
    expect(draft?.payload).toMatchObject({ notice: { minutes: 60, mode: 'score', draft: 1, items: [{ no: 1 }] } })
    expect(await stored(1)).toMatchObject({ drafted: 1, draftedBy: people.convener })
  })

  it('sends no draft where the agenda is published', async () => {
    await planMeeting(world, convener, meetingWords('2024-07-11 15:00'))
    await raise(world, '口岸验收')
    await publishNext(world)
    await dayByDay('2024-07-12T09:00:00+08:00')
    expect(await owed(database(), 'agenda.draft')).toEqual([])
  })

  it('tells the convener once that there is nothing to draft, and drafts after all once there is', async () => {
    await planMeeting(world, convener, meetingWords('2024-07-11 15:00'))
    await dayByDay('2024-07-09T09:00:00+08:00')
    const since = (await told()).filter((line) => !line.includes('meeting.call'))
    expect(since).toEqual(['07-08 agenda.nothing 1 UCONVENER'])
    const [nothing] = await owed(database(), 'agenda.nothing')
    expect(nothing?.payload).toMatchObject({ code: 'agenda.no_open_issues', no: 1 })
    await raise(world, '口岸验收')
    await dayByDay('2024-07-10T09:00:00+08:00')
    expect((await told()).at(-1)).toBe('07-10 agenda.draft 1 UCONVENER')
  })

  it('goes on with the others where one meeting fails', async () => {
    await raise(world, '口岸验收')
    await planMeeting(world, convener, meetingWords('2024-06-26 15:00'))
    await planMeeting(world, convener, meetingWords('2024-06-27 15:00'))
    await database().client.meeting.updateMany({ where: { no: 1 }, data: { fixes: { mode: 'no such mode' } } })
    const failures: number[] = []
    expect(await draftDueAgendas(world, (_, meetingId) => failures.push(meetingId))).toBe(1)
    expect(failures).toHaveLength(1)
    expect(await told()).toEqual(['06-24 agenda.draft 2 UCONVENER'])
  })
})

describeOnPostgres('several processes', (database) => {
  it('send one draft together', async () => {
    const world = await setUpWorld(database())
    await raise(world, '口岸验收')
    await planMeeting(world, convener, meetingWords('2024-06-26 15:00'))
    await Promise.all([1, 2, 3].map(() => draftDueAgendas(world)))
    expect(await owed(database(), 'agenda.draft')).toHaveLength(1)
    expect(await database().client.meeting.findFirst()).toMatchObject({ drafted: 1 })
  })
})
