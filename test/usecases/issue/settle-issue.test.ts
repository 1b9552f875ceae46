import { beforeEach, expect, it } from 'vitest'
import { listActions } from '../../../src/db/action-store.ts'
import { listDecisions } from '../../../src/db/decision-store.ts'
import { parseNotification } from '../../../src/outbox/notifications.ts'
import { answerConsultation } from '../../../src/usecases/consultation/answer-consultation.ts'
import { askConsultation } from '../../../src/usecases/consultation/ask-consultation.ts'
import type { DecisionWish } from '../../../src/usecases/decision/record-decision.ts'
import { withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { prepareSettlement, settleIssue } from '../../../src/usecases/issue/settle-issue.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const channel = 'CMEETING'
const proposal = '以海关口径为准，本月内切换'
const decided: DecisionWish = { outcome: 'decided', text: proposal, actions: [] }

type World = Awaited<ReturnType<typeof setUpWorld>>

async function prepareWorld(...[database]: Parameters<typeof setUpWorld>): Promise<World> {
  const world = await setUpWorld(database)
  await setPlanChannels(world, as(people.convener), { meetingChannel: channel })
  await raiseIssue(world, as(people.customs), {
    title: '减免税系统接口口径不一',
    details: '',
    taskNo: null,
    units: ['市商务局', '江城海关'],
    minutes: 20,
    severity: 3,
    sourceLink: null,
    similarSeen: true,
  })
  return world
}

const answer = (world: World, user: string, agrees = true) =>
  answerConsultation(world, as(user), { no: 1, id: null }, { agrees, remark: agrees ? '' : '期限太紧' })

async function agree(world: World): Promise<void> {
  await askConsultation(world, as(people.convener), 1, proposal)
  for (const user of [people.lead, people.customs]) await answer(world, user)
}

const escalate = ({ database, clock }: World) =>
  database.client.issue.updateMany({ data: { escalatedAt: clock.now().toJSDate(), mandatory: true } })

describeOnEachDatabase('settling an issue without a meeting', (database) => {
  let world: World
  beforeEach(async () => {
    world = await prepareWorld(database())
  })
  const settle = (user: string, wish = decided) => settleIssue(world, as(user), 1, wish)
  const unitId = async (name: string) => {
    const unit = await database().client.unit.findFirstOrThrow({ where: { name } })
    return unit.id
  }
  const notices = async (kind: string) => {
    const rows = await database().client.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } })
    return rows.map((row) => ({ place: row.place, ...parseNotification(row.kind, row.payload).payload }))
  }

  it('records the outcome as in one, with actions, and tells the channel', async () => {
    await agree(world)
    expect(await prepareSettlement(world, as(people.convener), 1)).toMatchObject({ ground: 'agreed', proposal })
    const [lead, customs] = [await unitId('市商务局'), await unitId('江城海关')]
    const action = { text: ' 切换 接口 ', ownerId: customs, coUnitIds: [lead, customs], dueOn: '2024-07-08' }
    const wish = { ...decided, actions: [{ ...action, measure: '上线' }] }
    expect(await settle(people.convener, wish)).toMatchObject({ outcome: 'decided', actions: [1] })
    const { decisions, actions } = await database().transaction(async (tx) => ({
      decisions: await listDecisions(tx, 1),
      actions: await listActions(tx, 1),
    }))
    expect(decisions).toMatchObject([
      {
        issueNo: 1,
        meetingId: null,
        agendaItemId: null,
        outcome: 'decided',
        text: proposal,
        decidedBy: people.convener,
      },
    ])
    expect(actions).toMatchObject([{ no: 1, owner: { name: '江城海关' }, dueOn: '2024-07-08', meetingId: null }])
    const shown = await showIssue(world, as(people.convener), 1)
    expect(shown).toMatchObject({
      state: 'in_action',
      consultation: { latest: { state: 'settled' }, maySettle: false },
    })
    expect(await notices('issue.settled')).toMatchObject([
      {
        place: channel,
        no: 1,
        ground: 'agreed',
        outcome: 'decided',
        text: proposal,
        actions: [
          { text: '切换 接口', owner: '江城海关', coUnits: ['市商务局'], dueOn: '2024-07-08', measure: '上线' },
        ],
      },
    ])
    expect((await notices('consultation.asked')).at(-1)).toMatchObject({ state: 'settled', ending: 'settled' })
    expect((await notices('consultation.agreed')).at(-1)).toMatchObject({ state: 'settled', ending: 'settled' })
  })

  it('closes an issue without actions at once, also one that is scheduled, and may withdraw it', async () => {
    await agree(world)
    await database().client.issue.updateMany({ data: { state: 'scheduled' } })
    expect(await settle(people.admin)).toMatchObject({ issue: { state: 'closed' } })
    await expect(settle(people.admin)).rejects.toMatchObject({ code: 'settlement.not_open' })
    world = await prepareWorldAgain()
    await agree(world)
    expect(await settle(people.convener, { outcome: 'withdrawn', text: '', actions: [] })).toMatchObject({
      issue: { state: 'withdrawn' },
    })
    expect((await showIssue(world, as(people.lead), 1)).consultation.latest?.state).toBe('settled')
  })

  const prepareWorldAgain = async () => {
    await database().client.delivery.deleteMany()
    await database().client.plan.deleteMany()
    return prepareWorld(database())
  }

  it('waits until every unit agrees, and says for whom', async () => {
    await expect(settle(people.convener)).rejects.toMatchObject({ code: 'settlement.not_consulted' })
    await askConsultation(world, as(people.convener), 1, proposal)
    await answer(world, people.lead)
    await expect(settle(people.convener)).rejects.toMatchObject({
      code: 'settlement.waiting',
      params: { no: 1, units: ['江城海关'] },
    })
    await answer(world, people.customs, false)
    await expect(settle(people.admin)).rejects.toMatchObject({
      code: 'settlement.objected',
      params: { no: 1, units: ['江城海关'] },
    })
    await answer(world, people.customs)
    await askConsultation(world, as(people.admin), 1, '另一处理意见')
    await expect(prepareSettlement(world, as(people.convener), 1)).rejects.toMatchObject({
      code: 'settlement.waiting',
    })
    await withdrawIssue(world, as(people.convener), 1)
    await expect(settle(people.convener)).rejects.toMatchObject({ code: 'settlement.not_open' })
    expect(await database().client.decision.count({ where: { outcome: { not: 'withdrawn' } } })).toBe(0)
  })

  it('is the office’s where all agreed, a leader’s where it is escalated, and no liaison’s', async () => {
    await agree(world)
    await expect(settle(people.lead)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(settle(people.stranger)).rejects.toMatchObject({ code: 'access.not_a_member' })
    await expect(settle(people.leader)).rejects.toMatchObject({ code: 'settlement.not_escalated' })
    const may = async (user: string) => (await showIssue(world, as(user), 1)).consultation.maySettle
    expect([await may(people.convener), await may(people.admin)]).toEqual([true, true])
    expect([await may(people.leader), await may(people.lead)]).toEqual([false, false])
    await escalate(world)
    expect(await may(people.leader)).toBe(true)
    await expect(settleIssue(world, as(people.convener), 7, decided)).rejects.toMatchObject({ code: 'issue.unknown' })
  })

  it('by a leader needs no consultation, and drops one that is under way', async () => {
    await escalate(world)
    await askConsultation(world, as(people.convener), 1, proposal)
    await expect(settle(people.convener)).rejects.toMatchObject({ code: 'settlement.waiting' })
    expect(await prepareSettlement(world, as(people.leader), 1)).toMatchObject({ ground: 'leading', proposal })
    expect(await settle(people.leader)).toMatchObject({ issue: { state: 'closed', escalatedAt: null } })
    expect((await notices('consultation.asked')).at(-1)).toMatchObject({ state: 'dropped', ending: 'decided' })
    expect(await notices('issue.settled')).toMatchObject([{ ground: 'leading' }])
  })

  it('by a leader works without a meeting channel', async () => {
    await database().client.plan.updateMany({ data: { meetingChannel: null } })
    await escalate(world)
    expect(await settle(people.leader)).toMatchObject({ issue: { state: 'closed' } })
    expect(await database().client.delivery.count()).toBe(0)
  })

  it('is a convener’s who is a leader too, on either ground', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.convener, role: 'leader', unit: null }])
    await expect(settle(people.convener)).rejects.toMatchObject({ code: 'settlement.not_consulted' })
    await escalate(world)
    expect(await settle(people.convener)).toMatchObject({ outcome: 'decided' })
  })

  it('takes no outcome that settles nothing, and holds the bounds of a decision', async () => {
    await agree(world)
    for (const outcome of ['deferred', 'escalated'] as const)
      await expect(settle(people.convener, { outcome, text: '', actions: [] })).rejects.toMatchObject({
        code: 'settlement.outcome_not_here',
      })
    await expect(settle(people.convener, { ...decided, text: ' ' })).rejects.toMatchObject({
      code: 'decision.text_missing',
    })
    await expect(settle(people.convener, { ...decided, text: '字'.repeat(2001) })).rejects.toMatchObject({
      code: 'decision.text_too_long',
    })
    const action = { text: '切换', ownerId: await unitId('江城海关'), coUnitIds: [], dueOn: '2024-07-08', measure: '' }
    const many = { ...decided, actions: Array.from({ length: 11 }, () => action) }
    await expect(settle(people.convener, many)).rejects.toMatchObject({ code: 'decision.too_many_actions' })
    expect((await showIssue(world, as(people.convener), 1)).consultation.latest?.state).toBe('agreed')
    const full = '😀'.repeat(200)
    const longest = Array.from({ length: 10 }, () => ({ ...action, text: full, measure: full }))
    const wish = { ...decided, text: '😀'.repeat(2000), actions: longest }
    expect((await settle(people.convener, wish)).actions).toHaveLength(10)
  })
})

describeOnPostgres('settling an issue without a meeting, by several people at once', (database) => {
  it('happens once', async () => {
    const world = await prepareWorld(database())
    await agree(world)
    const settled = await Promise.allSettled(
      [people.convener, people.admin].map((user) => settleIssue(world, as(user), 1, decided)),
    )
    expect(settled.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = settled.find((one) => one.status === 'rejected')
    expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ code: 'settlement.not_open' })
    expect(await database().client.decision.count()).toBe(1)
  })

  it('is refused beside an objection that came first, or ends the consultation before it', async () => {
    const world = await prepareWorld(database())
    await agree(world)
    const [settled, objected] = await Promise.allSettled([
      settleIssue(world, as(people.convener), 1, decided),
      answer(world, people.customs, false),
    ])
    expect([settled.status, objected.status].sort()).toEqual(['fulfilled', 'rejected'])
    const refused = [settled, objected].find((one) => one.status === 'rejected')
    const code = settled.status === 'rejected' ? 'settlement.objected' : 'consultation.ended'
    expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ code })
  })
})
