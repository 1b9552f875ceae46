import { beforeEach, expect, it } from 'vitest'
import { plainReply } from '../../../src/domain/meeting/reply-words.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { replyForm, replyToMeeting, showRoster } from '../../../src/usecases/meeting/reply-to-meeting.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('answering an invitation', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let no: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'CMEETING' })
    const facts = { details: '', taskNo: null, minutes: 20, severity: 2 as const, sourceLink: null, similarSeen: true }
    await raiseIssue(world, as(people.lead), { ...facts, title: '花山港验收', units: ['江城海关'] })
    const draft = await draftAgenda(world, as(people.convener), { day: null, time: null, minutes: null, mode: null })
    const { meetingId, draft: count, meetingNo } = draft.notice
    await publishAgenda(world, as(people.convener), { meetingId, draft: count })
    no = meetingNo
  })
  const owed = (kind: string) => database().client.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } })

  it('asks each delegate once, with their items, what is asked of them and a calendar file', async () => {
    const invitations = (await owed('meeting.invitation')).sort((a, b) => a.place.localeCompare(b.place))
    expect(invitations.map((one) => one.place)).toEqual([people.customs, people.lead])
    expect(invitations[0]?.payload).toMatchObject({
      units: ['江城海关'],
      required: true,
      items: [{ no: 1, ask: 'help' }],
    })
    expect(invitations[1]?.payload).toMatchObject({ units: ['市商务局'], required: false, items: [{ ask: 'raised' }] })
    for (const one of invitations) expect(one.documents).toHaveLength(1)
  })

  it('keeps the last answer and brings the one roster up to date', async () => {
    expect(await replyForm(world, as(people.customs), no)).toMatchObject({ no, minutes: 120 })
    await replyToMeeting(world, as(people.customs), no, plainReply('attend'))
    const stored = await replyToMeeting(world, as(people.customs), no, { ...plainReply('deputy'), deputy: '张三' })
    expect(stored).toMatchObject({ units: ['江城海关'], reply: 'deputy', deputy: '张三' })
    const { units } = await showRoster(world, as(people.convener), no)
    expect(units).toMatchObject([
      { unit: '江城海关', required: true, reply: 'deputy', deputy: '张三', items: [1] },
      { unit: '市商务局', required: false, reply: null, items: [1] },
    ])
    const shown = (await owed('meeting.invitation')).filter((one) => one.place === people.customs)
    expect(shown.map((one) => one.edits)).toEqual([null, shown[0]?.dedupeKey])
    expect(shown[0]?.payload).toMatchObject({ answer: null })
    expect(shown[1]?.payload).toMatchObject({ answer: { reply: 'deputy', deputy: '张三' } })
    const rosters = await owed('meeting.roster')
    expect(rosters.map((one) => one.edits)).toEqual([null, rosters[0]?.dedupeKey])
    expect(rosters.at(-1)?.payload).toMatchObject({ units: [{ deputy: '张三' }, {}] })
  })

  it('counts for every unit of the person', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.customs, role: 'liaison', unit: '市商务局' }])
    const { units } = await replyToMeeting(world, as(people.customs), no, plainReply('attend'))
    expect(units).toEqual(['江城海关', '市商务局'])
  })

  it('is for the units on the roster, before the meeting, and by liaisons alone', async () => {
    const attempt = (userId: string, meeting = no) => replyToMeeting(world, as(userId), meeting, plainReply('attend'))
    await expect(attempt(people.participant)).rejects.toMatchObject({ code: 'attendance.unknown' })
    await expect(attempt(people.customs, 99)).rejects.toMatchObject({ code: 'attendance.unknown' })
    for (const userId of [people.convener, people.leader, people.admin])
      await expect(attempt(userId)).rejects.toMatchObject({ code: 'access.role_needed' })
    for (const userId of [people.convener, people.leader, people.admin])
      expect((await showRoster(world, as(userId), no)).no).toBe(no)
    await expect(showRoster(world, as(people.customs), no)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(showRoster(world, as(people.convener), 99)).rejects.toMatchObject({ code: 'meeting.unknown' })
    world.clock.set('2024-07-02T15:00:00+08:00')
    await expect(attempt(people.customs)).rejects.toMatchObject({ code: 'attendance.closed', params: { no } })
  })
})
