import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { AgendaNotice } from '../../../src/domain/agenda/notice.ts'
import { plainReply } from '../../../src/domain/meeting/reply-words.ts'
import { agendaMessage } from '../../../src/slack/agenda/messages.ts'
import { changeAgenda, explainWhyNot } from '../../../src/usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../../src/usecases/agenda/show-agenda.ts'
import { requireIssueAtMeeting, withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { cancelMeeting } from '../../../src/usecases/meeting/cancel-meeting.ts'
import { moveMeeting } from '../../../src/usecases/meeting/move-meeting.ts'
import { replyToMeeting } from '../../../src/usecases/meeting/reply-to-meeting.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { meetingWords } from '../../support/meetings.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)
const hour = { day: null, time: null, minutes: 60, mode: null }
const at = ({ meetingId, draft }: AgendaNotice) => ({ meetingId, draft })
const nos = ({ items }: Pick<AgendaNotice, 'items'>) => items.map((item) => item.no)

/** The transactions of a database; once the first is through, something else happens before the next. */
function followedBy(database: Database, meanwhile: () => Promise<unknown>): Database['transaction'] {
  let first = true
  return async (work) => {
    const result = await database.transaction(work)
    if (first) {
      first = false
      await meanwhile()
    }
    return result
  }
}

