import { beforeEach, expect, it } from 'vitest'
import { setPlanChannels } from '../../../src/db/plan-store.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { draftAgenda, type MeetingWish } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../../src/usecases/agenda/show-agenda.ts'
import { suggestMeeting } from '../../../src/usecases/agenda/suggest-meeting.ts'
import { requireIssueAtMeeting, withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

const asUsual: MeetingWish = { day: null, time: null, minutes: null, mode: null }
const inAnHour: MeetingWish = { ...asUsual, minutes: 60 }
const convener = as(people.convener)
const mustCome = { required: true, opening: false }

/** The draft a person looks at. */
const at = ({ meetingId, draft }: { meetingId: number; draft: number }) => ({ meetingId, draft })

const titles = ['花山港验收标准不一', '减免税系统接口缺口', '冷链仓库用地', '跨境电商培训']

/** Raises one issue a title; each needs 江城海关, every second one 市商务局 too. */
async function raiseIssues(world: World, minutes = 20): Promise<void> {
  for (const [index, title] of titles.entries()) {
    const units = index % 2 === 0 ? ['江城海关'] : ['江城海关', '市商务局']
    const facts = { title, details: '', taskNo: 2, units, minutes, severity: 2 as const, sourceLink: null }
    await raiseIssue(world, as(people.customs), { ...facts, similarSeen: true })
  }
}

async function setChannel(world: World): Promise<void> {
  await world.database.transaction(async (tx) => {
    const { id } = await tx.plan.findFirstOrThrow()
    await setPlanChannels(tx, id, { meetingChannel: 'CMEETING' })
  })
}

const counts = (world: World) =>
  world.database.transaction(async (tx) => ({
    meetings: await tx.meeting.count(),
    published: await tx.meeting.count({ where: { state: 'published' } }),
    items: await tx.agendaItem.count(),
    deliveries: await tx.delivery.count({ where: { kind: 'agenda.published' } }),
    scheduled: await tx.issue.count({ where: { state: 'scheduled' } }),
  }))

describeOnEachDatabase('an agenda', (database) => {
  let world: World
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it('is drafted for the usual meeting from the open issues, and changes none of them', async () => {
    await raiseIssues(world)
    expect(await suggestMeeting(world, convener)).toEqual({
      startsAt: '2024-07-02T15:00:00.000+08:00',
      minutes: 120,
      openIssues: 4,
    })
    const { notice, draft, warnings } = await draftAgenda(world, convener, asUsual)
    expect({ draft, warnings }).toEqual({ draft: true, warnings: ['no_channel'] })
    expect(notice).toMatchObject({
      planTitle: '江城市示范区建设实施方案',
      startsAt: '2024-07-02T15:00:00.000+08:00',
      minutes: 120,
      minutesUsed: 80,
      mode: 'waiting',
      waiting: 0,
      proved: true,
      leftOut: [],
    })
    expect(notice.items.map((item) => item.no).sort()).toEqual([1, 2, 3, 4])
    for (const item of notice.items) {
      expect(item.parts.reduce((sum, part) => sum + part.points, 0)).toBe(item.score)
    }
    expect(notice.attendance.toSorted((a, b) => a.minutes - b.minutes)).toEqual([
      { ...mustCome, unit: '市商务局', items: expect.arrayContaining([2, 4]), minutes: 40, waiting: 0 },
      { ...mustCome, unit: '江城海关', items: expect.arrayContaining([1, 2, 3, 4]), minutes: 80, waiting: 0 },
    ])
    expect(await counts(world)).toEqual({ meetings: 1, published: 0, items: 0, deliveries: 0, scheduled: 0 })
  })

  it('accounts for every minute and every issue', async () => {
    await raiseIssues(world)
    const { notice } = await draftAgenda(world, convener, inAnHour)
    let minute = 0
    for (const item of notice.items) {
      expect(item.startMinute).toBe(minute)
      minute += item.minutes
    }
    expect(minute).toBe(notice.minutesUsed)
    expect(notice.minutesUsed).toBeLessThanOrEqual(60)
    expect([...notice.items, ...notice.leftOut].map(({ no }) => no).sort()).toEqual([1, 2, 3, 4])
    expect(notice.leftOut).toHaveLength(1)
  })

  it('takes what a leader asked for, whatever its score', async () => {
    await raiseIssues(world)
    const before = await draftAgenda(world, convener, inAnHour)
    const left = before.notice.leftOut[0]?.no ?? 0
    await requireIssueAtMeeting(world, as(people.leader), left)
    const after = await draftAgenda(world, convener, inAnHour)
    expect(after.notice.items.find((item) => item.no === left)).toMatchObject({ mandatory: true })
    expect(after.notice.hash).not.toBe(before.notice.hash)
  })

  it('is the same for the same input, and replaces the draft for that start alone', async () => {
    await raiseIssues(world)
    const first = await draftAgenda(world, convener, asUsual)
    const again = await draftAgenda(world, convener, asUsual)
    expect({ ...again.notice, draft: 0 }).toEqual({ ...first.notice, draft: 0 })
    expect(await counts(world)).toMatchObject({ meetings: 1 })
    await draftAgenda(world, convener, { ...asUsual, time: { hour: 9, minute: 0 } })
    expect(await counts(world)).toMatchObject({ meetings: 2 })
  })

  it('is published once: posted to the meeting channel, its issues scheduled', async () => {
    await raiseIssues(world)
    await setChannel(world)
    const { notice } = await draftAgenda(world, convener, inAnHour)
    const published = await publishAgenda(world, convener, at(notice))
    expect(published).toEqual({ notice, channel: 'CMEETING' })
    expect(await counts(world)).toEqual({ meetings: 1, published: 1, items: 3, deliveries: 1, scheduled: 3 })
    const delivery = await world.database.transaction((tx) => tx.delivery.findFirstOrThrow())
    expect(delivery).toMatchObject({ kind: 'agenda.published', place: 'CMEETING', payload: notice })
    const [item] = notice.items
    expect(await showIssue(world, convener, item?.no ?? 0)).toMatchObject({ state: 'scheduled' })
    await expect(publishAgenda(world, convener, at(notice))).rejects.toMatchObject({
      code: 'agenda.already_published',
    })
    await expect(
      draftAgenda(world, convener, { ...inAnHour, day: { year: null, month: 7, day: 2 } }),
    ).rejects.toMatchObject({
      code: 'agenda.start_taken',
    })
    expect((await suggestMeeting(world, convener)).startsAt).toBe('2024-07-09T15:00:00.000+08:00')
    expect((await draftAgenda(world, convener, asUsual)).notice.items.map(({ no }) => no)).toEqual(
      notice.leftOut.map(({ no }) => no),
    )
  })

  it('publishes the convener’s own latest draft when none is named', async () => {
    await raiseIssues(world)
    await setChannel(world)
    await draftAgenda(world, as(people.admin), asUsual)
    await expect(publishAgenda(world, convener, null)).rejects.toMatchObject({ code: 'agenda.no_draft' })
    await draftAgenda(world, convener, { ...asUsual, time: { hour: 9, minute: 0 } })
    const { notice } = await publishAgenda(world, convener, null)
    expect(notice.startsAt).toBe('2024-07-02T09:00:00.000+08:00')
  })

  it('is not published without a channel, and the draft is kept', async () => {
    await raiseIssues(world)
    const { notice } = await draftAgenda(world, convener, asUsual)
    await expect(publishAgenda(world, convener, at(notice))).rejects.toMatchObject({ code: 'agenda.no_channel' })
    await setChannel(world)
    await publishAgenda(world, convener, at(notice))
    expect(await counts(world)).toMatchObject({ published: 1, deliveries: 1 })
  })

  it('is not published when an issue changed since, when it was replaced, or when its time has passed', async () => {
    await raiseIssues(world)
    await setChannel(world)
    const { notice } = await draftAgenda(world, convener, asUsual)
    await withdrawIssue(world, as(people.customs), 2)
    await requireIssueAtMeeting(world, as(people.leader), 3)
    await expect(publishAgenda(world, convener, at(notice))).rejects.toMatchObject({
      code: 'agenda.issues_changed',
      params: { issues: ['#2', '#3'] },
    })
    const anew = await draftAgenda(world, convener, asUsual)
    await expect(publishAgenda(world, convener, at(notice))).rejects.toMatchObject({ code: 'agenda.unknown' })
    world.clock.set('2024-07-02T15:00:00+08:00')
    await expect(publishAgenda(world, convener, at(anew.notice))).rejects.toMatchObject({
      code: 'agenda.start_passed',
    })
    expect(await counts(world)).toMatchObject({ published: 0, deliveries: 0, scheduled: 0 })
  })

  it('needs open issues, a length and a time that make sense', async () => {
    await expect(draftAgenda(world, convener, asUsual)).rejects.toMatchObject({ code: 'agenda.no_open_issues' })
    await expect(suggestMeeting(world, convener)).rejects.toMatchObject({ code: 'agenda.no_open_issues' })
    await raiseIssues(world, 60)
    await expect(draftAgenda(world, convener, { ...asUsual, minutes: 10 })).rejects.toMatchObject({
      code: 'agenda.minutes_out_of_range',
    })
    await expect(draftAgenda(world, convener, { ...asUsual, minutes: 15 })).rejects.toMatchObject({
      code: 'agenda.nothing_fits',
      params: { minutes: 15, shortest: 60 },
    })
    expect(await counts(world)).toMatchObject({ meetings: 0 })
  })

  it('warns of a day that does not work and of mandatory items that overrun', async () => {
    await raiseIssues(world, 60)
    for (const no of [1, 2, 3]) await requireIssueAtMeeting(world, as(people.leader), no)
    const saturday: MeetingWish = { ...asUsual, day: { year: 2024, month: 6, day: 29 }, minutes: 120 }
    const { warnings, notice } = await draftAgenda(world, convener, saturday)
    expect(warnings).toEqual(['holiday', 'overrun', 'no_channel'])
    expect(notice.minutesUsed).toBe(180)
    const farAhead: MeetingWish = { ...asUsual, day: { year: 2099, month: 6, day: 30 } }
    world.clock.set('2099-06-01T09:00:00+08:00')
    expect((await draftAgenda(world, convener, farAhead)).warnings).toContain('calendar_unknown')
  })

  it('is drafted and published by the office alone; drafts are seen by it alone', async () => {
    await raiseIssues(world)
    await setChannel(world)
    const { notice } = await draftAgenda(world, as(people.admin), inAnHour)
    for (const userId of [people.leader, people.lead, people.participant]) {
      const refused = { code: 'access.role_needed', params: { roles: ['convener', 'admin'] } }
      await expect(draftAgenda(world, as(userId), inAnHour)).rejects.toMatchObject(refused)
      await expect(suggestMeeting(world, as(userId))).rejects.toMatchObject(refused)
      await expect(publishAgenda(world, as(userId), at(notice))).rejects.toMatchObject(refused)
      await expect(showAgenda(world, as(userId))).rejects.toMatchObject({ code: 'agenda.none' })
    }
    const unknown = { code: 'access.not_a_member' }
    await expect(draftAgenda(world, as(people.stranger), inAnHour)).rejects.toMatchObject(unknown)
    await expect(showAgenda(world, as(people.stranger))).rejects.toMatchObject(unknown)
    expect(await showAgenda(world, convener)).toMatchObject({ draft: true, mayPublish: true, notice })
    await publishAgenda(world, convener, at(notice))
    expect(await showAgenda(world, as(people.lead))).toMatchObject({ draft: false, mayPublish: false, notice })
    await draftAgenda(world, convener, asUsual)
    expect(await showAgenda(world, as(people.lead))).toMatchObject({ draft: false })
    expect(await showAgenda(world, convener)).toMatchObject({ draft: true })
  })

  it('stays within its workspace', async () => {
    await raiseIssues(world)
    const { notice } = await draftAgenda(world, convener, asUsual)
    const other = await setUpWorld(database(), 'T2')
    const stranger = as(people.convener, { workspaceId: 'T2' })
    await expect(draftAgenda(other, stranger, asUsual)).rejects.toMatchObject({ code: 'agenda.no_open_issues' })
    await expect(publishAgenda(other, stranger, at(notice))).rejects.toMatchObject({ code: 'agenda.unknown' })
    await expect(showAgenda(other, stranger)).rejects.toMatchObject({ code: 'agenda.none' })
  })

  it('leaves a trail of who drafted and published it', async () => {
    await raiseIssues(world)
    await setChannel(world)
    const { notice } = await draftAgenda(world, as(people.convener, { requestKey: 'command:1' }), asUsual)
    await publishAgenda(world, as(people.admin), at(notice))
    const events = await world.database.transaction((tx) =>
      tx.auditEvent.findMany({ where: { action: { startsWith: 'agenda.' } }, orderBy: { id: 'asc' } }),
    )
    expect(events.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      [people.convener, 'agenda.draft', `meeting/${notice.meetingNo}`],
      [people.admin, 'agenda.publish', `meeting/${notice.meetingNo}`],
    ])
    const repeated = draftAgenda(world, as(people.convener, { requestKey: 'command:1' }), asUsual)
    await expect(repeated).rejects.toMatchObject({ code: 'request.repeated' })
  })

  it('of several who publish at once, one wins', async () => {
    await raiseIssues(world)
    await setChannel(world)
    const { notice } = await draftAgenda(world, convener, asUsual)
    const attempts = Array.from({ length: 8 }, (_, index) =>
      publishAgenda(world, as(index % 2 === 0 ? people.convener : people.admin), at(notice)),
    )
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'agenda.already_published' })
    }
    expect(await counts(world)).toEqual({ meetings: 1, published: 1, items: 4, deliveries: 1, scheduled: 4 })
  })
})

