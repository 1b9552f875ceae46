import { DateTime } from 'luxon'
import { beforeEach, describe, expect, it } from 'vitest'
import { setPlanChannels } from '../../../src/db/plan-store.ts'
import { brief } from '../../../src/domain/brief.ts'
import { isWorkingDay } from '../../../src/domain/calendar.ts'
import { showHome } from '../../../src/usecases/home/show-home.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { returnReport } from '../../../src/usecases/report/return-report.ts'
import { approveSlip } from '../../../src/usecases/supervision/approve-slip.ts'
import { declineSlip } from '../../../src/usecases/supervision/decline-slip.ts'
import { listOverdue } from '../../../src/usecases/supervision/list-overdue.ts'
import { listSlips } from '../../../src/usecases/supervision/list-slips.ts'
import { pauseWork } from '../../../src/usecases/supervision/pause-work.ts'
import { resumeWork } from '../../../src/usecases/supervision/resume-work.ts'
import { showSlip } from '../../../src/usecases/supervision/show-slip.ts'
import { signSlip } from '../../../src/usecases/supervision/sign-slip.ts'
import { withdrawSlip } from '../../../src/usecases/supervision/withdraw-slip.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { owed } from '../../support/meetings.ts'
import { fileFor, passDays, reachDay, runAt } from '../../support/supervised.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const [convener, leader, customs] = [as(people.convener), as(people.leader), as(people.customs)]
const number = (no: number) => ({ year: 2024, no })
const period = { taskNo: null, period: '2024H1', reason: '' } as const
const task = (taskNo: number) => ({ taskNo, period: null, reason: '' })

