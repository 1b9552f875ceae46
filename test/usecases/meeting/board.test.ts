import { beforeEach, expect, it } from 'vitest'
import { listActions } from '../../../src/db/action-store.ts'
import { listAgendaItems } from '../../../src/db/agenda-item-store.ts'
import { listAudit } from '../../../src/db/audit-store.ts'
import { listDecisions } from '../../../src/db/decision-store.ts'
import { findIssue, setMandatory, updateIssue } from '../../../src/db/issue-store.ts'
import { findMeeting } from '../../../src/db/meeting-store.ts'
import { listUnits } from '../../../src/db/unit-store.ts'
import { changeAgenda } from '../../../src/usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../../src/usecases/agenda/show-agenda.ts'
import type { DecisionWish } from '../../../src/usecases/decision/record-decision.ts'
import { withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { callUpcomingItems } from '../../../src/usecases/meeting/call-upcoming-items.ts'
import { endMeeting } from '../../../src/usecases/meeting/end-meeting.ts'
import { markAttendance } from '../../../src/usecases/meeting/mark-attendance.ts'
import { recordOutcome, recordOutcomeWords } from '../../../src/usecases/meeting/record-outcome.ts'
import { showBoard, startMeeting } from '../../../src/usecases/meeting/start-meeting.ts'
import { takeItem } from '../../../src/usecases/meeting/take-item.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { raise } from '../../support/meetings.ts'
import { draftMeeting, publishMeeting } from '../../support/published-meeting.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)
const deferred: DecisionWish = { outcome: 'deferred', text: '', actions: [] }

type World = Awaited<ReturnType<typeof setUpWorld>>

/** The plan's id and the ids of its units. */
async function plan(world: World) {
  return world.database.transaction(async (tx) => {
    const { id } = await tx.plan.findFirstOrThrow({ select: { id: true } })
    const units = await listUnits(tx, id)
    const unit = (name: string) => units.find((one) => one.name === name)?.id ?? 0
    return { id, unit }
  })
}

async function decided(world: World, actions = 1): Promise<DecisionWish> {
  const { unit } = await plan(world)
  const action = {
    text: '完成验收',
    ownerId: unit('江城海关'),
    coUnitIds: [unit('市商务局')],
    dueOn: '2024-07-16',
    measure: '',
  }
  return { outcome: 'decided', text: '统一标准', actions: Array.from({ length: actions }, () => action) }
}

const issueOf = async (world: World, no: number) => {
  const { id } = await plan(world)
  return world.database.transaction((tx) => findIssue(tx, id, no))
}

describeOnEachDatabase('the board', (database) => {
  let world: World
  let order: number[]
  beforeEach(async () => {
    world = await setUpWorld(database())
    await publishMeeting(world)
    world.clock.set('2024-07-02T15:00:00+08:00')
    const board = await world.database.transaction(async (tx) => listAgendaItems(tx, 1))
    order = board.map((item) => item.issueNo)
  })
  const at = (index: number) => order[index] ?? 0

  it('starts the nearest published meeting with its first item, and shows it as it was left', async () => {
    const view = await startMeeting(world, convener, null)
    expect(view.meeting).toMatchObject({ no: 1, state: 'running' })
    expect(view.board).toMatchObject({ current: { no: at(0), elapsed: 0 }, shift: 0, opening: null })
    expect(view.board.coming.map((one) => one.no)).toEqual(order.slice(1))
    world.clock.set('2024-07-02T15:07:30+08:00')
    const again = await startMeeting(world, as(people.admin), 1)
    expect(again.board.current).toMatchObject({ no: at(0), elapsed: 7 })
    expect(again.meeting.startedAt).toEqual(view.meeting.startedAt)
  })

  it('starts neither too early, nor without a published agenda, nor a second time', async () => {
    world.clock.set('2024-07-02T12:59:00+08:00')
    await expect(startMeeting(world, convener, null)).rejects.toMatchObject({ code: 'board.none_near' })
    await expect(startMeeting(world, convener, 1)).rejects.toMatchObject({ code: 'board.too_early' })
    await expect(startMeeting(world, convener, 9)).rejects.toMatchObject({ code: 'meeting.unknown', params: { no: 9 } })
    await expect(showBoard(world, convener, 1)).rejects.toMatchObject({ code: 'board.not_running' })
    world.clock.set('2024-07-02T23:00:01+08:00')
    await expect(startMeeting(world, convener, null)).rejects.toMatchObject({ code: 'board.none_near' })
    await startMeeting(world, convener, 1)
    await endMeeting(world, convener, 1)
    await expect(startMeeting(world, convener, 1)).rejects.toMatchObject({ code: 'board.held' })
    await expect(takeItem(world, convener, 1, 1)).rejects.toMatchObject({ code: 'board.held' })
  })

  it('is for conveners and admins', async () => {
    for (const who of [people.leader, people.lead]) {
      const refused = { code: 'access.role_needed' }
      await expect(startMeeting(world, as(who), 1)).rejects.toMatchObject(refused)
      await expect(takeItem(world, as(who), 1, 1)).rejects.toMatchObject(refused)
      await expect(recordOutcome(world, as(who), { meetingNo: 1, issueNo: 1 }, deferred, null)).rejects.toMatchObject(
        refused,
      )
      await expect(recordOutcomeWords(world, as(who), { meetingNo: 1, issueNo: 1 }, '延期')).rejects.toMatchObject(
        refused,
      )
      await expect(markAttendance(world, as(who), 1, [])).rejects.toMatchObject(refused)
      await expect(endMeeting(world, as(who), 1)).rejects.toMatchObject(refused)
    }
  })

  it('records an outcome with its actions, ends the item and takes up the next', async () => {
    await startMeeting(world, convener, 1)
    world.clock.set('2024-07-02T15:12:00+08:00')
    const place = { meetingNo: 1, issueNo: at(0) }
    const recorded = await recordOutcome(world, convener, place, await decided(world, 2), null)
    expect(recorded).toMatchObject({ outcome: 'decided', actions: [1, 2], replaced: false })
    expect(await issueOf(world, at(0))).toMatchObject({ state: 'in_action' })
    const view = await showBoard(world, convener, 1)
    expect(view.board.current).toMatchObject({ no: at(1), elapsed: 0 })
    expect(view.items[0]).toMatchObject({ settled: true, decision: { text: '统一标准' }, endedAt: expect.any(Date) })
    expect(view.board.shift).toBe(12 - (view.items[0]?.minutes ?? 0))
  })

  it('records in words, units found by their names', async () => {
    await startMeeting(world, convener, 1)
    const words = '议定 统一标准；交办：海关（配合：商务局）完成验收 10个工作日 标准：出具验收单'
    await recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: at(0) }, words)
    const { id } = await plan(world)
    const [action] = await world.database.transaction((tx) => listActions(tx, id))
    expect(action).toMatchObject({
      text: '完成验收',
      owner: { name: '江城海关' },
      coUnits: [{ name: '市商务局' }],
      dueOn: '2024-07-16',
      measure: '出具验收单',
      meetingNo: 1,
    })
    const again = recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: at(0) }, '延期')
    await expect(again).rejects.toMatchObject({ code: 'board.recorded_before' })
    const elsewhere = recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 9 }, '延期')
    await expect(elsewhere).rejects.toMatchObject({ code: 'board.not_on_agenda' })
    const stranger = recordOutcomeWords(
      world,
      convener,
      { meetingNo: 1, issueNo: at(1) },
      '议定 好；交办：市邮政局 送信 3天',
    )
    await expect(stranger).rejects.toMatchObject({ code: 'unit.unknown' })
    expect((await issueOf(world, at(1)))?.state).toBe('scheduled')
  })

  it('replaces an outcome, and puts the issue back first as it was', async () => {
    const { id } = await plan(world)
    const standing = { mandatory: true, carried: 1, escalatedAt: new Date('2024-06-01T00:00:00Z') }
    await world.database.transaction(async (tx) => {
      const issue = await findIssue(tx, id, at(0))
      await updateIssue(tx, issue?.id ?? 0, standing)
    })
    await startMeeting(world, convener, 1)
    const place = { meetingNo: 1, issueNo: at(0) }
    const first = await recordOutcome(world, convener, place, await decided(world), null)
    expect((await issueOf(world, at(0)))?.escalatedAt).toBeNull()
    await expect(recordOutcome(world, as(people.admin), place, deferred, null)).rejects.toMatchObject({
      code: 'board.recorded_meanwhile',
      params: { issue: at(0), text: '统一标准' },
    })
    await recordOutcome(world, as(people.admin), place, deferred, first.decisionId)
    expect(await issueOf(world, at(0))).toMatchObject({ ...standing, state: 'open', carried: 2 })
    await recordOutcomeWords(world, convener, place, '改 提请 请领导小组定')
    expect(await issueOf(world, at(0))).toMatchObject({ ...standing, state: 'open' })
    expect(await world.database.transaction((tx) => listActions(tx, id))).toEqual([])
    const decisions = await world.database.transaction((tx) => listDecisions(tx, id))
    expect(decisions.map((one) => one.outcome)).toEqual(['escalated'])
    const trail = await world.database.transaction((tx) => listAudit(tx, 'T1', id))
    expect(trail.filter((one) => one.action === 'decision.undo')).toHaveLength(2)
  })

  it('does not take an outcome back once its issue or its actions moved on', async () => {
    const { id } = await plan(world)
    await startMeeting(world, convener, 1)
    const place = { meetingNo: 1, issueNo: at(0) }
    const first = await recordOutcome(world, convener, place, await decided(world), null)
    await world.database.transaction((tx) => tx.action.updateMany({ data: { state: 'reported' } }))
    const refused = { code: 'decision.moved_on', params: { no: at(0) } }
    await expect(recordOutcome(world, convener, place, deferred, first.decisionId)).rejects.toMatchObject(refused)
    const other = await recordOutcome(world, convener, { meetingNo: 1, issueNo: at(1) }, deferred, null)
    await world.database.transaction(async (tx) => setMandatory(tx, other.issue.id, true))
    const again = recordOutcome(world, convener, { meetingNo: 1, issueNo: at(1) }, deferred, other.decisionId)
    await expect(again).rejects.toMatchObject({ code: 'decision.moved_on', params: { no: at(1) } })
    expect(await world.database.transaction((tx) => listDecisions(tx, id))).toHaveLength(2)
  })

  it('saves nothing of an outcome that is out of bounds', async () => {
    await startMeeting(world, convener, 1)
    const place = { meetingNo: 1, issueNo: at(0) }
    const wish = await decided(world)
    const [action] = wish.actions
    if (!action) throw new Error('no action')
    const bad: [DecisionWish, string][] = [
      [{ ...wish, text: ' ' }, 'decision.text_missing'],
      [{ ...wish, text: '长'.repeat(2001) }, 'decision.text_too_long'],
      [{ ...wish, outcome: 'deferred' }, 'decision.no_actions_here'],
      [await decided(world, 11), 'decision.too_many_actions'],
      [{ ...wish, actions: [{ ...action, text: '长'.repeat(201) }] }, 'action.text_too_long'],
      [{ ...wish, actions: [action, { ...action, dueOn: '2024-07-01' }] }, 'action.due_passed'],
      [{ ...wish, actions: [action, { ...action, ownerId: 999 }] }, 'unit.unknown'],
    ]
    for (const [one, code] of bad)
      await expect(recordOutcome(world, convener, place, one, null)).rejects.toMatchObject({ code })
    const { id } = await plan(world)
    expect(await world.database.transaction((tx) => listDecisions(tx, id))).toEqual([])
    expect((await showBoard(world, convener, 1)).board.current).toMatchObject({ no: at(0) })
  })

  it('takes up any item; what was spent on one that is taken up again counts', async () => {
    await startMeeting(world, convener, 1)
    world.clock.set('2024-07-02T15:04:00+08:00')
    await takeItem(world, convener, 1, at(2))
    world.clock.set('2024-07-02T15:10:00+08:00')
    const view = await takeItem(world, convener, 1, at(0), at(2))
    expect(view.board.current).toMatchObject({ no: at(0), elapsed: 4 })
    expect(view.board.coming.map((one) => one.no)).toEqual([at(1), at(2)])
    await expect(takeItem(world, as(people.admin), 1, at(1), at(2))).rejects.toMatchObject({ code: 'board.moved_on' })
    await expect(takeItem(world, convener, 1, 9)).rejects.toMatchObject({ code: 'board.not_on_agenda' })
  })

  it('tells the units of an item five minutes before, once, and later where an item overruns', async () => {
    const calls = () =>
      world.database.transaction((tx) =>
        tx.delivery.findMany({ where: { kind: 'meeting.item_soon' }, orderBy: { id: 'asc' } }),
      )
    await startMeeting(world, convener, 1)
    expect(await callUpcomingItems(world)).toBe(0)
    const items = await world.database.transaction((tx) => listAgendaItems(tx, 1))
    const second = items[1]
    const startMinute = second?.startMinute ?? 0
    const time = (minute: number) =>
      world.clock.set(new Date(Date.parse('2024-07-02T07:00:00Z') + minute * 60_000).toISOString())
    time(startMinute - 6)
    expect(await callUpcomingItems(world)).toBe(0)
    time(startMinute - 5)
    expect(await callUpcomingItems(world)).toBe(1)
    expect(await callUpcomingItems(world)).toBe(0)
    const liaisons = { 市商务局: people.lead, 光谷管委会: people.participant, 江城海关: people.customs } as Record<
      string,
      string
    >
    const expected = (second?.units ?? []).map((unit) => liaisons[unit.name]).sort()
    expect((await calls()).map((one) => one.place).sort()).toEqual(expected)
    expect((await calls())[0]?.payload).toMatchObject({ issueNo: at(1), no: 1, item: 2 })
    // The first item overruns by half an hour: the third is not called by the old times.
    const third = items[2]
    time((third?.startMinute ?? 0) - 4)
    expect(await callUpcomingItems(world)).toBe(0)
    // Taken up out of turn and not called yet, its units are told at once.
    await takeItem(world, convener, 1, at(2))
    expect(await callUpcomingItems(world)).toBe(1)
    expect((await calls()).at(-1)?.payload).toMatchObject({ issueNo: at(2), expectedAt: null })
  })

  it('calls the items of one meeting though those of another cannot be read, and says which', async () => {
    await raise(world, '冷链用地')
    const later = { day: { year: 2024, month: 7, day: 2 }, time: { hour: 15, minute: 30 }, minutes: 60, mode: null }
    const { notice } = await draftAgenda(world, convener, later)
    await publishAgenda(world, convener, { meetingId: notice.meetingId, draft: notice.draft })
    for (const no of [1, 2]) await startMeeting(world, convener, no)
    const { client } = world.database
    await client.agendaItem.updateMany({ data: { callAt: world.now().toJSDate() } })
    await client.meeting.update({ where: { id: 1 }, data: { agenda: {} } })
    const failed: number[] = []
    expect(await callUpcomingItems(world, (_, meetingId) => failed.push(meetingId))).toBe(1)
    expect(failed).toEqual([1])
  })

  it('starts by the agenda as it was published: a revision that was not goes', async () => {
    await changeAgenda(world, convener, { meetingNo: 1 }, { kind: 'mode', mode: 'score' })
    expect(await showAgenda(world, convener)).toMatchObject({ draft: true })
    await startMeeting(world, convener, 1)
    expect(await showAgenda(world, convener)).toMatchObject({ draft: false, notice: { mode: 'waiting' } })
  })

  it('marks who is there, guests too, and goes on where it was with a new process', async () => {
    await startMeeting(world, convener, 1)
    const { unit } = await plan(world)
    expect(await markAttendance(world, convener, 1, ['商务局', unit('江城海关')])).toEqual({
      present: ['市商务局', '江城海关'],
      absent: ['光谷管委会'],
    })
    await expect(markAttendance(world, convener, 1, ['没有的单位'])).rejects.toMatchObject({ code: 'unit.unknown' })
    await takeItem(world, convener, 1, at(1))
    const restarted = { database: world.database, now: world.now }
    const view = await startMeeting(restarted, convener, null)
    expect(view.board.current).toMatchObject({ no: at(1) })
    expect(view.attendance.filter((one) => one.attended).map((one) => one.unit)).toEqual(['市商务局', '江城海关'])
  })

  it('opens with the follow-up of earlier actions where the agenda has one', async () => {
    await startMeeting(world, convener, 1)
    await recordOutcome(world, convener, { meetingNo: 1, issueNo: at(0) }, await decided(world), null)
    await endMeeting(world, convener, 1)
    world.clock.set('2024-07-20T09:00:00+08:00')
    await draftMeeting(world, { month: 7, day: 30 })
    await publishAgenda(world, convener, null)
    world.clock.set('2024-07-30T15:03:00+08:00')
    const { board, meeting } = await startMeeting(world, convener, 2)
    expect(meeting.agenda?.followUp).toMatchObject({ minutes: 10, overdue: [{ no: 1, owner: '江城海关' }] })
    expect(board).toMatchObject({ opening: { elapsed: 0, left: 10 }, current: null, shift: 3 })
    const first = board.coming[0]?.no ?? 0
    await recordOutcomeWords(world, convener, { meetingNo: 2, issueNo: first }, '撤销')
    expect((await showBoard(world, convener, 2)).board.opening).not.toBeNull()
    const taken = await takeItem(world, convener, 2, board.coming[1]?.no ?? 0, null)
    expect(taken.board).toMatchObject({ opening: null, current: { no: board.coming[1]?.no } })
  })

  it('defers what has no outcome when it ends; carried twice, an issue goes to the leading group', async () => {
    await startMeeting(world, convener, 1)
    await recordOutcome(world, convener, { meetingNo: 1, issueNo: at(0) }, await decided(world, 0), null)
    await withdrawIssue(world, convener, at(1))
    expect((await showBoard(world, convener, 1)).items.find((one) => one.issueNo === at(1))).toMatchObject({
      gone: true,
    })
    const ended = await endMeeting(world, convener, 1)
    expect(ended.carriedOver).toMatchObject([{ no: at(2), carried: 1, escalated: false }])
    expect(ended.items.map((item) => item.decision?.outcome)).toEqual(['decided', undefined, 'deferred'])
    // What was withdrawn without the meeting has that one outcome.
    const withdrawn = await database().client.decision.findMany({ where: { issue: { no: at(1) } } })
    expect(withdrawn).toMatchObject([{ outcome: 'withdrawn', meetingId: null }])
    expect(await issueOf(world, at(0))).toMatchObject({ state: 'closed' })
    const { id } = await plan(world)
    expect(await world.database.transaction((tx) => findMeeting(tx, id, 1))).toMatchObject({
      state: 'held',
      endedAt: expect.any(Date),
    })

    await draftMeeting(world, { month: 7, day: 30 })
    await publishAgenda(world, convener, null)
    world.clock.set('2024-07-30T15:00:00+08:00')
    await startMeeting(world, convener, 2)
    expect((await endMeeting(world, convener, 2)).carriedOver).toMatchObject([
      { no: at(2), carried: 2, escalated: true },
    ])
    expect(await issueOf(world, at(2))).toMatchObject({ state: 'open', mandatory: true })
    const twice = recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: at(2) }, '改 撤销')
    await expect(twice).rejects.toMatchObject({ code: 'decision.moved_on' })
  })
})