describeOnPostgres('racing conveners', (database) => {
  it('schedule an issue for one meeting only, whatever they do at once', async () => {
    const world = await setUpWorld(database())
    await setChannel(world)
    for (let round = 0; round < 5; round += 1) {
      await raiseIssues(world)
      const times = [9, 10, 11, 14].map((hour) => ({ ...asUsual, time: { hour, minute: round } }))
      const drafts = await Promise.all(times.map((wish) => draftAgenda(world, convener, wish)))
      const outcomes = await Promise.allSettled([
        ...drafts.map(({ notice }) => publishAgenda(world, convener, at(notice))),
        // All drafts hold the issue: in the other rounds one of them is published for sure.
        ...(round % 2 === 0 ? [withdrawIssue(world, as(people.customs), round * 4 + 4)] : []),
        draftAgenda(world, as(people.admin), times[0] ?? asUsual),
      ])
      for (const outcome of outcomes) {
        // A deadlock has a code, too.
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DomainError)
      }
      const twice = await world.database.transaction(
        (tx) => tx.$queryRaw`
          SELECT item."issueId" FROM "AgendaItem" item JOIN "Meeting" meeting ON meeting."id" = item."meetingId"
          WHERE meeting."state" = 'published' GROUP BY 1 HAVING count(*) > 1`,
      )
      expect(twice).toEqual([])
    }
    const { published, deliveries } = await counts(world)
    expect(published).toBeGreaterThan(0)
    expect(deliveries).toBe(published)
  })

  it('draft the same start at once and leave one draft', async () => {
    const world = await setUpWorld(database())
    await raiseIssues(world)
    const attempts = [people.convener, people.admin, people.convener].map((user) =>
      draftAgenda(world, as(user), asUsual),
    )
    const outcomes = await Promise.allSettled(attempts)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'agenda.unknown' })
    }
    expect(await counts(world)).toMatchObject({ meetings: 1 })
  })
})
