import { beforeEach, expect, it } from 'vitest'
import { loadDocuments } from '../../../src/db/document-store.ts'
import { listMinutes } from '../../../src/db/minutes-store.ts'
import { amendmentContent, minutesContent } from '../../../src/domain/minutes/minutes-content.ts'
import { callUpcomingItems } from '../../../src/usecases/meeting/call-upcoming-items.ts'
import { endMeeting } from '../../../src/usecases/meeting/end-meeting.ts'
import { markAttendance } from '../../../src/usecases/meeting/mark-attendance.ts'
import { recordOutcomeWords } from '../../../src/usecases/meeting/record-outcome.ts'
import { startMeeting } from '../../../src/usecases/meeting/start-meeting.ts'
import { amendMinutes } from '../../../src/usecases/minutes/amend-minutes.ts'
import { draftMinutes, minutesPeople } from '../../../src/usecases/minutes/draft-minutes.ts'
import { draftMissingMinutes } from '../../../src/usecases/minutes/draft-missing-minutes.ts'
import { showMinutes } from '../../../src/usecases/minutes/show-minutes.ts'
import { signMinutes } from '../../../src/usecases/minutes/sign-minutes.ts'
import { submitMinutes } from '../../../src/usecases/minutes/submit-minutes.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

const convener = as(people.convener)
const leader = as(people.leader)
const names = { [people.convener]: '张三' }

/** Meeting 1 is over: #1 is decided with an action, #2 and #3 are deferred. */
async function holdMeeting(world: World): Promise<void> {
  await publishMeeting(world)
  world.clock.set('2024-07-02T15:00:00+08:00')
  await startMeeting(world, convener, 1)
  await markAttendance(world, convener, 1, ['市商务局', '江城海关'])
  const words = '议定 统一标准；交办：江城海关（配合：市商务局）完成验收 10个工作日 标准：出具验收单'
  await recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 1 }, words)
  world.clock.set('2024-07-02T16:00:00+08:00')
  await endMeeting(world, convener, 1)
  await callUpcomingItems(world)
}

const rows = (world: World) => world.database.transaction((tx) => listMinutes(tx, 1))
const sent = async (world: World, kind: string) => {
  const all = await world.database.transaction((tx) =>
    tx.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } }),
  )
  return all.map(({ place, documents, payload }) => ({ place, documents, payload }))
}

