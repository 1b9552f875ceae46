import { beforeEach, expect, it } from 'vitest'
import { latestConsultations } from '../../../src/db/consultation-store.ts'
import { findIssue, lockIssue } from '../../../src/db/issue-store.ts'
import { parseNotification } from '../../../src/outbox/notifications.ts'
import { answerConsultation, prepareAnswer } from '../../../src/usecases/consultation/answer-consultation.ts'
import { askConsultation, prepareConsultation } from '../../../src/usecases/consultation/ask-consultation.ts'
import { reading } from '../../../src/usecases/context.ts'
import { recordDecision } from '../../../src/usecases/decision/record-decision.ts'
import { withdrawIssue } from '../../../src/usecases/issue/change-issue.ts'
import { listConsultations } from '../../../src/usecases/issue/list-consultations.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const channel = 'CMEETING'
const proposal = '以海关口径为准，本月内切换'
const latest = { no: 1, id: null }
const yes = { agrees: true, remark: '' }
const no = (remark = '期限太紧') => ({ agrees: false, remark })

type World = Awaited<ReturnType<typeof setUpWorld>>

/** A world with issue #1, which needs 市商务局, 光谷管委会 and 江城海关. */
async function prepareWorld(...[database]: Parameters<typeof setUpWorld>): Promise<World> {
  const world = await setUpWorld(database)
  await setPlanChannels(world, as(people.convener), { meetingChannel: channel })
  await raiseIssue(world, as(people.customs), {
    title: '减免税系统接口口径不一',
    details: '',
    taskNo: null,
    units: ['市商务局', '光谷管委会', '江城海关'],
    minutes: 20,
    severity: 3,
    sourceLink: null,
    similarSeen: true,
  })
  return world
}

/** The messages of a kind that are owed, in order: where, what they edit, and what they say. */
async function owed({ database }: World, kind: 'consultation.asked' | 'consultation.agreed') {
  const rows = await database.client.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } })
  return rows.map((row) => {
    const notification = parseNotification(row.kind, row.payload)
    if (notification.kind !== kind) throw new Error('another kind')
    return { place: row.place, edits: row.edits, key: row.dedupeKey, ...notification.payload }
  })
}

const consultation = async (world: World) => (await showIssue(world, as(people.convener), 1)).consultation