describeOnEachDatabase('supervision', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = (await database().client.plan.findFirstOrThrow()).id
    await database().transaction((tx) => setPlanChannels(tx, planId, { leadingChannel: 'CLEADING' }))
    await runAt(world, '2024-06-24T09:30:00+08:00')
  })

  const briefs = async () =>
    (await owed(database(), 'brief')).map(({ place, payload }) => ({ place, ...brief.parse(payload) }))
  const told = async (userId: string) =>
    (await briefs())
      .filter(({ place }) => place === userId)
      .map(({ day, owed: things, slips, red, joint }) =>
        [
          day.slice(5),
          ...things.map(({ concern, days, nos, total }) => `${concern} ${days}: ${nos} of ${total}`),
          ...slips.map(({ level, slip, nos }) => `${level} ${slip}: ${nos}`),
          ...red.map(({ unit, nos }) => `red ${unit}: ${nos}`),
          ...joint.map(({ nos }) => `joint ${nos}`),
        ].join(' '),
      )
  const slips = async (actor = convener) =>
    (await listSlips(world, actor)).slips.map(({ slip, level, unit, state }) => `${slip} ${level} ${unit} ${state}`)

  it('reminds of what is missing alone, then issues slips, proposes a red one and settles all when it is done', async () => {
    await fileFor(world, people.lead, 1)
    await reachDay(world, '2024-07-10')
    await fileFor(world, people.customs, 2)
    await passDays(world, '2024-07-25', () => false)
    expect(await told(people.lead)).toEqual([])
    expect(await told(people.customs)).toEqual([
      '07-03 soon 7: 2,3 of 2',
      '07-11 soon 1: 3 of 2',
      '07-12 today 0: 3 of 2',
      '07-15 blue 2024-002: 3',
      '07-18 yellow 2024-004: 3',
      '07-25 yellow 2024-004: 3',
    ])
    expect(await told(people.leader)).toEqual(['07-25 red 光谷管委会: 1 red 江城海关: 3'])
    await fileFor(world, people.customs, 3)
    expect(await slips(customs)).toEqual(['2024-004 yellow 江城海关 done', '2024-002 blue 江城海关 done'])
    await reachDay(world, '2024-07-26')
    expect(await slips(customs)).toEqual(['2024-004 yellow 江城海关 settled', '2024-002 blue 江城海关 settled'])
    expect(await slips()).toContain(' red 江城海关 settled')
  })

  it('tells a lead once that its participants have all filed', async () => {
    await fileFor(world, people.participant, 1)
    await reachDay(world, '2024-06-25')
    await reachDay(world, '2024-07-02')
    await reachDay(world, '2024-07-03')
    expect(await told(people.lead)).toEqual(['06-25 joint 1', '07-03 soon 7: 1 of 1 joint 1'])
  })

  it('is signed for by the unit alone, which is then urged by the next level only', async () => {
    await reachDay(world, '2024-07-15')
    const [blue] = (await listSlips(world, customs)).slips
    expect(blue).toMatchObject({ slip: '2024-003', state: 'issued', maySign: true, mayWithdraw: false, daysLate: 1 })
    await expect(signSlip(world, as(people.lead), number(3), '已办')).rejects.toMatchObject({ code: 'slip.unknown' })
    await expect(signSlip(world, convener, number(3), '已办')).rejects.toMatchObject({ code: 'access.role_needed' })
    await assignMembers(world, as(people.admin), [{ userId: people.convener, role: 'liaison', unit: '市商务局' }])
    await expect(signSlip(world, convener, number(3), '已办')).rejects.toMatchObject({ code: 'slip.not_yours' })
    expect(await signSlip(world, customs, number(3), '正在核对数据')).toEqual({
      ...{ slip: '2024-003', unit: '江城海关', remark: '正在核对数据' },
    })
    await expect(signSlip(world, customs, number(3), '再次')).rejects.toMatchObject({ code: 'slip.not_possible' })
    expect(await slips(customs)).toEqual(['2024-003 blue 江城海关 signed'])
    await reachDay(world, '2024-07-17')
    expect((await told(people.customs)).at(-1)).toContain('07-15')
    const overdue = await listOverdue(world, convener)
    expect(overdue.entries.map(({ unit, daysLate, slip, word }) => [unit, daysLate, slip?.label, word?.text])).toEqual([
      ['市商务局', 3, '2024-001', undefined],
      ['光谷管委会', 3, '2024-002', undefined],
      ['江城海关', 3, '2024-003', '正在核对数据'],
    ])
    expect((await listOverdue(world, customs)).entries.map(({ unit }) => unit)).toEqual(['江城海关'])
  })

  it('publishes a red one on a leader’s click alone, once, at a fair hour, and takes it back everywhere', async () => {
    await reachDay(world, '2024-07-25')
    const red = (await listSlips(world, leader)).slips.filter(({ state }) => state === 'proposed')
    expect(red.map(({ slip, unit, mayApprove }) => [slip, unit, mayApprove])).toEqual([
      ['', '江城海关', true],
      ['', '光谷管委会', true],
      ['', '市商务局', true],
    ])
    const [first, second] = red
    await expect(approveSlip(world, convener, first?.id ?? 0)).rejects.toMatchObject({ code: 'access.role_needed' })
    world.clock.set('2024-07-26T21:00:00+08:00')
    expect(await approveSlip(world, leader, first?.id ?? 0)).toEqual({
      ...{ slip: '2024-007', unit: '江城海关', channel: true },
    })
    await expect(approveSlip(world, leader, first?.id ?? 0)).rejects.toMatchObject({ code: 'slip.not_possible' })
    const posted = [...(await owed(database(), 'slip.published')), ...(await owed(database(), 'slip.red'))]
    expect(posted.map(({ place, notBefore }) => [place, notBefore.toISOString()])).toEqual([
      ['CLEADING', '2024-07-29T01:00:00.000Z'],
      [people.customs, '2024-07-29T01:00:00.000Z'],
    ])
    await declineSlip(world, leader, second?.id ?? 0, '已电话督促')
    await reachDay(world, '2024-08-09')
    expect(await slips(leader)).toContain(' red 光谷管委会 declined')
    expect((await slips(as(people.participant))).some((line) => line.includes('red'))).toBe(false)
    // What was posted is taken back where it is, and from whom it went to, whatever changed since.
    await database().transaction((tx) => setPlanChannels(tx, planId, { leadingChannel: 'COTHER' }))
    await database().client.member.deleteMany({ where: { userId: people.customs } })
    await withdrawSlip(world, convener, number(7), '系统故障，单位已按时报送')
    expect(await slips()).toContain('2024-007 red 江城海关 withdrawn')
    const edits = (await owed(database())).filter(({ edits }) => edits !== null)
    expect(
      edits.map(({ place, payload }) => [place, (payload as { withdrawn: { reason: string } }).withdrawn.reason]),
    ).toEqual([
      ['CLEADING', '系统故障，单位已按时报送'],
      [people.customs, '系统故障，单位已按时报送'],
    ])
    await reachDay(world, '2024-08-12')
    expect((await slips()).filter((line) => line.includes('red'))).toHaveLength(3)
  })

  it('does not publish what was done meanwhile', async () => {
    await reachDay(world, '2024-07-25')
    const red = (await listSlips(world, leader)).slips.find(({ unit }) => unit === '市商务局')
    await fileFor(world, people.lead, 1)
    await expect(approveSlip(world, leader, red?.id ?? 0)).rejects.toMatchObject({ code: 'slip.not_owed' })
  })

  it('tells on its page what led to it and came of it, to the unit only its own', async () => {
    await reachDay(world, '2024-07-15')
    await signSlip(world, customs, number(3), '正在核对')
    await reachDay(world, '2024-07-18')
    await fileFor(world, people.customs, 2)
    await withdrawSlip(world, leader, number(6), '另行处理')
    const page = await showSlip(world, customs, number(6))
    expect(page.trail.map(({ day, kind }) => `${day.slice(5)} ${kind}`)).toEqual([
      ...['07-03 reminded', '07-11 reminded', '07-12 reminded', '07-12 due', '07-15 reminded', '07-15 issued'],
      ...['07-15 signed', '07-18 reminded', '07-18 issued', '07-18 withdrawn', '07-18 filed'],
    ])
    await expect(showSlip(world, as(people.lead), number(6))).rejects.toMatchObject({ code: 'slip.unknown' })
    await expect(showSlip(world, customs, number(99))).rejects.toMatchObject({ code: 'slip.unknown' })
  })

  it('fires nothing for a period that is paused, keeps its slips, and counts anew when it goes on', async () => {
    await reachDay(world, '2024-07-15')
    await expect(pauseWork(world, customs, { ...period, reason: '因' })).rejects.toMatchObject({
      code: 'access.role_needed',
    })
    await expect(pauseWork(world, convener, period)).rejects.toMatchObject({ code: 'pause.reason_missing' })
    await pauseWork(world, convener, { ...period, reason: '统一部署' })
    await expect(pauseWork(world, convener, { ...period, reason: '又' })).rejects.toMatchObject({
      code: 'pause.already',
    })
    const before = (await briefs()).length
    await reachDay(world, '2024-08-15')
    expect(await briefs()).toHaveLength(before)
    expect(await slips(customs)).toEqual(['2024-003 blue 江城海关 issued'])
    expect((await listOverdue(world, convener)).entries).toEqual([])
    await resumeWork(world, convener, period)
    await expect(resumeWork(world, convener, period)).rejects.toMatchObject({ code: 'pause.not_paused' })
    await reachDay(world, '2024-08-20')
    expect(await briefs()).toHaveLength(before)
    await reachDay(world, '2024-08-21')
    expect((await told(people.customs)).at(-1)).toBe('08-21 yellow 2024-006: 2,3')
  })

  it('calls what is past its day overdue, even where its lateness counts anew from today', async () => {
    await fileFor(world, people.customs, 3)
    await fileFor(world, people.customs, 2)
    world.clock.set('2024-07-15T08:30:00+08:00')
    const report = await database().client.progressReport.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await returnReport(world, convener, 'return', report.id, '请附合同')
    await runAt(world, '2024-07-15T09:00:00+08:00')
    expect((await told(people.customs)).at(-1)).toBe('07-15 overdue 0: 2 of 2')
    expect((await listOverdue(world, customs)).entries).toMatchObject([{ daysLate: 0, nos: [2] }])
    expect((await showHome(world, customs)).liaison?.duties).toMatchObject([{ daysLate: 0 }])
  })

  it('lets a settled slip stand again under its number, and tells of it again, where its report is returned', async () => {
    await fileFor(world, people.customs, 2)
    await reachDay(world, '2024-07-15')
    await fileFor(world, people.customs, 3)
    await reachDay(world, '2024-07-16')
    const [settled] = await slips(customs)
    expect(settled).toMatch(/ blue 江城海关 settled$/)
    const report = await database().client.progressReport.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await returnReport(world, convener, 'return', report.id, '请附合同')
    await runAt(world, '2024-07-17T09:00:00+08:00')
    expect(await slips(customs)).toEqual([settled?.replace('settled', 'issued')])
    expect((await told(people.customs)).at(-1)).toMatch(/^07-17 .*blue 2024-\d+: 3$/)
    await fileFor(world, people.customs, 3)
    await runAt(world, '2024-07-18T09:00:00+08:00')
    expect(await slips(customs)).toEqual([settled])
  })

  it('fires nothing for a task that is paused, and does not settle its slip while that is owed', async () => {
    await fileFor(world, people.customs, 2)
    await reachDay(world, '2024-07-15')
    await pauseWork(world, convener, { ...task(3), reason: '等待批复' })
    await reachDay(world, '2024-07-25')
    expect(await slips(customs)).toEqual(['2024-003 blue 江城海关 issued'])
    await fileFor(world, people.customs, 3)
    await reachDay(world, '2024-07-26')
    expect(await slips(customs)).toEqual(['2024-003 blue 江城海关 settled'])
    await expect(pauseWork(world, convener, { ...task(99), reason: '因' })).rejects.toMatchObject({
      code: 'task.unknown',
    })
  })

  it('asks for milestones and visits alike, a visit of its contact', async () => {
    await pauseWork(world, convener, { ...period, reason: '另行安排' })
    const client = database().client
    const { id: unitId } = await client.unit.findFirstOrThrow({ where: { name: '江城海关' } })
    const { id: taskId } = await client.task.findFirstOrThrow({ where: { no: 3 } })
    const made = { createdBy: people.customs, createdAt: new Date('2024-04-12T01:00:00Z') }
    const dueOn = new Date('2024-07-12')
    await client.milestone.create({ data: { planId, no: 3, taskId, unitId, title: '系统上线', dueOn, ...made } })
    const contact = { unitId, contact: people.customs, everyMonths: 3 }
    await client.enterprise.create({ data: { planId, no: 4, name: '某某公司', ...contact, ...made } })
    await reachDay(world, '2024-07-15')
    expect((await listSlips(world, customs)).slips.map(({ kind, nos, state }) => `${kind} ${nos} ${state}`)).toEqual([
      'visit 4 issued',
      'milestone 3 issued',
    ])
    expect((await told(people.customs)).map((line) => line.split(' ')[0])).toEqual(['07-03', '07-11', '07-12', '07-15'])
    await pauseWork(world, convener, { ...task(3), reason: '等待批复' })
    await reachDay(world, '2024-07-18')
    expect(await slips(customs)).toEqual([
      '2024-003 yellow 江城海关 issued',
      '2024-002 blue 江城海关 issued',
      '2024-001 blue 江城海关 issued',
    ])
  })

  it('numbers slips anew each year', async () => {
    world.clock.set('2024-12-30T10:00:00+08:00')
    await database().client.slip.create({
      data: {
        ...{
          planId,
          year: 2024,
          no: 41,
          kind: 'action',
          subject: 'action/9',
          unitId: 1,
          level: 'blue',
          state: 'withdrawn',
        },
        ...{ dueOn: new Date('2024-12-01'), items: [], createdAt: new Date() },
      },
    })
    await database().client.slip.updateMany({ data: { unitId: (await database().client.unit.findFirstOrThrow()).id } })
    await runAt(world, '2024-12-31T09:00:00+08:00')
    await database().client.slip.deleteMany({ where: { level: 'red' } })
    await reachDay(world, '2025-01-16')
    const labels = (await slips()).map((line) => line.split(' ')[0])
    expect(labels).toContain('2025-001')
    expect(labels).not.toContain('2025-042')
  })

  it('leaves nobody unreminded and tells nobody twice, over any downtime; and nobody on a day off', async () => {
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed / 2 ** 31
    }
    await passDays(world, '2024-08-05', () => random() < 0.5)
    const sent = await briefs()
    const perDay = sent.map(({ place, day }) => `${place} ${day}`)
    expect(new Set(perDay).size).toBe(perDay.length)
    for (const { day } of sent) expect(isWorkingDay(DateTime.fromISO(day, { zone: 'utc' }))).toBe(true)
    const reminders = await database().client.reminder.findMany({ orderBy: { at: 'asc' } })
    expect(new Set(reminders.map(({ userId }) => userId))).toEqual(
      new Set([people.lead, people.participant, people.customs]),
    )
    const days = new Set(sent.map(({ place, day }) => `${place} ${day}`))
    for (const { userId, at } of reminders)
      expect(days.has(`${userId} ${DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd')}`)).toBe(
        true,
      )
    const made = await database().client.slip.findMany({})
    expect(made.filter(({ level }) => level === 'red')).toHaveLength(3)
    const numbers = made.flatMap(({ no }) => no ?? []).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})

describe('races', () => {
  describeOnPostgres('of slips', (database) => {
    it('give each red slip one number, however many leaders click, while the daily run goes on', async () => {
      const world = await setUpWorld(database())
      await runAt(world, '2024-06-24T09:30:00+08:00')
      await reachDay(world, '2024-07-25')
      const red = (await listSlips(world, leader)).slips.filter(({ state }) => state === 'proposed')
      world.clock.set('2024-07-26T09:00:00+08:00')
      const clicks = red.flatMap(({ id }) => [1, 2, 3].map(() => approveSlip(world, leader, id)))
      const [results] = await Promise.all([Promise.allSettled(clicks), runAt(world, '2024-07-26T09:00:00+08:00')])
      const issued = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.slip] : []))
      expect(issued.toSorted()).toEqual(['2024-007', '2024-008', '2024-009'])
      for (const one of results)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'slip.not_possible' })
    })
  })
})
