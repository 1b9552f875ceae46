import { beforeEach, expect, it } from 'vitest'
import { listAgendaItems } from '../../../src/db/agenda-item-store.ts'
import { cancelAction } from '../../../src/usecases/action/cancel-action.ts'
import { extendAction } from '../../../src/usecases/action/extend-action.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { returnAction } from '../../../src/usecases/action/return-action.ts'
import { verifyAction } from '../../../src/usecases/action/verify-action.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { endMeeting } from '../../../src/usecases/meeting/end-meeting.ts'
import { startMeeting } from '../../../src/usecases/meeting/start-meeting.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('the whole life of an issue', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  const convener = as(people.convener)
  beforeEach(async () => {
    world = await setUpWorld(database())
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'C1', leadingChannel: 'C2' })
  })

  /** Drafts and publishes the next meeting, with all that is open; gives its number and id. */
  const meet = async () => {
    await draftAgenda(world, convener, { day: null, time: null, minutes: 120, mode: null })
    const { notice } = await publishAgenda(world, convener, null)
    const { meetingId, meetingNo, startsAt } = notice
    world.clock.set(startsAt)
    return { id: meetingId, no: meetingNo ?? 0 }
  }
  const hold = async (no: number) => {
    await startMeeting(world, convener, no)
    return (await endMeeting(world, convener, no)).carriedOver
  }

  it('tells of meetings, outcomes, actions and what became of them, with the target it concerns', async () => {
    const no = await raised(world, as(people.lead))
    const first = await meet()
    await hold(first.no)
    world.clock.set('2024-07-03T09:00:00+08:00')
    const second = await meet()
    const [item] = await database().transaction((tx) => listAgendaItems(tx, second.id))
    const [action = 0] = await decided(
      world,
      convener,
      no,
      [{ text: '制定验收标准', owner: '市商务局', helpers: ['江城海关'], dueOn: '2024-07-31' }],
      { place: { meetingId: second.id, agendaItemId: item?.id ?? 0 } },
    )
    world.clock.set('2024-07-12T09:00:00+08:00')
    await extendAction(world, convener, action, '2024-08-09', '等待批复')
    await reportAction(world, as(people.lead), action, '已印发')
    await returnAction(world, convener, action, '请附文号')
    world.clock.set('2024-07-15T09:00:00+08:00')
    await reportAction(world, as(people.lead), action, '商发1号')
    await verifyAction(world, convener, action)
    const { life, targets, state } = await showIssue(world, as(people.leader), no)
    expect(state).toBe('closed')
    expect(targets).toMatchObject([{ metric: '引进企业', reason: 'no_measurement' }])
    expect(life).toMatchObject([
      { kind: 'raised', unit: '市商务局' },
      { kind: 'scheduled', meetingNo: 1, position: 1 },
      { kind: 'outcome', outcome: 'deferred', meetingNo: 1, carried: 1 },
      { kind: 'scheduled', meetingNo: 2 },
      { kind: 'outcome', outcome: 'decided', meetingNo: 2, text: '由市商务局统一标准' },
      { kind: 'action', no: 1, owner: '市商务局', coUnits: ['江城海关'], dueOn: '2024-07-31' },
      { kind: 'trail', what: 'extended', dueOn: '2024-08-09', wasDueOn: '2024-07-31' },
      { kind: 'trail', what: 'reported', text: '已印发' },
      { kind: 'trail', what: 'returned', text: '请附文号' },
      { kind: 'trail', what: 'reported', text: '商发1号' },
      { kind: 'trail', what: 'verified' },
      { kind: 'closed' },
    ])
  })

  it('is carried over by itself with its count; carried twice it stands before the leading group', async () => {
    const no = await raised(world, as(people.lead))
    const other = await raised(world, as(people.customs), '另一件事情')
    const first = await meet()
    await decided(world, convener, other, [])
    expect(await hold(first.no)).toMatchObject([{ no, carried: 1, escalated: false }])
    expect(await showIssue(world, convener, no)).toMatchObject({ state: 'open', carried: 1, escalatedAt: null })
    world.clock.set('2024-07-03T09:00:00+08:00')
    expect(await hold((await meet()).no)).toMatchObject([{ no, carried: 2, escalated: true }])
    const escalated = await showIssue(world, convener, no)
    expect(escalated).toMatchObject({ state: 'open', carried: 2, mandatory: true })
    expect(escalated.escalatedAt).not.toBeNull()
    expect(escalated.life.at(-1)).toMatchObject({ kind: 'outcome', outcome: 'deferred', carried: 2, escalated: true })
  })

  it('tells of a withdrawal, of an issue that is open again, and of units that were consulted', async () => {
    const no = await raised(world, as(people.leader))
    await decided(world, convener, no, [{ text: '制定标准', owner: '市商务局', dueOn: '2024-07-31' }])
    await cancelAction(world, convener, 1, '情况有变')
    const { issueId, unitId } = await database().transaction(async (tx) => ({
      issueId: (await tx.issue.findFirstOrThrow()).id,
      unitId: (await tx.unit.findFirstOrThrow({ where: { name: '江城海关' } })).id,
    }))
    const at = world.now().plus({ hours: 1 }).toJSDate()
    await database().client.consultation.create({
      data: {
        issueId,
        proposal: '由海关统一',
        state: 'agreed',
        askedBy: people.convener,
        askedAt: world.now().plus({ minutes: 30 }).toJSDate(),
        answers: { create: { unitId, agrees: true, answeredBy: people.customs, answeredAt: at } },
      },
    })
    world.clock.set('2024-06-25T09:00:00+08:00')
    await withdrawIssue(world, as(people.leader), no)
    const { life } = await showIssue(world, as(people.lead), no)
    expect(life).toMatchObject([
      { kind: 'raised', unit: null, userId: people.leader },
      { kind: 'outcome', meetingNo: null },
      { kind: 'action' },
      { kind: 'trail', what: 'cancelled', text: '情况有变' },
      { kind: 'reopened' },
      { kind: 'consulted', proposal: '由海关统一' },
      { kind: 'consultation', state: 'dropped', agreed: ['江城海关'] },
      { kind: 'outcome', outcome: 'withdrawn', meetingNo: null },
    ])
  })
})
