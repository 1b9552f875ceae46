import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { setPlanChannels } from '../../../src/db/plan-store.ts'
import { cancelAction } from '../../../src/usecases/action/cancel-action.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { requireIssueAtMeeting } from '../../../src/usecases/issue/change-issue.ts'
import { listIssues } from '../../../src/usecases/issue/list-issues.ts'
import { cancelMeeting } from '../../../src/usecases/meeting/cancel-meeting.ts'
import { listMeetings } from '../../../src/usecases/meeting/list-meetings.ts'
import { moveMeeting } from '../../../src/usecases/meeting/move-meeting.ts'
import { planMeeting } from '../../../src/usecases/meeting/plan-meeting.ts'
import { sendCalendar } from '../../../src/usecases/meeting/send-calendar.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { decided } from '../../support/decided-issue.ts'
import { filesOf, meetingWords, owed, publishNext, raise } from '../../support/meetings.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)

describeOnEachDatabase('meetings', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    await database().transaction((tx) => setPlanChannels(tx, planId, { meetingChannel: 'CMEETING' }))
  })

  const plan = (text: string) => planMeeting(world, convener, meetingWords(text))
  const stored = (no: number) => database().client.meeting.findUniqueOrThrow({ where: { planId_no: { planId, no } } })
  const code = (code: string, params: object = {}) => ({ code, params: expect.objectContaining(params) })

  it('are planned, numbered within the plan, and listed by everyone', async () => {
    const planned = await plan('2024-08-15 15:00 90 地点：3号会议室')
    expect(planned).toMatchObject({ no: 1, state: 'planned', minutes: 90, place: '3号会议室', warning: null })
    await plan('2024-08-01')
    expect(await stored(2)).toMatchObject({ minutes: 120, convener: people.convener, callDays: 10, draftDays: 3 })
    for (const person of [people.lead, people.leader, people.convener, people.admin]) {
      const { meetings, mayPlan } = await listMeetings(world, as(person))
      expect(meetings.map((meeting) => meeting.no)).toEqual([2, 1])
      expect(mayPlan).toBe(person === people.convener || person === people.admin)
    }
    expect(await owed(database())).toEqual([])
  })

  it('of an admin are convened by the plan’s convener, and warn of a day that is no working day', async () => {
    const planned = await planMeeting(world, as(people.admin), meetingWords('2024-10-02 10:00'))
    expect(planned.warning).toBe('holiday')
    expect(await stored(1)).toMatchObject({ convener: people.convener })
  })

  it('that are near call for topics at once, with a calendar file', async () => {
    await plan('2024-07-04 15:00 地点：3号会议室')
    const [call, ...more] = await owed(database())
    expect(more).toEqual([])
    expect(call).toMatchObject({
      kind: 'meeting.call',
      place: 'CMEETING',
      payload: { no: 1, startsAt: '2024-07-04T15:00:00.000+08:00', deadline: '2024-07-01' },
    })
    expect(await filesOf(database(), call?.documents ?? [])).toHaveLength(1)
    expect((await stored(1)).calledAt).not.toBeNull()
  })

  it('that are too near for topics want their draft at once', async () => {
    await plan('2024-06-26 15:00')
    expect(await owed(database())).toEqual([])
    expect(await stored(1)).toMatchObject({ calledAt: null, draftWantedAt: world.clock.now().toJSDate() })
  })

  it('are refused in the past, without a day, at a time that is taken, out of bounds, by others', async () => {
    await plan('2024-08-01 15:00')
    const cases: [string, object][] = [
      ['2024-06-24 08:59', code('agenda.start_passed')],
      ['15:00', code('meeting.day_missing')],
      ['2024-08-01 15:00', code('meeting.start_taken', { no: 1 })],
      ['2024-08-02 15:00 10', code('agenda.minutes_out_of_range')],
      [`2024-08-02 地点：${'长'.repeat(201)}`, code('meeting.place_too_long', { max: 200, length: 201 })],
      ['2024-08-02 征集：31', code('meeting.days_out_of_range', { given: '31', max: 30 })],
      ['2024-08-02 征集：3', code('meeting.days_order', { call: 3, draft: 3 })],
      [`2024-08-02 召集人：${people.lead}`, code('meeting.convener_unknown')],
    ]
    for (const [text, refusal] of cases) await expect(plan(text), text).rejects.toMatchObject(refusal)
    for (const person of [people.lead, people.leader]) {
      const attempt = planMeeting(world, as(person), meetingWords('2024-08-02'))
      await expect(attempt).rejects.toMatchObject({ code: 'access.role_needed' })
    }
    expect(await database().client.meeting.count()).toBe(1)
  })

  it('take over the draft of their start', async () => {
    await raise(world, '口岸验收')
    const wish = { day: { year: 2024, month: 8, day: 1 }, time: { hour: 15, minute: 0 }, minutes: 60, mode: null }
    await draftAgenda(world, convener, wish)
    expect(await plan('2024-08-01 15:00 90')).toMatchObject({ no: 1, state: 'planned', drafted: true, minutes: 90 })
    expect(await stored(1)).toMatchObject({ draft: { notice: { minutes: 90 } } })
  })

  it('that are moved raise their sequence, and stay silent where nothing was announced', async () => {
    await plan('2024-08-15 15:00')
    await moveMeeting(world, convener, 1, meetingWords('8月16日'))
    const moved = await moveMeeting(world, as(people.admin), 1, meetingWords('10:00 60 地点：5号'))
    expect(moved.before).toMatchObject({ startsAt: '2024-08-16T15:00:00.000+08:00', minutes: 120 })
    expect(moved.after).toMatchObject({ startsAt: '2024-08-16T10:00:00.000+08:00', minutes: 60, place: '5号' })
    expect(await stored(1)).toMatchObject({ sequence: 2 })
    expect(await owed(database())).toEqual([])
  })

  it('that are moved after the call tell the channel, once, under the same calendar entry', async () => {
    await plan('2024-07-04 15:00')
    await moveMeeting(world, convener, 1, meetingWords('2024-07-05 15:00'))
    const [call, moved, ...more] = await owed(database())
    expect(more).toEqual([])
    expect(moved).toMatchObject({
      kind: 'meeting.moved',
      place: 'CMEETING',
      payload: { startsAt: '2024-07-05T15:00:00.000+08:00', before: { startsAt: '2024-07-04T15:00:00.000+08:00' } },
    })
    const [first = ''] = await filesOf(database(), call?.documents ?? [])
    const [second = ''] = await filesOf(database(), moved?.documents ?? [])
    const uid = /meeting-[^"\s]+@liaison/
    expect(uid.exec(second)?.[0]).toBe(uid.exec(first)?.[0])
    expect(second).not.toBe(first)
  })

  it('that are moved after their agenda was published invite everyone anew and ask for a new answer', async () => {
    await plan('2024-07-04 15:00')
    await raise(world, '口岸验收')
    const id = await publishNext(world)
    await database().client.attendance.updateMany({ data: { reply: 'deputy', deputy: '李四', fromMinute: 30 } })
    const before = (await owed(database())).length
    await moveMeeting(world, convener, 1, meetingWords('2024-07-05 16:00'))
    const told = (await owed(database())).slice(before).map(({ kind, place }) => `${kind} ${place}`)
    expect(told.sort()).toEqual([
      'meeting.invitation UCUSTOMS',
      'meeting.invitation ULEAD',
      'meeting.moved CMEETING',
      'meeting.roster UCONVENER',
    ])
    expect(await stored(1)).toMatchObject({
      state: 'published',
      sequence: 2,
      agenda: { startsAt: '2024-07-05T16:00:00.000+08:00' },
    })
    const replies = await database().client.attendance.findMany({ where: { meetingId: id } })
    expect(replies.map(({ reply, deputy, fromMinute }) => [reply, deputy, fromMinute])).toEqual(
      replies.map(() => [null, '', null]),
    )
    await expect(moveMeeting(world, convener, 1, meetingWords('15'))).rejects.toMatchObject(
      code('meeting.too_short', { no: 1, minutes: 15, used: 20 }),
    )
    await moveMeeting(world, convener, 1, meetingWords('地点：5号'))
    expect((await owed(database(), 'meeting.invitation')).at(-1)?.payload).toMatchObject({
      place: '5号',
      changed: true,
    })
  })

  it('that are too short for what is mandatory can be moved, and not shortened', async () => {
    await plan('2024-07-04 15:00 60')
    for (const title of ['口岸验收', '冷链用地']) await raise(world, title, { minutes: 60 })
    for (const no of [1, 2]) await requireIssueAtMeeting(world, as(people.leader), no)
    await publishNext(world)
    expect(await stored(1)).toMatchObject({ minutes: 60, agenda: { minutesUsed: 120 } })
    await moveMeeting(world, convener, 1, meetingWords('2024-07-05 15:00'))
    await expect(moveMeeting(world, convener, 1, meetingWords('45'))).rejects.toMatchObject(code('meeting.too_short'))
    await moveMeeting(world, convener, 1, meetingWords('90'))
    expect(await stored(1)).toMatchObject({ minutes: 90, sequence: 3 })
  })

  it('that are put off past their draft’s day get a fresh draft in time', async () => {
    await plan('2024-06-26 15:00')
    await moveMeeting(world, convener, 1, meetingWords('2024-07-26 15:00'))
    expect(await stored(1)).toMatchObject({ draftWantedAt: null, draftSentAt: null })
  })

  it('are not moved to where they are, into the past, onto another, or once they are over', async () => {
    await plan('2024-07-04 15:00')
    await plan('2024-07-05 15:00')
    const move = (no: number, text: string) => moveMeeting(world, convener, no, meetingWords(text))
    await expect(move(1, '2024-07-04 15:00')).rejects.toMatchObject(code('meeting.unchanged', { no: 1 }))
    await expect(move(1, '2024-07-05')).rejects.toMatchObject(code('meeting.start_taken', { no: 2 }))
    await expect(move(1, '2024-06-24 08:00')).rejects.toMatchObject(code('agenda.start_passed'))
    await expect(move(9, '2024-07-06')).rejects.toMatchObject(code('meeting.unknown', { no: 9 }))
    await expect(move(1, '2024-07-06 提醒：2')).rejects.toMatchObject(code('meeting.move_settings'))
    for (const [state, refusal] of [
      ['running', 'meeting.already_running'],
      ['held', 'meeting.already_held'],
      ['cancelled', 'meeting.already_cancelled'],
    ] as const) {
      await database().client.meeting.updateMany({ where: { no: 1 }, data: { state } })
      await expect(move(1, '2024-07-06')).rejects.toMatchObject(code(refusal, { no: 1 }))
      await expect(cancelMeeting(world, convener, 1, '原因')).rejects.toMatchObject(code(refusal, { no: 1 }))
    }
    for (const person of [people.lead, people.leader]) {
      const attempt = moveMeeting(world, as(person), 2, meetingWords('2024-07-08'))
      await expect(attempt).rejects.toMatchObject({ code: 'access.role_needed' })
    }
  })

  it('that are cancelled open their issues again and tell whoever knew', async () => {
    await plan('2024-07-04 15:00')
    await raise(world, '口岸验收')
    await publishNext(world)
    const before = (await owed(database())).length
    const cancelled = await cancelMeeting(world, convener, 1, ' 与上级会议\n冲突 ')
    expect(cancelled).toMatchObject({ meeting: { no: 1, state: 'cancelled' }, reopened: [1] })
    expect(await stored(1)).toMatchObject({
      state: 'cancelled',
      sequence: 2,
      cancelReason: '与上级会议 冲突',
      draft: null,
    })
    expect((await listIssues(world, convener)).issues.map((issue) => issue.state)).toEqual(['open'])
    const told = (await owed(database())).slice(before)
    expect(told.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual([
      'meeting.cancelled CMEETING',
      'meeting.disinvitation UCUSTOMS',
      'meeting.disinvitation ULEAD',
    ])
    for (const { documents } of told) expect(await filesOf(database(), documents)).toHaveLength(1)
    expect((await listMeetings(world, convener)).meetings).toEqual([])
  })

  it('that are cancelled leave alone an issue that came back to the backlog and stands on a later agenda', async () => {
    await plan('2024-07-04 15:00')
    await plan('2024-07-18 15:00')
    await raise(world, '口岸验收')
    await publishNext(world)
    const rules = { text: '制定标准', owner: '江城海关', dueOn: '2024-07-12' }
    const [action = 0] = await decided(world, convener, 1, [rules])
    await cancelAction(world, convener, action, '不再需要')
    await publishNext(world)
    expect(await cancelMeeting(world, convener, 1, '合并召开')).toMatchObject({ reopened: [] })
    expect((await listIssues(world, convener)).issues).toMatchObject([{ no: 1, state: 'scheduled' }])
    expect(await cancelMeeting(world, convener, 2, '改期再议')).toMatchObject({ reopened: [1] })
  })

  it('that nobody was told of are cancelled in silence, for a reason', async () => {
    await plan('2024-08-15 15:00')
    await expect(cancelMeeting(world, convener, 1, ' ')).rejects.toMatchObject(code('meeting.reason_missing'))
    const long = cancelMeeting(world, convener, 1, '长'.repeat(301))
    await expect(long).rejects.toMatchObject(code('meeting.reason_too_long', { max: 300, length: 301 }))
    await cancelMeeting(world, convener, 1, '长'.repeat(300))
    expect(await owed(database())).toEqual([])
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    expect(trail.map((event) => event.action).filter((action) => action.startsWith('meeting.'))).toEqual([
      'meeting.plan',
      'meeting.cancel',
    ])
  })

  it('that were published and never held stay before their conveners, who hold or cancel them', async () => {
    await plan('2024-07-04 15:00')
    await raise(world, '口岸验收')
    await publishNext(world)
    world.clock.set('2024-07-08T09:00:00+08:00')
    const listed = async (person: string) => (await listMeetings(world, as(person))).meetings.map(({ no }) => no)
    expect([await listed(people.convener), await listed(people.lead)]).toEqual([[1], []])
    expect(await cancelMeeting(world, convener, 1, '未能召开')).toMatchObject({ reopened: [1] })
    expect(await listed(people.convener)).toEqual([])
  })

  it('send their calendar file to whoever asks, with their own times', async () => {
    await plan('2024-07-04 15:00')
    await raise(world, '口岸验收')
    await publishNext(world)
    await sendCalendar(world, as(people.customs), 1)
    await sendCalendar(world, as(people.leader), 1)
    const [own, whole] = await owed(database(), 'meeting.calendar')
    expect([own?.place, whole?.place]).toEqual([people.customs, people.leader])
    expect((await filesOf(database(), own?.documents ?? []))[0]).toContain('口岸验收')
    expect((await filesOf(database(), whole?.documents ?? []))[0]).not.toContain('口岸验收')
    await expect(sendCalendar(world, as(people.leader), 7)).rejects.toMatchObject(code('meeting.unknown', { no: 7 }))
  })
})

describeOnPostgres('two at once on one meeting', (database) => {
  it('cancel it one after the other, and the second is told', async () => {
    const world = await setUpWorld(database())
    await planMeeting(world, convener, meetingWords('2024-07-04 15:00'))
    const tried = await Promise.allSettled([
      cancelMeeting(world, convener, 1, '甲'),
      cancelMeeting(world, as(people.admin), 1, '乙'),
    ])
    expect(tried.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = tried.find((one) => one.status === 'rejected')
    expect(refused).toMatchObject({ reason: { code: 'meeting.already_cancelled' } })
  })
})