describeOnPostgres('two conveners at once', (database) => {
  it('record the same item: one is told', async () => {
    const world = await setUpWorld(database())
    await publishMeeting(world)
    world.clock.set('2024-07-02T15:00:00+08:00')
    await startMeeting(world, convener, 1)
    const wish = await decided(world)
    const attempts = await Promise.allSettled(
      [people.convener, people.admin].map((who) =>
        recordOutcome(world, as(who), { meetingNo: 1, issueNo: 1 }, wish, null),
      ),
    )
    expect(attempts.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(attempts.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'board.recorded_meanwhile' },
    })
    const { id } = await plan(world)
    expect(await world.database.transaction((tx) => listActions(tx, id))).toHaveLength(1)
  })

  it('step on at once: the board steps once', async () => {
    const world = await setUpWorld(database())
    await publishMeeting(world)
    world.clock.set('2024-07-02T15:00:00+08:00')
    const { board } = await startMeeting(world, convener, 1)
    const [from, to] = [board.current?.no ?? null, board.coming[0]?.no ?? 0]
    const steps = await Promise.allSettled(
      [people.convener, people.admin].map((who) => takeItem(world, as(who), 1, to, from)),
    )
    expect(steps.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await showBoard(world, convener, 1)).board.current?.no).toBe(to)
  })

  it('end the meeting at once: it ends once, and each issue is carried once', async () => {
    const world = await setUpWorld(database())
    await publishMeeting(world)
    world.clock.set('2024-07-02T15:00:00+08:00')
    await startMeeting(world, convener, 1)
    const ends = await Promise.allSettled([people.convener, people.admin].map((who) => endMeeting(world, as(who), 1)))
    expect(ends.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const no of [1, 2, 3]) expect(await issueOf(world, no)).toMatchObject({ carried: 1 })
  })
})
