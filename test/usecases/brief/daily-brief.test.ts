import { DateTime } from 'luxon'
import { beforeEach, expect, it } from 'vitest'
import { addAction, lockAction, updateAction } from '../../../src/db/action-store.ts'
import { addDecision } from '../../../src/db/decision-store.ts'
import { setPlanChannels } from '../../../src/db/plan-store.ts'
import { type Brief, brief, countBrief } from '../../../src/domain/brief.ts'
import { jobs } from '../../../src/schedule/jobs.ts'
import { runDueJobs } from '../../../src/schedule/run-due-jobs.ts'
import { moveMeeting } from '../../../src/usecases/meeting/move-meeting.ts'
import { planMeeting } from '../../../src/usecases/meeting/plan-meeting.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { pauseWork } from '../../../src/usecases/supervision/pause-work.ts'
import { signSlip } from '../../../src/usecases/supervision/sign-slip.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { meetingWords, owed, publishNext, raise } from '../../support/meetings.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)
const failed = (error: unknown) => {
  throw error
}
const briefing = jobs.filter((job) => job.name === 'daily-brief')

describeOnEachDatabase('the brief of a working day', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = await database().transaction(async (tx) => (await tx.plan.findFirstOrThrow()).id)
    await database().transaction((tx) => setPlanChannels(tx, planId, { meetingChannel: 'CMEETING' }))
    // Reports have tests of their own.
    await pauseWork(world, convener, { taskNo: null, period: '2024H1', reason: '另行安排' })
    world.clock.set('2024-06-24T09:30:00+08:00')
    await runDueJobs(world, briefing, failed)
  })

  /** Lets the days pass and gives who was told on which, with how much. */
  const untilDay = async (until: string) => {
    const before = (await owed(database(), 'brief')).length
    const end = DateTime.fromISO(until, { setZone: true })
    for (let at = world.now().plus({ days: 1 }).set({ hour: 9, minute: 0 }); at <= end; at = at.plus({ days: 1 })) {
      world.clock.set(at.toISO() ?? '')
      await runDueJobs(world, briefing, failed)
    }
    return (await owed(database(), 'brief'))
      .slice(before)
      .map(({ place, payload }) => ({ place, brief: brief.parse(payload) }))
  }
  const lines = (told: { place: string; brief: Brief }[]) =>
    told.map(({ place, brief: one }) => `${one.day.slice(5)} ${place} ${countBrief(one)}`)
  const unitId = async (name: string) => (await database().client.unit.findFirstOrThrow({ where: { name } })).id
  const act = async (dueOn: string, text = '细则', unit = '江城海关') => {
    const ownerId = await unitId(unit)
    const issue = await database().client.issue.findFirstOrThrow({ orderBy: { id: 'asc' } })
    return database().transaction(async (tx) => {
      const at = world.now().toJSDate()
      const outcome = { meetingId: null, agendaItemId: null, outcome: 'decided' as const, text: '定', decidedBy: 'UC' }
      const decisionId = await addDecision(tx, { planId, issueId: issue.id, ...outcome, decidedAt: at })
      const facts = { decisionId, issueId: issue.id, text, dueOn, measure: '', createdAt: at }
      return addAction(tx, planId, { ...facts, ownerId, coUnitIds: [] })
    })
  }
  const consult = async (state: 'asked' | 'agreed', agrees: boolean | null) => {
    const issue = await database().client.issue.findFirstOrThrow({ orderBy: { id: 'asc' } })
    const answers = { create: [{ unitId: await unitId('江城海关'), agrees }] }
    const at = world.now().toJSDate()
    const asked = { proposal: '同意', askedBy: people.convener, askedAt: at, answers }
    await database().client.consultation.create({ data: { issueId: issue.id, state, ...asked } })
  }

  it('goes to nobody who has nothing', async () => {
    await raise(world, '口岸验收')
    expect(await untilDay('2024-07-05T09:00:00+08:00')).toEqual([])
  })

  it('reminds each delegate the day before of their own times, and the convener of who is silent', async () => {
    await planMeeting(world, convener, meetingWords('2024-07-01 15:00 地点：3号会议室'))
    await raise(world, '口岸验收')
    await publishNext(world)
    const told = await untilDay('2024-07-01T09:00:00+08:00')
    expect(lines(told).sort()).toEqual(['06-28 UCONVENER 1', '06-28 UCUSTOMS 1', '06-28 ULEAD 1'])
    const customs = told.find((one) => one.place === people.customs)?.brief
    expect(customs).toMatchObject({
      units: ['江城海关'],
      meetings: [
        {
          no: 1,
          place: '3号会议室',
          fromMinute: 0,
          untilMinute: 20,
          unanswered: true,
          items: [{ place: 1, no: 1, title: '口岸验收' }],
        },
      ],
    })
    expect(told.find((one) => one.place === people.convener)?.brief.missing).toMatchObject([
      { no: 1, units: ['江城海关'] },
    ])
  })

  it('does not ask who has answered, and reminds anew of a meeting that was moved', async () => {
    await planMeeting(world, convener, meetingWords('2024-06-27 15:00'))
    await raise(world, '口岸验收')
    await publishNext(world)
    await database().client.attendance.updateMany({ data: { reply: 'attend' } })
    const first = await untilDay('2024-06-26T09:00:00+08:00')
    expect(first.map(({ place, brief: one }) => [place, one.meetings[0]?.unanswered])).toEqual([
      [people.lead, false],
      [people.customs, false],
    ])
    await moveMeeting(world, convener, 1, meetingWords('2024-06-28'))
    expect(lines(await untilDay('2024-06-28T09:00:00+08:00')).sort()).toEqual([
      '06-27 UCONVENER 1',
      '06-27 UCUSTOMS 1',
      '06-27 ULEAD 1',
    ])
  })

  it('tells of an action that no minutes told of, and once at each stage: as it comes near, falls due, and by slips', async () => {
    await raise(world, '口岸验收')
    await act('2024-07-05')
    const told = await untilDay('2024-07-26T09:00:00+08:00')
    const lines = told.map(({ place, brief: one }) => {
      const slips = [...one.slips, ...one.red].map(({ level, slip }) => `${level} ${slip}`)
      return `${one.day.slice(5)} ${place} ${[...one.actions.map(({ concern }) => concern), ...slips]}`
    })
    expect(lines).toEqual([
      '06-25 UCUSTOMS new',
      '06-26 UCUSTOMS soon',
      '07-04 UCUSTOMS soon',
      '07-05 UCUSTOMS today',
      '07-08 UCUSTOMS blue 2024-001',
      '07-11 UCUSTOMS yellow 2024-002',
      '07-18 ULEADER red ',
      '07-18 UCUSTOMS yellow 2024-002',
      '07-25 ULEADER red ',
    ])
  })

  it('tells of an action whose last slip is signed for, though an earlier one is not', async () => {
    await raise(world, '口岸验收')
    await act('2024-07-05')
    await untilDay('2024-07-11T09:00:00+08:00')
    await signSlip(world, as(people.customs), { year: 2024, no: 2 }, '正在办理')
    await consult('asked', null)
    const told = (await untilDay('2024-07-12T09:00:00+08:00')).at(-1)
    expect(told?.brief).toMatchObject({ day: '2024-07-12', slips: [], actions: [{ concern: 'overdue' }] })
  })

  it('tells its owner of one that was returned, and the convener of one that was reported', async () => {
    await raise(world, '口岸验收')
    const no = await act('2024-08-30')
    const change = (state: 'open' | 'reported') =>
      database().transaction(async (tx) => {
        const action = await lockAction(tx, planId, no)
        await updateAction(tx, action?.id ?? 0, { state, reportedAt: world.now().toJSDate() })
      })
    await change('reported')
    const reported = await untilDay('2024-06-26T09:00:00+08:00')
    expect(reported.map(({ place, brief: one }) => [place, one.toVerify])).toEqual([
      [people.convener, [{ no, text: '细则', owner: '江城海关', reportedOn: '2024-06-24' }]],
    ])
    await change('open')
    const returned = await untilDay('2024-06-28T09:00:00+08:00')
    expect(returned.map(({ place, brief: one }) => [place, one.actions[0]?.concern])).toEqual([
      [people.customs, 'returned'],
    ])
  })

  it('asks for answers to a proposal, and shows the convener what all agree on', async () => {
    await raise(world, '口岸验收')
    await consult('asked', null)
    const asked = await untilDay('2024-06-25T09:00:00+08:00')
    expect(asked.map(({ place, brief: one }) => [place, one.consultations[0]?.unit])).toEqual([
      [people.customs, '江城海关'],
    ])
    await database().client.consultation.updateMany({ data: { state: 'dropped' } })
    await consult('agreed', true)
    const agreed = await untilDay('2024-06-26T09:00:00+08:00')
    expect(agreed.map(({ place, brief: one }) => [place, one.agreed[0]?.issueNo])).toEqual([[people.convener, 1]])
  })

  it('shows leaders what was escalated, once a week while it stands', async () => {
    await raise(world, '口岸验收')
    await database().client.issue.updateMany({ data: { escalatedAt: world.now().toJSDate(), carried: 2 } })
    const told = await untilDay('2024-07-03T09:00:00+08:00')
    expect(lines(told)).toEqual(['06-25 ULEADER 1', '07-02 ULEADER 1'])
    expect(told[0]?.brief.escalated).toEqual([{ issueNo: 1, title: '口岸验收', carried: 2, since: '2024-06-24' }])
  })

  it('is one message for all that a person is, with what stands beside what is new', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.customs, role: 'convener', unit: null }])
    await raise(world, '口岸验收')
    await act('2024-06-26')
    await consult('agreed', true)
    const told = await untilDay('2024-06-26T09:00:00+08:00')
    expect(lines(told.filter((one) => one.place === people.customs))).toEqual(['06-25 UCUSTOMS 2', '06-26 UCUSTOMS 2'])
  })

  it('stays one screen, counts the rest, and is not sent again for the rest', async () => {
    await raise(world, '口岸验收')
    for (let index = 0; index < 12; index += 1) await act('2024-06-21', `事项${index}`)
    const told = await untilDay('2024-06-26T09:00:00+08:00')
    expect(lines(told)).toEqual(['06-25 UCUSTOMS 12'])
    expect(told[0]?.brief).toMatchObject({ more: 4 })
  })

  it('is sent once a day at nine by the plan’s clock, not on days off, not late at night, not for days gone by', async () => {
    await raise(world, '口岸验收')
    await act('2024-06-28')
    const at = async (iso: string) => {
      world.clock.set(iso)
      await runDueJobs(world, briefing, failed)
      return (await owed(database(), 'brief')).length
    }
    expect(await at('2024-06-25T08:59:00+08:00')).toBe(0)
    expect(await at('2024-06-25T21:00:00+08:00')).toBe(0)
    expect(await at('2024-06-29T09:00:00+08:00')).toBe(0)
    expect(await at('2024-07-01T08:00:00+08:00')).toBe(0)
    expect(await at('2024-07-01T11:00:00+08:00')).toBe(1)
    expect(await at('2024-07-01T12:00:00+08:00')).toBe(1)
  })
})