describeOnEachDatabase('consultations', (database) => {
  let world: World
  beforeEach(async () => {
    world = await prepareWorld(database())
  })
  const ask = (text = proposal) => askConsultation(world, as(people.convener), 1, text)
  const answer = (user: string, given = yes, reference: { no: number; id: number | null } = latest) =>
    answerConsultation(world, as(user), reference, given)
  /** As if what is owed had been sent. */
  const send = () => database().client.delivery.updateMany({ data: { state: 'sent', channel, ts: '1.1' } })

  it('ask the needed units in the meeting channel, once', async () => {
    expect(await ask()).toMatchObject({
      no: 1,
      units: ['市商务局', '光谷管委会', '江城海关'],
      silent: [],
      replaced: false,
      channel,
    })
    const posts = await owed(world, 'consultation.asked')
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ place: channel, edits: null, proposal, state: 'asked', askedOn: '2024-06-24' })
    expect(posts[0]?.units.map((one) => one.agrees)).toEqual([null, null, null])
  })

  it('are asked by the convener or an admin, of a member’s issue that is not decided', async () => {
    expect(await askConsultation(world, as(people.admin), 1, proposal)).toMatchObject({ no: 1 })
    for (const person of [people.lead, people.leader])
      await expect(askConsultation(world, as(person), 1, proposal)).rejects.toMatchObject({
        code: 'access.role_needed',
      })
    await expect(askConsultation(world, as(people.stranger), 1, proposal)).rejects.toMatchObject({
      code: 'access.not_a_member',
    })
    await expect(askConsultation(world, as(people.convener), 7, proposal)).rejects.toMatchObject({
      code: 'issue.unknown',
    })
    await withdrawIssue(world, as(people.convener), 1)
    await expect(ask()).rejects.toMatchObject({ code: 'consultation.not_open' })
    await expect(prepareConsultation(world, as(people.convener), 1)).rejects.toMatchObject({
      code: 'consultation.not_open',
    })
  })

  it('keep within their limits', async () => {
    await expect(ask(' ')).rejects.toMatchObject({ code: 'consultation.proposal_missing' })
    await expect(ask('字'.repeat(1001))).rejects.toMatchObject({ code: 'consultation.proposal_too_long' })
    await ask('😀'.repeat(1000))
    await expect(answer(people.lead, no(' '))).rejects.toMatchObject({ code: 'consultation.remark_missing' })
    await expect(answer(people.lead, no('字'.repeat(301)))).rejects.toMatchObject({
      code: 'consultation.remark_too_long',
    })
    expect(await answer(people.lead, no('😀'.repeat(300)))).toMatchObject({ state: 'objected' })
  })

  it('need a channel, and say what to do without one', async () => {
    await database().client.plan.updateMany({ data: { meetingChannel: null } })
    await expect(ask()).rejects.toMatchObject({ code: 'consultation.no_channel' })
    expect(await database().client.consultation.count()).toBe(0)
  })

  it('name the units that have no liaison, and need one unit that is still of the plan', async () => {
    const unit = { userId: people.participant, role: 'liaison' as const, unit: '光谷管委会' }
    await removeMembers(world, as(people.admin), [unit])
    expect(await prepareConsultation(world, as(people.convener), 1)).toMatchObject({
      silent: ['光谷管委会'],
      earlier: null,
    })
    await database().client.unit.updateMany({ data: { retiredAt: new Date() } })
    await expect(ask()).rejects.toMatchObject({ code: 'consultation.no_units' })
  })

  it('are answered by liaisons of the units asked, and by nobody else', async () => {
    await expect(answer(people.lead)).rejects.toMatchObject({ code: 'consultation.none' })
    await ask()
    await removeMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '市商务局' }])
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'leader', unit: null }])
    for (const person of [people.lead, people.convener, people.leader, people.admin])
      await expect(answer(person)).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(answer(people.stranger)).rejects.toMatchObject({ code: 'access.not_a_member' })
    expect(await answer(people.customs)).toMatchObject({ units: ['江城海关'], waiting: 2, state: 'asked' })
  })

  it('are not answered by a liaison of a unit that is not needed', async () => {
    const facts = { title: '花山港验收', details: '', minutes: 20, severity: 3 as const, sourceLink: null }
    await raiseIssue(world, as(people.customs), { ...facts, taskNo: 2, units: [], similarSeen: true })
    await askConsultation(world, as(people.convener), 2, proposal)
    const refusal = { code: 'consultation.not_asked', params: { no: 2, units: ['江城海关'] } }
    await expect(answer(people.lead, yes, { no: 2, id: null })).rejects.toMatchObject(refusal)
    await expect(prepareAnswer(world, as(people.lead), { no: 2, id: null })).rejects.toMatchObject(refusal)
    expect((await showIssue(world, as(people.lead), 2)).consultation.mayAnswer).toBe(false)
    expect((await showIssue(world, as(people.customs), 2)).consultation.mayAnswer).toBe(true)
  })

  it('that all agree on are offered to who asked, once; the post follows every answer', async () => {
    await askConsultation(world, as(people.admin), 1, proposal)
    await send()
    await answer(people.lead)
    await send()
    await answer(people.participant, { agrees: true, remark: '接口已就绪' })
    expect(await owed(world, 'consultation.agreed')).toEqual([])
    expect(await answer(people.customs)).toMatchObject({ state: 'agreed', waiting: 0 })
    const posts = await owed(world, 'consultation.asked')
    const [first] = posts
    // The second edit was not sent yet when the third came, so it is dropped for it.
    expect(posts.map((one) => one.edits)).toEqual([null, first?.key, first?.key])
    expect(posts.at(-1)).toMatchObject({ state: 'agreed' })
    expect(posts.at(-1)?.units).toMatchObject([
      { unit: '市商务局', agrees: true, remark: '', answeredOn: '2024-06-24' },
      { unit: '光谷管委会', agrees: true, remark: '接口已就绪' },
      { unit: '江城海关', agrees: true },
    ])
    const offers = await owed(world, 'consultation.agreed')
    expect(offers).toMatchObject([{ place: people.admin, edits: null, state: 'agreed', no: 1, proposal }])
    // Agreeing again changes nothing, and keeps the line that was given.
    await answer(people.participant)
    expect(await owed(world, 'consultation.agreed')).toHaveLength(1)
    expect((await consultation(world)).latest?.units[1]?.remark).toBe('接口已就绪')
  })

  it('are objected to at once, and the others may still answer but are waited for no longer', async () => {
    await ask()
    const waiting = async (user: string) => (await listConsultations(world, as(user))).consultations
    expect(await waiting(people.customs)).toMatchObject([{ issueNo: 1, proposal, units: [{ name: '江城海关' }] }])
    expect(await waiting(people.convener)).toEqual([])
    expect(await answer(people.lead, no())).toMatchObject({ state: 'objected', waiting: 2 })
    expect(await waiting(people.customs)).toEqual([])
    expect(await answer(people.customs)).toMatchObject({ state: 'objected', waiting: 1 })
    expect((await consultation(world)).latest?.state).toBe('objected')
    expect(await owed(world, 'consultation.agreed')).toEqual([])
  })

  it('take a changed answer until they end, and the offer follows it', async () => {
    await ask()
    await answer(people.lead)
    await answer(people.customs, no('口径未定'))
    expect(await prepareAnswer(world, as(people.customs), latest)).toMatchObject({ remark: '口径未定', proposal })
    await answer(people.participant)
    await send()
    world.clock.set('2024-06-25T10:00:00+08:00')
    expect(await answer(people.customs)).toMatchObject({ before: false, state: 'agreed' })
    await send()
    expect(await answer(people.lead, no())).toMatchObject({ before: true, state: 'objected' })
    await send()
    expect(await answer(people.lead)).toMatchObject({ before: false, state: 'agreed' })
    const offers = await owed(world, 'consultation.agreed')
    expect(offers.map((one) => [one.state, one.edits !== null])).toEqual([
      ['agreed', false],
      ['objected', true],
      ['agreed', true],
    ])
    expect(new Set(offers.map((one) => one.key)).size).toBe(3)
    expect((await consultation(world)).latest?.units.map((one) => one.answeredOn)).toEqual([
      '2024-06-25',
      '2024-06-24',
      '2024-06-25',
    ])
  })

  it('are answered by a liaison of several units for all of theirs', async () => {
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    await ask()
    expect(await answer(people.lead)).toMatchObject({ units: ['市商务局', '江城海关'], waiting: 1 })
    expect(await answer(people.customs, no())).toMatchObject({ units: ['江城海关'], before: true })
    expect((await consultation(world)).latest?.units.map((one) => one.agrees)).toEqual([true, null, false])
  })

  it('replace the one that is under way; who answers the old one is told', async () => {
    await ask()
    const old = (await consultation(world)).latest?.consultationId ?? 0
    await answer(people.lead)
    expect(await prepareConsultation(world, as(people.convener), 1)).toMatchObject({ earlier: proposal })
    expect(await ask('另一处理意见')).toMatchObject({ replaced: true })
    await expect(answer(people.lead, yes, { no: 1, id: old })).rejects.toMatchObject({ code: 'consultation.ended' })
    const states = await database().client.consultation.findMany({ orderBy: { id: 'asc' }, select: { state: true } })
    expect(states).toEqual([{ state: 'dropped' }, { state: 'asked' }])
    const posts = await owed(world, 'consultation.asked')
    expect(posts.map((one) => [one.proposal, one.state, one.ending])).toEqual([
      [proposal, 'asked', null],
      [proposal, 'dropped', 'replaced'],
      ['另一处理意见', 'asked', null],
    ])
    expect((await consultation(world)).latest?.units.map((one) => one.agrees)).toEqual([null, null, null])
  })

  it('are dropped when the issue is withdrawn, and the offer says so', async () => {
    await ask()
    for (const user of [people.lead, people.participant, people.customs]) await answer(user)
    await withdrawIssue(world, as(people.customs), 1)
    expect(await consultation(world)).toMatchObject({
      latest: { state: 'dropped' },
      mayConsult: false,
      maySettle: false,
    })
    expect((await owed(world, 'consultation.agreed')).at(-1)).toMatchObject({ state: 'dropped', ending: 'withdrawn' })
    await expect(answer(people.lead)).rejects.toMatchObject({ code: 'consultation.ended' })
    expect((await listConsultations(world, as(people.lead))).consultations).toEqual([])
  })

  it.each([
    ['decided', 'dropped', 'decided'],
    ['withdrawn', 'dropped', 'withdrawn'],
    ['deferred', 'asked', null],
    ['escalated', 'asked', null],
  ] as const)('of an issue that a meeting has %s are %s', async (outcome, state, ending) => {
    await ask()
    const facts = { planId: 1, no: 1, startsAt: new Date(), minutes: 60, state: 'running' as const }
    const more = { convener: people.convener, createdBy: people.convener, createdAt: new Date() }
    const meeting = await database().client.meeting.create({ data: { ...facts, ...more } })
    await reading(world, as(people.convener), 'meeting.run', async (work) => {
      const issue = await lockIssue(work.tx, work.plan.id, 1)
      if (!issue) throw new Error('the issue is there')
      const place = { meetingId: meeting.id, agendaItemId: null }
      await recordDecision(work, issue, { outcome, text: '议定', actions: [] }, place)
    })
    expect((await consultation(world)).latest?.state).toBe(state)
    expect((await owed(world, 'consultation.asked')).at(-1)?.ending).toBe(ending)
  })

  it('wait no longer for a unit that has left the plan', async () => {
    await ask()
    await answer(people.lead)
    await answer(people.customs)
    await database().client.unit.updateMany({ where: { name: '光谷管委会' }, data: { retiredAt: new Date() } })
    const { latest: shown, maySettle } = await consultation(world)
    expect(shown).toMatchObject({ state: 'agreed', units: [{ unit: '市商务局' }, { unit: '江城海关' }] })
    expect(maySettle).toBe(true)
  })

  it('count a request once', async () => {
    const request = as(people.convener, { requestKey: 'view:V1' })
    await askConsultation(world, request, 1, proposal)
    await expect(askConsultation(world, request, 1, proposal)).rejects.toMatchObject({ code: 'request.repeated' })
    const click = as(people.lead, { requestKey: 'action:A1' })
    await answerConsultation(world, click, latest, yes)
    await expect(answerConsultation(world, click, latest, no())).rejects.toMatchObject({ code: 'request.repeated' })
    expect((await consultation(world)).latest?.units[0]?.agrees).toBe(true)
  })

  it('are read for many issues at once, the latest of each, as the draft of an agenda needs them', async () => {
    await ask()
    await ask('另一处理意见')
    await answer(people.lead, no())
    const facts = { title: '花山港验收', details: '', minutes: 20, severity: 3 as const, sourceLink: null }
    await raiseIssue(world, as(people.customs), { ...facts, taskNo: 2, units: [], similarSeen: true })
    const read = (planId: number) => database().transaction((tx) => latestConsultations(tx, planId, [1, 2]))
    const found = await read(1)
    expect([...found.keys()]).toEqual([1])
    expect(found.get(1)).toMatchObject({ proposal: '另一处理意见', state: 'objected' })
    expect(found.get(1)?.answers[0]).toMatchObject({ unit: '市商务局', agrees: false, remark: '期限太紧' })
    expect((await read(2)).size).toBe(0)
  })

  it('stay within their plan', async () => {
    await ask()
    const elsewhere = await setUpWorld(database(), 'T2')
    const other = as(people.lead, { workspaceId: 'T2' })
    await expect(answerConsultation(elsewhere, other, latest, yes)).rejects.toMatchObject({ code: 'issue.unknown' })
    expect((await listConsultations(elsewhere, other)).consultations).toEqual([])
  })

  it('are kept in the audit trail, question and answers', async () => {
    await ask()
    await answer(people.lead, no())
    await withdrawIssue(world, as(people.convener), 1)
    const events = await database().client.auditEvent.findMany({ orderBy: { id: 'asc' } })
    const told = events.filter((one) => /^issue\.(consult|answer)$|^consultation/.test(one.action))
    expect(told.map((one) => [one.action, one.actor, one.subject])).toEqual([
      ['issue.consult', people.convener, 'issue/1'],
      ['issue.answer', people.lead, 'issue/1'],
      ['consultation.end', people.convener, 'issue/1'],
    ])
  })
})

