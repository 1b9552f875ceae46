import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import { findPlan, setPlanChannels } from '../../../src/db/plan-store.ts'
import { parseSeriesWords } from '../../../src/domain/meeting/series-words.ts'
import { takeSettingWords } from '../../../src/domain/meeting/setting-words.ts'
import { cancelMeeting } from '../../../src/usecases/meeting/cancel-meeting.ts'
import { changeSeries } from '../../../src/usecases/meeting/change-series.ts'
import { createSeries } from '../../../src/usecases/meeting/create-series.ts'
import { endSeries } from '../../../src/usecases/meeting/end-series.ts'
import { listMeetings } from '../../../src/usecases/meeting/list-meetings.ts'
import { moveMeeting } from '../../../src/usecases/meeting/move-meeting.ts'
import { runMeetingUpkeep } from '../../../src/usecases/meeting/run-meeting-upkeep.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { meetingWords, owed, publishNext, raise } from '../../support/meetings.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)

describeOnEachDatabase('a series', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    await database().transaction((tx) => setPlanChannels(tx, planId, { meetingChannel: 'CMEETING' }))
  })

  const create = (text: string, actor = convener) => createSeries(world, actor, parseSeriesWords(text))
  const change = (no: number, text: string) => changeSeries(world, convener, no, takeSettingWords(text).settings)
  const stored = () => database().client.meeting.findMany({ orderBy: { no: 'asc' } })
  const days = async () =>
    (await stored()).map(({ startsAt, state }) => {
      const start = DateTime.fromJSDate(startsAt, { zone: 'Asia/Shanghai' })
      return `${start.toFormat('yyyy-MM-dd HH:mm')} ${state}`
    })

  it('plans the meetings of 100 days, past holidays, with its settings', async () => {
    const created = await create('每月第一个周二 9点 90分钟 地点：3号会议室 征集：8 草案：2 提醒：0')
    expect(created.series).toMatchObject({ no: 1, minutes: 90, callDays: 8, draftDays: 2, reminderDays: 0 })
    expect(await days()).toEqual([
      '2024-07-02 09:00 planned',
      '2024-08-06 09:00 planned',
      '2024-09-03 09:00 planned',
      // 1 October is a holiday, and the 100 days end on 2 October: this one is on the 8th, and comes later.
    ])
    expect((await stored())[0]).toMatchObject({
      minutes: 90,
      place: '3号会议室',
      callDays: 8,
      reminderDays: 0,
      seriesId: 1,
    })
    expect((await owed(database())).map((one) => one.kind)).toEqual(['meeting.call'])
  })

  it('plans at least two, however far they are', async () => {
    await create('每年6月第二个周四')
    expect(await days()).toEqual(['2025-06-12 15:00 planned', '2026-06-11 15:00 planned'])
  })

  it('is listed with its number, which stays when another ends', async () => {
    await create('每月第一个周二')
    await create('每季度最后一个周五')
    await endSeries(world, convener, 1, '并入季度例会')
    const { series } = await listMeetings(world, as(people.lead))
    expect(series.map((one) => [one.no, one.rule.everyMonths])).toEqual([[2, 3]])
    await expect(endSeries(world, convener, 1, '再次')).rejects.toMatchObject({ code: 'series.ended' })
    await expect(endSeries(world, convener, 3, '没有')).rejects.toMatchObject({ code: 'series.unknown' })
  })

  it('that ends cancels its meetings to come, and leaves the one whose agenda is published', async () => {
    await create('每月第一个周二')
    await raise(world, '口岸验收')
    await publishNext(world)
    const ended = await endSeries(world, convener, 1, '任务完成')
    expect(ended.standing.map((one) => one.no)).toEqual([1])
    expect(ended.cancelled.map((one) => one.no)).toEqual([2, 3])
    expect((await days()).map((day) => day.split(' ')[2])).toEqual(['published', 'cancelled', 'cancelled'])
    await expect(endSeries(world, convener, 1, '')).rejects.toMatchObject({ code: 'meeting.reason_missing' })
  })

  it('hands changed settings to its meetings, but for what was set for one alone and for a published agenda', async () => {
    await create('每月第一个周二 地点：3号会议室')
    await raise(world, '口岸验收')
    await publishNext(world)
    await moveMeeting(world, convener, 2, meetingWords('地点：5号会议室'))
    const changed = await change(1, '地点：9号会议室 提醒：2')
    expect(changed.series).toMatchObject({ place: '9号会议室', reminderDays: 2 })
    expect([changed.standing, changed.changed].map((ones) => ones.map((one) => one.no))).toEqual([[1], [2, 3]])
    expect((await stored()).map(({ place, reminderDays }) => [place, reminderDays])).toEqual([
      ['3号会议室', 1],
      ['5号会议室', 2],
      ['9号会议室', 2],
    ])
    expect((await stored()).map((meeting) => meeting.sequence)).toEqual([1, 1, 1])
    await expect(change(1, '提醒：2')).rejects.toMatchObject({ code: 'series.unchanged' })
    await expect(change(1, '征集：2')).rejects.toMatchObject({ code: 'meeting.days_order' })
    await expect(change(4, '提醒：2')).rejects.toMatchObject({ code: 'series.unknown' })
  })

  it('is for conveners and admins, once a rule, and no more than ten', async () => {
    await create('每月第一个周二', as(people.admin))
    await expect(create('monthly 1st Tue')).rejects.toMatchObject({ code: 'series.there_already', params: { no: 1 } })
    for (const person of [people.lead, people.leader]) {
      await expect(create('每月第二个周二', as(person))).rejects.toMatchObject({ code: 'access.role_needed' })
      await expect(endSeries(world, as(person), 1, '原因')).rejects.toMatchObject({ code: 'access.role_needed' })
      await expect(changeSeries(world, as(person), 1, {})).rejects.toMatchObject({ code: 'access.role_needed' })
    }
    for (const month of [2, 3, 4, 5, 6, 7, 8, 9, 10]) await create(`每年${month}月第一个周二`)
    await expect(create('每年12月第一个周二')).rejects.toMatchObject({ code: 'series.too_many', params: { max: 10 } })
  })

  it('does not plan again what was cancelled', async () => {
    await create('每月第一个周二')
    await cancelMeeting(world, convener, 2, '暑期')
    await database().transaction(async (tx) => {
      const plan = await findPlan(tx, 'T1', planId)
      if (plan) await runMeetingUpkeep(tx, plan, world.now(), world.now())
    })
    expect(await days()).toHaveLength(3)
  })
})

describeOnPostgres('two at once on one series', (database) => {
  it('set it up once', async () => {
    const world = await setUpWorld(database())
    const words = parseSeriesWords('每月第一个周二')
    const tried = await Promise.allSettled(
      [people.convener, people.admin].map((who) => createSeries(world, as(who), words)),
    )
    expect(tried.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await database().client.meeting.count()).toBe(3)
  })
})