describeOnEachDatabase('minutes', (database) => {
  let world: World
  beforeEach(async () => {
    world = await setUpWorld(database())
    await holdMeeting(world)
  })

  it('that ending the meeting promised come once, where a process died before it drafted them', async () => {
    const failures: unknown[] = []
    const drafting = () => ({
      namesOf: async () => names,
      tried: new Set<number>(),
      failed: (error: unknown) => void failures.push(error),
    })
    const draft = () => draftMissingMinutes(world, 'T1', drafting())
    expect(await draft()).toBe(0)
    world.clock.set('2024-07-02T16:03:00+08:00')
    expect(await draftMissingMinutes(world, 'T2', drafting())).toBe(0)
    expect(await draft()).toBe(1)
    expect(await draft()).toBe(0)
    expect(await rows(world)).toHaveLength(1)
    expect(await sent(world, 'minutes.draft')).toEqual([expect.objectContaining({ place: people.convener })])
    expect(failures).toEqual([])
  })

  it('that nobody drafted for a week are left alone, and one that fails is tried once a process', async () => {
    const failures: unknown[] = []
    const failing = {
      namesOf: async () => Promise.reject(new Error('no names')),
      tried: new Set<number>(),
      failed: (error: unknown) => void failures.push(error),
    }
    world.clock.set('2024-07-02T16:03:00+08:00')
    for (let round = 0; round < 3; round += 1) expect(await draftMissingMinutes(world, 'T1', failing)).toBe(0)
    expect(failures).toEqual([new Error('no names')])
    world.clock.set('2024-07-10T16:03:00+08:00')
    const working = { ...failing, namesOf: async () => names, tried: new Set<number>() }
    expect(await draftMissingMinutes(world, 'T1', working)).toBe(0)
    expect(await rows(world)).toEqual([])
  })

  it('are drafted with all that the meeting did, and sent to who asked with their file', async () => {
    expect(await minutesPeople(world, convener, 1)).toContain(people.convener)
    const notice = await draftMinutes(world, convener, 1, names)
    expect(notice).toMatchObject({
      no: 1,
      number: 0,
      version: 1,
      unchanged: false,
      counts: { decided: 1, deferred: 2, escalated: 0, withdrawn: 0, actions: 1 },
    })
    const [row] = await rows(world)
    const content = minutesContent.parse(row?.content)
    expect(content).toMatchObject({
      meetingNo: 1,
      office: '领导小组办公室',
      chair: '张三',
      startsAt: '2024-07-02T15:00:00.000+08:00',
      endedAt: '2024-07-02T16:00:00.000+08:00',
      followUp: { verified: 0, running: 0, overdue: [] },
      sentTo: ['市商务局', '光谷管委会', '江城海关'],
      copiedTo: ['领导小组成员'],
      signed: null,
    })
    expect(content.attendees).toEqual([
      { unit: '市商务局', people: [], attended: 'present' },
      { unit: '光谷管委会', people: [], attended: 'absent' },
      { unit: '江城海关', people: [], attended: 'present' },
    ])
    expect(content.items.find((item) => item.no === 1)).toMatchObject({
      title: '花山港验收标准不一',
      taskNo: 1,
      raisedBy: '市商务局',
      outcome: 'decided',
      text: '统一标准',
      actions: [
        {
          no: 1,
          text: '完成验收',
          owner: '江城海关',
          coUnits: ['市商务局'],
          dueOn: '2024-07-16',
          measure: '出具验收单',
        },
      ],
    })
    const [draft] = await sent(world, 'minutes.draft')
    expect(draft).toMatchObject({ place: people.convener, documents: [row?.documentId] })
    const [file] = await world.database.transaction((tx) => loadDocuments(tx, draft?.documents ?? []))
    expect(file?.name).toBe('minutes-1.docx')
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('are for the roles of the table; a draft is seen by conveners and leaders alone', async () => {
    await expect(showMinutes(world, as(people.lead), 1)).rejects.toMatchObject({ code: 'minutes.none' })
    await expect(draftMinutes(world, leader, 1, names)).rejects.toMatchObject({ code: 'access.role_needed' })
    await draftMinutes(world, as(people.admin), 1, names)
    const reference = { no: 1, number: 0, version: 1 }
    for (const who of [people.convener, people.admin, people.lead]) {
      await expect(signMinutes(world, as(who), 1, null, '某人')).rejects.toMatchObject({ code: 'access.role_needed' })
    }
    for (const who of [people.leader, people.lead]) {
      await expect(submitMinutes(world, as(who), reference)).rejects.toMatchObject({ code: 'access.role_needed' })
      await expect(amendMinutes(world, as(who), 1, '更正')).rejects.toMatchObject({ code: 'access.role_needed' })
    }
    expect(await showMinutes(world, leader, 1)).toMatchObject({
      mayDraft: false,
      maySign: true,
      rows: [{ signed: false }],
    })
    expect(await showMinutes(world, convener, 1)).toMatchObject({
      mayDraft: true,
      maySign: false,
      rows: [{ signed: false }],
    })
    await expect(showMinutes(world, as(people.lead), 1)).rejects.toMatchObject({ code: 'minutes.none' })
  })

  it('go before the leaders, each once, and are signed as they were read', async () => {
    await draftMinutes(world, convener, 1, names)
    expect(await draftMinutes(world, convener, 1, names)).toMatchObject({ version: 1, unchanged: true })
    const reference = { no: 1, number: 0, version: 1 }
    expect(await submitMinutes(world, convener, reference)).toMatchObject({ leaders: 1 })
    await submitMinutes(world, convener, reference)
    expect(await sent(world, 'minutes.to_sign')).toMatchObject([{ place: people.leader }])
    await recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 2 }, '改 提请 请领导小组定')
    await expect(signMinutes(world, leader, 1, reference, '李四')).rejects.toMatchObject({ code: 'minutes.outdated' })
    expect(await draftMinutes(world, convener, 1, names)).toMatchObject({ version: 2, unchanged: false })
    await expect(signMinutes(world, leader, 1, reference, '李四')).rejects.toMatchObject({
      code: 'minutes.newer_draft',
    })
    expect((await rows(world))[0]?.state).toBe('draft')
    const anew = { number: 0, version: 2 }
    const early = signMinutes(world, leader, 1, anew, '李四')
    await expect(early).rejects.toMatchObject({ code: 'minutes.not_submitted' })
    await submitMinutes(world, convener, { no: 1, ...anew })
    await signMinutes(world, leader, 1, anew, '李四')
    const [row] = await rows(world)
    expect(row).toMatchObject({ state: 'signed', signedBy: people.leader })
    expect(minutesContent.parse(row?.content).signed).toEqual({ by: '李四', on: '2024-07-02' })
  })

  it('once signed are posted, sent to the units’ liaisons and kept; nothing changes them', async () => {
    await draftMinutes(world, convener, 1, names)
    await submitMinutes(world, convener, { no: 1 })
    await signMinutes(world, leader, 1, null, '李四')
    const [row] = await rows(world)
    const distributed = await sent(world, 'minutes.signed')
    const places = ['CMEETING', people.lead, people.participant, people.customs]
    expect(distributed.map((one) => one.place)).toEqual(places)
    expect(distributed.every((one) => one.documents[0] === row?.documentId)).toBe(true)
    expect(distributed.at(-1)?.payload).toMatchObject({ units: ['江城海关'], actions: [{ no: 1, owner: true }] })
    expect(distributed[1]?.payload).toMatchObject({ units: ['市商务局'], actions: [{ no: 1, owner: false }] })
    expect(distributed[2]?.payload).toMatchObject({ actions: [] })

    const again = { code: 'minutes.signed_already', params: { no: 1 } }
    await expect(signMinutes(world, leader, 1, null, '李四')).rejects.toMatchObject(again)
    await expect(draftMinutes(world, convener, 1, names)).rejects.toMatchObject(again)
    await expect(submitMinutes(world, convener, { no: 1, number: 0, version: 1 })).rejects.toMatchObject(again)
    const signed = { code: 'board.signed', params: { no: 1 } }
    const outcome = recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 2 }, '改 撤销')
    await expect(outcome).rejects.toMatchObject(signed)
    await expect(markAttendance(world, convener, 1, [])).rejects.toMatchObject(signed)
    for (const sql of [
      `UPDATE "Minutes" SET "content" = '{}' WHERE "id" = ${row?.id}`,
      `UPDATE "Minutes" SET "state" = 'draft' WHERE "id" = ${row?.id}`,
    ]) {
      await expect(world.database.transaction((tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/are signed/)
    }
    expect(await rows(world)).toEqual([row])
    expect(await showMinutes(world, as(people.lead), 1)).toMatchObject({
      rows: [{ signed: true, file: { name: 'minutes-1.docx' } }],
    })
  })

  it('are corrected by numbered amendments, each signed in its turn', async () => {
    await draftMinutes(world, convener, 1, names)
    await expect(amendMinutes(world, convener, 1, '期限应为8月15日')).rejects.toMatchObject({
      code: 'minutes.not_signed',
    })
    await submitMinutes(world, convener, { no: 1 })
    await signMinutes(world, leader, 1, null, '李四')
    await expect(amendMinutes(world, convener, 1, '  ')).rejects.toMatchObject({ code: 'minutes.text_missing' })
    await expect(amendMinutes(world, convener, 1, '长'.repeat(2001))).rejects.toMatchObject({
      code: 'minutes.text_too_long',
    })
    expect(await amendMinutes(world, convener, 1, '期限应为8月15日')).toMatchObject({ number: 1, version: 1 })
    expect(await amendMinutes(world, convener, 1, '期限应为8月16日')).toMatchObject({ number: 1, version: 2 })
    await submitMinutes(world, convener, { no: 1, number: 1, version: 2 })
    await signMinutes(world, leader, 1, null, '李四')
    expect(await amendMinutes(world, convener, 1, '第二次更正')).toMatchObject({ number: 2, version: 1 })
    await submitMinutes(world, convener, { no: 1 })
    await signMinutes(world, leader, 1, { number: 2, version: 1 }, '李四')
    const all = await rows(world)
    expect(all.map(({ number, state }) => [number, state])).toEqual([
      [0, 'signed'],
      [1, 'signed'],
      [2, 'signed'],
    ])
    const first = amendmentContent.parse(all[1]?.content)
    expect(first).toMatchObject({ amendmentNo: 1, text: '期限应为8月16日', signed: { by: '李四' } })
    expect(await sent(world, 'minutes.signed')).toHaveLength(12)
  })

  it('of a meeting that is not over are not there yet', async () => {
    await expect(showMinutes(world, convener, 7)).rejects.toMatchObject({ code: 'meeting.unknown' })
    await world.database.transaction((tx) => tx.meeting.updateMany({ data: { state: 'running' } }))
    await expect(showMinutes(world, convener, 1)).rejects.toMatchObject({ code: 'minutes.not_held' })
    await expect(draftMinutes(world, convener, 1, names)).rejects.toMatchObject({ code: 'minutes.not_held' })
  })
})

describeOnPostgres('two leaders who sign at once', (database) => {
  it('sign once: the other is told', async () => {
    const world = await setUpWorld(database())
    await holdMeeting(world)
    await draftMinutes(world, convener, 1, names)
    await submitMinutes(world, convener, { no: 1 })
    const signs = await Promise.allSettled(['李四', '王五'].map((name) => signMinutes(world, leader, 1, null, name)))
    expect(signs.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(signs.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'minutes.signed_already' } })
    expect(await sent(world, 'minutes.signed')).toHaveLength(4)
  })
})