describeOnPostgres('consultations, by several people at once', (database) => {
  let world: World
  beforeEach(async () => {
    world = await prepareWorld(database())
  })

  it('see every answer of units that answer together, and offer once', async () => {
    await askConsultation(world, as(people.convener), 1, proposal)
    const units = [people.lead, people.participant, people.customs]
    const answered = await Promise.all(units.map((user) => answerConsultation(world, as(user), latest, yes)))
    expect(answered.map((one) => one.waiting).sort()).toEqual([0, 1, 2])
    expect(answered.filter((one) => one.state === 'agreed')).toHaveLength(1)
    expect((await consultation(world)).latest?.state).toBe('agreed')
    expect(await owed(world, 'consultation.agreed')).toHaveLength(1)
    expect((await owed(world, 'consultation.asked')).at(-1)?.state).toBe('agreed')
  })

  it('leave one under way when two are asked together', async () => {
    const asked = await Promise.all(
      [people.convener, people.admin].map((user) => askConsultation(world, as(user), 1, `${user}的意见`)),
    )
    expect(asked.filter((one) => one.replaced)).toHaveLength(1)
    const states = await database().client.consultation.findMany({ orderBy: { id: 'asc' }, select: { state: true } })
    expect(states).toEqual([{ state: 'dropped' }, { state: 'asked' }])
  })

  it('take no answer beside a withdrawal', async () => {
    await askConsultation(world, as(people.convener), 1, proposal)
    const [withdrawn, answered] = await Promise.allSettled([
      withdrawIssue(world, as(people.customs), 1),
      answerConsultation(world, as(people.lead), latest, yes),
    ])
    expect(withdrawn.status).toBe('fulfilled')
    if (answered.status === 'rejected') expect(answered.reason).toMatchObject({ code: 'consultation.ended' })
    const issue = await database().transaction((tx) => findIssue(tx, 1, 1))
    expect(issue?.state).toBe('withdrawn')
    expect((await consultation(world)).latest?.state).toBe('dropped')
    expect((await owed(world, 'consultation.asked')).at(-1)?.state).toBe('dropped')
  })
})