describeOnEachDatabase('changing an agenda', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'CMEETING' })
    // 市商务局 is needed at #1 and #3, 江城海关 at #2 and #3, 光谷管委会 at #4 alone.
    const needs = [['市商务局'], ['江城海关'], ['市商务局', '江城海关'], ['光谷管委会']]
    for (const [index, units] of needs.entries()) {
      const title = ['花山港验收标准', '减免税系统接口', '冷链仓库用地', '跨境电商培训'][index] ?? ''
      const facts = { title, details: '', taskNo: null, units, minutes: 15, severity: 2 as const, sourceLink: null }
      await raiseIssue(world, as(people.lead), { ...facts, similarSeen: true })
    }
  })

  it('solves anew under all that is fixed, and tells the price to the minute', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    expect(notice.waiting).toBe(0)
    const split = await changeAgenda(world, convener, at(notice), { kind: 'first', no: 3 })
    expect(nos(split.view.notice)[0]).toBe(3)
    expect(split.price).toEqual({ waiting: split.view.notice.waiting, came: [], went: [] })
    expect(split.price.waiting).toBeGreaterThan(0)
    const last = await changeAgenda(world, convener, at(split.view.notice), { kind: 'last', no: 4 })
    expect([nos(last.view.notice)[0], nos(last.view.notice)[3]]).toEqual([3, 4])
    const freed = await changeAgenda(world, convener, at(last.view.notice), { kind: 'free', no: 3 })
    expect(freed.price.waiting).toBe(-last.view.notice.waiting)
    expect(freed.view.notice).toMatchObject({ waiting: 0 })
  })

  it('keeps before and after, minutes and the other order', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    const [a = 0, b = 0] = nos(notice)
    const moved = await changeAgenda(world, convener, at(notice), { kind: 'down', no: a })
    expect(nos(moved.view.notice).indexOf(b)).toBeLessThan(nos(moved.view.notice).indexOf(a))
    const longer = await changeAgenda(world, convener, at(moved.view.notice), { kind: 'minutes', no: a, minutes: 30 })
    expect(longer.view.notice.items.find((item) => item.no === a)).toMatchObject({ minutes: 30 })
    expect(longer.price.went).toHaveLength(1)
    const scored = await changeAgenda(world, convener, at(longer.view.notice), { kind: 'mode', mode: 'score' })
    expect(scored.view.notice).toMatchObject({ mode: 'score' })
    expect(nos(scored.view.notice).indexOf(b)).toBeLessThan(nos(scored.view.notice).indexOf(a))
  })

  it('adds what was left out, says what goes for it, and why it was left out', async () => {
    const { notice } = await draftAgenda(world, convener, { ...hour, minutes: 45 })
    const out = notice.leftOut[0]?.no ?? 0
    expect(await explainWhyNot(world, convener, at(notice), out)).toEqual(notice.leftOut[0])
    const added = await changeAgenda(world, convener, at(notice), { kind: 'add', no: out })
    expect(nos(added.view.notice)).toContain(out)
    expect(added.price).toMatchObject({ came: [out], went: [expect.any(Number)] })
    await expect(explainWhyNot(world, convener, at(added.view.notice), out)).rejects.toMatchObject({
      code: 'agenda.on_it',
    })
    await expect(changeAgenda(world, convener, at(added.view.notice), { kind: 'add', no: 99 })).rejects.toMatchObject({
      code: 'agenda.not_open',
    })
  })

  it('puts an issue off with a recorded outcome, once, and never a mandatory one', async () => {
    await requireIssueAtMeeting(world, as(people.leader), 2)
    const { notice } = await draftAgenda(world, convener, hour)
    await expect(changeAgenda(world, convener, at(notice), { kind: 'defer', no: 2 })).rejects.toMatchObject({
      code: 'agenda.mandatory',
    })
    const { view } = await changeAgenda(world, convener, at(notice), { kind: 'defer', no: 1 })
    expect(view.notice.leftOut).toMatchObject([{ no: 1, why: 'deferred' }])
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'open', carried: 0 })
    await publishAgenda(world, convener, at(view.notice))
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'open', carried: 1 })
    const again = await changeAgenda(world, convener, null, { kind: 'first', no: 4 })
    await publishAgenda(world, convener, at(again.view.notice))
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'open', carried: 1 })
  })

  it('counts no deferral where the issue is added again before the meeting, or the meeting is cancelled', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    const putOff = await changeAgenda(world, convener, at(notice), { kind: 'defer', no: 1 })
    await publishAgenda(world, convener, at(putOff.view.notice))
    const added = await changeAgenda(world, convener, null, { kind: 'add', no: 1 })
    await publishAgenda(world, convener, at(added.view.notice))
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'scheduled', carried: 0 })
    const again = await changeAgenda(world, convener, null, { kind: 'defer', no: 1 })
    await publishAgenda(world, convener, at(again.view.notice))
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'open', carried: 1 })
    await cancelMeeting(world, convener, notice.meetingNo, '与上级会议冲突')
    expect(await showIssue(world, convener, 1)).toMatchObject({ state: 'open', carried: 0 })
  })

  it('is refused where the meeting is moved while it is solved', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    const move = () => moveMeeting(world, convener, notice.meetingNo, meetingWords('2024-07-10 15:00'))
    const meanwhile = { ...world, database: { ...database(), transaction: followedBy(database(), move) } }
    const changed = changeAgenda(meanwhile, convener, at(notice), { kind: 'first', no: 3 })
    await expect(changed).rejects.toMatchObject({ code: 'agenda.meeting_changed', params: { no: notice.meetingNo } })
    expect((await showAgenda(world, convener)).notice.startsAt).toBe('2024-07-10T15:00:00.000+08:00')
    const moveAgain = () => moveMeeting(world, convener, notice.meetingNo, meetingWords('2024-07-11 15:00'))
    const movedAgain = { ...world, database: { ...database(), transaction: followedBy(database(), moveAgain) } }
    await expect(publishAgenda(movedAgain, convener, at(notice))).rejects.toMatchObject({
      code: 'agenda.meeting_changed',
    })
    expect(await database().client.delivery.count({ where: { kind: 'agenda.published' } })).toBe(0)
  })

  it('refuses a draft that was replaced, an order that nothing keeps, and who may not', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    await changeAgenda(world, convener, at(notice), { kind: 'first', no: 1 })
    await expect(changeAgenda(world, convener, at(notice), { kind: 'first', no: 2 })).rejects.toMatchObject({
      code: 'agenda.unknown',
    })
    const window = { kind: 'window_of', unit: '光谷', from: null, until: '15:15' } as const
    await changeAgenda(world, convener, null, { kind: 'add', no: 4 })
    await expect(changeAgenda(world, convener, null, window)).rejects.toMatchObject({ code: 'agenda.no_order' })
    await expect(changeAgenda(world, convener, null, { ...window, until: '19:00' })).rejects.toMatchObject({
      code: 'agenda.window_outside',
    })
    for (const userId of [people.leader, people.lead])
      await expect(changeAgenda(world, as(userId), null, { kind: 'again' })).rejects.toMatchObject({
        code: 'access.role_needed',
      })
  })

  it('is changed after publishing too: those whose times changed are told, and nobody else', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    await publishAgenda(world, convener, at(notice))
    const sent = () =>
      database().client.delivery.findMany({ where: { kind: 'meeting.invitation' }, orderBy: { id: 'asc' } })
    expect((await sent()).map((one) => one.place).sort()).toEqual([people.customs, people.lead, people.participant])
    const draft = await changeAgenda(world, convener, null, { kind: 'minutes', no: nos(notice)[3] ?? 0, minutes: 10 })
    expect((await showAgenda(world, as(people.lead))).notice).toEqual(notice)
    await publishAgenda(world, convener, at(draft.view.notice))
    const later = (await sent()).slice(3)
    const times = ({ items }: AgendaNotice, unit: string) =>
      items
        .filter((item) => item.units.includes(unit))
        .map(({ no, startMinute, minutes }) => [no, startMinute, minutes])
    const units = { [people.lead]: '市商务局', [people.customs]: '江城海关', [people.participant]: '光谷管委会' }
    const concerned = Object.entries(units).filter(
      ([, unit]) => JSON.stringify(times(notice, unit)) !== JSON.stringify(times(draft.view.notice, unit)),
    )
    expect(later.map((one) => one.place).sort()).toEqual(concerned.map(([userId]) => userId).sort())
    expect(concerned.length).toBeGreaterThan(0)
    for (const one of later) expect(one.payload).toMatchObject({ changed: true })
    expect(await database().client.delivery.count({ where: { kind: 'agenda.published' } })).toBe(2)
  })

  it('shows of a published agenda what was withdrawn since, and leaves it out when it is solved anew', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    await publishAgenda(world, convener, at(notice))
    expect((await showAgenda(world, as(people.lead))).gone).toEqual([])
    await withdrawIssue(world, convener, 2)
    const shown = await showAgenda(world, as(people.lead))
    expect(shown.gone).toEqual([2])
    expect(JSON.stringify(agendaMessage('zh-CN', shown, 1).blocks).split('会外已处理')).toHaveLength(2)
    const { view } = await changeAgenda(world, convener, null, { kind: 'again' })
    expect(nos(view.notice)).not.toContain(2)
    await publishAgenda(world, convener, at(view.notice))
    expect((await showAgenda(world, as(people.lead))).gone).toEqual([])
    expect(await showIssue(world, convener, 2)).toMatchObject({ state: 'withdrawn' })
  })

  it('takes in what units answered: one that comes late, one that cannot come', async () => {
    const { notice } = await draftAgenda(world, convener, hour)
    await publishAgenda(world, convener, at(notice))
    const late = { ...plainReply('cannot'), from: '15:45' }
    await replyToMeeting(world, as(people.participant), notice.meetingNo, late)
    await replyToMeeting(world, as(people.customs), notice.meetingNo, plainReply('cannot'))
    expect((await showAgenda(world, convener)).absent.map((one) => one.unit)).toEqual(['光谷管委会', '江城海关'])
    const solved = await changeAgenda(world, convener, { meetingNo: notice.meetingNo }, { kind: 'again' })
    // #4 would have to start at 15:45, when nothing else is left to fill the time before it.
    expect(solved.view.notice.leftOut.map(({ no, why }) => [no, why]).sort()).toEqual([
      [2, 'absent'],
      [3, 'absent'],
      [4, 'absent'],
    ])
    expect(nos(solved.view.notice)).toEqual([1])
  })
})
