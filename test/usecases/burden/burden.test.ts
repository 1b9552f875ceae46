import { beforeEach, expect, test } from 'vitest'
import { showBurden } from '../../../src/usecases/burden/show-burden.ts'
import { askConsultation } from '../../../src/usecases/consultation/ask-consultation.ts'
import { replyToMeeting } from '../../../src/usecases/meeting/reply-to-meeting.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { pauseWork } from '../../../src/usecases/supervision/pause-work.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('the burden ledger', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const burdenIn = async (words: string) => (await showBurden(world, as(people.leader), words)).burden
  const lines = (burden: Awaited<ReturnType<typeof burdenIn>>) =>
    Object.fromEntries(burden.units.map((unit) => [unit.unit, unit]))

  /** As the dispatcher would have: every message that is owed reached its person. */
  const sendAll = () =>
    database().client.delivery.updateMany({ data: { state: 'sent', sentAt: world.now().toJSDate() } })

  test('counts what was asked of each unit in its period, and leaves the rest to the others', async () => {
    await publishMeeting(world)
    const no = await raised(world, as(people.lead), '进口贴息')
    await decided(world, as(people.convener), no, [
      { text: '制定细则', owner: '市商务局', helpers: ['江城海关'], dueOn: '2024-07-20' },
    ])
    await sendAll()
    const first = lines(await burdenIn('2024H1'))
    expect(first.市商务局?.counts).toMatchObject({ report: 1, action: 1, meeting: 0 })
    expect(first.江城海关?.counts).toMatchObject({ report: 2, action: 1, meeting: 0 })
    world.clock.set('2024-07-03T09:00:00+08:00')
    const second = await burdenIn('2024H2')
    // Reports of the second half are not asked for yet; the meeting was on 2 July.
    expect(lines(second).江城海关?.counts).toMatchObject({ report: 0, action: 0, meeting: 1 })
    const agenda = second.units.map(({ unit, minutes, waiting }) => ({ unit, minutes, waiting }))
    expect(agenda.find(({ unit }) => unit === '光谷管委会')).toMatchObject({ minutes: 10, waiting: 0 })
    expect(agenda.find(({ unit }) => unit === '江城海关')).toMatchObject({ minutes: 35 })
    expect(second.total.sent).toBe(0)
  })

  test('counts the messages that reached people, each in the line of every unit of theirs', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    await publishMeeting(world)
    const before = await burdenIn('2024H1')
    expect(before.total.sent).toBe(0)
    await sendAll()
    const burden = await burdenIn('2024H1')
    const own = await database().client.delivery.count({ where: { place: { startsWith: 'U' } } })
    expect(burden.total.sent).toBe(own)
    const lead = burden.people.find(({ userId }) => userId === people.lead)
    const customs = burden.people.find(({ userId }) => userId === people.customs)
    expect(lead?.units).toEqual(['市商务局', '江城海关'])
    expect(lead?.sent).toBeGreaterThan(0)
    expect(lines(burden).市商务局?.sent).toBe(lead?.sent)
    expect(lines(burden).江城海关?.sent).toBe((lead?.sent ?? 0) + (customs?.sent ?? 0))
  })

  test('counts no minutes of a unit that cannot come', async () => {
    await publishMeeting(world)
    const { no } = await database().client.meeting.findFirstOrThrow()
    const answer = { reply: 'cannot' as const, deputy: '', remark: '出差', from: null, until: null }
    await replyToMeeting(world, as(people.participant), no, answer)
    world.clock.set('2024-07-03T09:00:00+08:00')
    expect(lines(await burdenIn('2024H2')).光谷管委会).toMatchObject({ minutes: 0, waiting: 0, counts: { meeting: 1 } })
  })

  test('counts consultations and milestones and visits due, and leaves out what is paused', async () => {
    const no = await raised(world, as(people.lead), '进口贴息')
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'CMEETING' })
    await askConsultation(world, as(people.convener), no, '拟由市商务局统一标准')
    const client = database().client
    const { planId } = await client.task.findFirstOrThrow()
    const customs = await client.unit.findFirstOrThrow({ where: { name: '江城海关' } })
    const task = await client.task.findFirstOrThrow({ where: { no: 3 } })
    const made = { createdBy: people.customs, createdAt: world.now().toJSDate() }
    await client.milestone.create({
      data: {
        planId,
        no: 1,
        taskId: task.id,
        unitId: customs.id,
        title: '试运行',
        dueOn: new Date('2024-06-28'),
        ...made,
      },
    })
    await client.enterprise.create({
      data: {
        ...{ planId, no: 1, name: '某企业', unitId: customs.id, contact: people.customs, everyMonths: 3 },
        ...{ createdBy: people.convener, createdAt: new Date('2024-03-10T01:00:00Z') },
      },
    })
    await client.pause.create({
      data: {
        planId,
        taskId: task.id,
        reason: '待上级批复',
        startedBy: people.convener,
        startedAt: world.now().toJSDate(),
      },
    })
    const { 江城海关: line } = lines(await burdenIn(''))
    expect(line?.counts).toMatchObject({ report: 1, milestone: 1, visit: 1 })
    expect(line?.asks.map(({ kind, no: number, title }) => `${kind} ${number} ${title}`)).toContain('visit 1 某企业')
    const counts = (await burdenIn('')).units.map((unit) => unit.counts.consultation)
    expect(counts.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
  })

  test('counts a report that was asked for, whatever was paused when it was due no more', async () => {
    world.clock.set('2024-08-01T09:00:00+08:00')
    await pauseWork(world, as(people.convener), { taskNo: 3, period: null, reason: '待上级批复' })
    expect(lines(await burdenIn('2024H1')).江城海关?.counts).toMatchObject({ report: 2 })
    world.clock.set('2024-12-25T09:00:00+08:00')
    expect(lines(await burdenIn('2024H2')).江城海关?.counts).toMatchObject({ report: 1 })
  })

  test('is for the office and the leaders, of a period that has begun', async () => {
    await expect(showBurden(world, as(people.lead), '')).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(burdenIn('2024H2')).rejects.toMatchObject({ code: 'burden.future' })
    await expect(burdenIn('去年冬天')).rejects.toMatchObject({ code: 'period.not_understood' })
    expect((await showBurden(world, as(people.convener), '')).period.key).toBe('2024H1')
  })
})
