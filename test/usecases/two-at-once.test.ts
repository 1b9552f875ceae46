import { expect, it } from 'vitest'
import { findAction } from '../../src/db/action-store.ts'
import { parseMeetingWords } from '../../src/domain/meeting/meeting-words.ts'
import { parseSeriesWords } from '../../src/domain/meeting/series-words.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { extendAction } from '../../src/usecases/action/extend-action.ts'
import { reportAction } from '../../src/usecases/action/report-action.ts'
import { changeAgenda } from '../../src/usecases/agenda/change-agenda.ts'
import type { Actor } from '../../src/usecases/context.ts'
import { interpretDigest, showInterpretation } from '../../src/usecases/digest/interpret-digest.ts'
import { changeEnterprise } from '../../src/usecases/enterprise/change-enterprise.ts'
import { endEnterprise } from '../../src/usecases/enterprise/end-enterprise.ts'
import { cancelMeeting } from '../../src/usecases/meeting/cancel-meeting.ts'
import { changeSeries } from '../../src/usecases/meeting/change-series.ts'
import { createSeries } from '../../src/usecases/meeting/create-series.ts'
import { moveMeeting } from '../../src/usecases/meeting/move-meeting.ts'
import { planMeeting } from '../../src/usecases/meeting/plan-meeting.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { addMilestone } from '../../src/usecases/milestone/add-milestone.ts'
import { moveMilestone } from '../../src/usecases/milestone/move-milestone.ts'
import { changeSettings } from '../../src/usecases/plan/change-settings.ts'
import { setPlanChannels } from '../../src/usecases/plan/set-plan-channels.ts'
import { fileReport } from '../../src/usecases/report/file-report.ts'
import { saveDraft } from '../../src/usecases/report/save-draft.ts'
import { recordMeasurement } from '../../src/usecases/target/record-measurement.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { decided, raised } from '../support/decided-issue.ts'
import { entered } from '../support/entered-enterprise.ts'
import { draftMeeting } from '../support/published-meeting.ts'
import { as, people, setUpWorld } from '../support/world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

const colleague = 'ULEAD2'
const unit = [people.lead, colleague] as const
const office = [people.convener, people.admin] as const

/** Two people who saw the same and change it: `prepare` gives what each does, and `told` the refusals one of them may meet. */
type Case = {
  what: string
  who: readonly [string, string]
  told: string[]
  prepare: (world: World) => Promise<(actor: Actor, turn: number) => Promise<unknown>>
}

const actionOf = async (world: World) => {
  const no = await raised(world, as(people.lead))
  const due = { text: '制定验收标准', owner: '市商务局', dueOn: '2024-07-12' }
  const [action = 0] = await decided(world, as(people.convener), no, [due])
  const row = await world.database.transaction((tx) => findAction(tx, 1, action))
  return { no: action, version: row?.version ?? 0 }
}

const cases: Case[] = [
  {
    what: 'an action that is reported',
    who: unit,
    told: ['action.changed_meanwhile'],
    prepare: async (world) => {
      const { no, version } = await actionOf(world)
      return (actor, turn) => reportAction(world, actor, no, `已印发第${turn}号`, version)
    },
  },
  {
    what: 'an action that is put off',
    who: office,
    told: ['action.changed_meanwhile'],
    prepare: async (world) => {
      const { no, version } = await actionOf(world)
      return (actor, turn) => extendAction(world, actor, no, `2024-08-0${turn + 1}`, '等待批复', version)
    },
  },
  {
    what: 'a milestone',
    who: unit,
    told: ['milestone.changed_meanwhile'],
    prepare: async (world) => {
      const milestone = { taskNo: 1, unitId: null, title: '引进首家', day: '9月底' }
      const { no } = await addMilestone(world, as(people.lead), milestone)
      return (actor, turn) =>
        moveMilestone(world, actor, { no, version: 1, day: `2024-10-1${turn}`, reason: '等待批复' })
    },
  },
  {
    what: 'an enterprise',
    who: unit,
    told: ['enterprise.changed_meanwhile'],
    prepare: async (world) => {
      const no = await entered(world, as(people.lead))
      const same = { name: null, unit: null, contact: null, everyMonths: null, version: 1 }
      return (actor, turn) => changeEnterprise(world, actor, no, { ...same, notes: `备注${turn}` })
    },
  },
  {
    what: 'an enterprise that one ends',
    who: unit,
    told: ['enterprise.changed_meanwhile', 'enterprise.ended'],
    prepare: async (world) => {
      const no = await entered(world, as(people.lead), '另一家公司 市商务局')
      const same = { name: null, unit: null, contact: null, everyMonths: null, version: 1 }
      return (actor, turn) =>
        turn === 0
          ? changeEnterprise(world, actor, no, { ...same, notes: '备注' })
          : endEnterprise(world, actor, no, '已迁出', 1)
    },
  },
  {
    what: 'the settings of the plan',
    who: office,
    told: ['settings.changed_meanwhile'],
    prepare: async (world) => (actor, turn) =>
      changeSettings(world, actor, defaultSettings, { ...defaultSettings, reminderDays: [5 + turn] }),
  },
  {
    what: 'a channel of the plan',
    who: office,
    told: ['plan.channels_changed'],
    prepare: async (world) => (actor, turn) => setPlanChannels(world, actor, { meetingChannel: `CNEW${turn}` }, {}),
  },
  {
    what: 'the settings of a series',
    who: office,
    told: ['series.changed_meanwhile'],
    prepare: async (world) => {
      const words = parseSeriesWords('每月第二个周四 15:00 120分钟 地点：3号会议室')
      const { series } = await createSeries(world, as(people.convener), words)
      return (actor, turn) => changeSeries(world, actor, series.no, { place: `${turn}号楼` }, series)
    },
  },
  {
    what: 'when a meeting is held',
    who: office,
    told: ['meeting.changed_meanwhile', 'meeting.already_cancelled'],
    prepare: async (world) => {
      const { no } = await planMeeting(world, as(people.convener), parseMeetingWords('2024-09-19 15:00'))
      const seen = { startsAt: new Date('2024-09-19T15:00:00+08:00'), minutes: 120, place: '' }
      return (actor, turn) =>
        turn === 0
          ? moveMeeting(world, actor, no, parseMeetingWords('2024-09-20 15:00'), seen)
          : cancelMeeting(world, actor, no, '暂不召开', seen)
    },
  },
  {
    what: 'a draft agenda',
    who: office,
    told: ['agenda.unknown', 'agenda.meeting_changed'],
    prepare: async (world) => {
      await raised(world, as(people.lead), '减免税系统接口')
      const { notice } = await draftMeeting(world, { month: 7, day: 2 })
      const pick = { meetingId: notice.meetingId, draft: notice.draft }
      const wishes = [{ kind: 'mode', mode: 'score' } as const, { kind: 'mode', mode: 'waiting' } as const]
      return (actor, turn) => changeAgenda(world, actor, pick, wishes[turn] ?? { kind: 'again' })
    },
  },
  {
    what: 'the interpretation of a digest',
    who: office,
    told: ['digest.interpreted_meanwhile'],
    prepare: async (world) => {
      await setPlanChannels(world, as(people.admin), { leadingChannel: 'CLEADING' })
      const { version } = await showInterpretation(world, as(people.convener))
      return (actor, turn) => interpretDigest(world, actor, `解读${turn}`, version)
    },
  },
]

const worldOf = async (database: Parameters<typeof setUpWorld>[0]) => {
  const world = await setUpWorld(database)
  await assignMembers(world, as(people.admin), [
    { userId: colleague, role: 'liaison', unit: '市商务局' },
    { userId: people.admin, role: 'convener', unit: null },
  ])
  return world
}

describeOnEachDatabase('two people at once', (database) => {
  it('change the same: one is stored, and the other is told who did it and when', async () => {
    const world = await worldOf(database())
    for (const { what, who, told, prepare } of cases) {
      const change = await prepare(world)
      const results = await Promise.allSettled(who.map((user, turn) => change(as(user), turn)))
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
      expect(refused, what).toHaveLength(1)
      expect(told, `${what}: ${refused[0]}`).toContain(refused[0].code)
      if (refused[0].code === 'enterprise.ended') continue
      const winner = who[results.findIndex(({ status }) => status === 'fulfilled')]
      expect(refused[0].change, what).toMatchObject({ by: winner, zone: 'Asia/Shanghai' })
      expect(refused[0].change.at.getTime(), what).toBe(world.now().toMillis())
    }
  })

  it('change different settings of a series, and both are kept', async () => {
    const world = await worldOf(database())
    const words = parseSeriesWords('每月第二个周四 15:00 120分钟 地点：3号会议室')
    const { series } = await createSeries(world, as(people.convener), words)
    const { minutes, place, channel, convener, callDays, draftDays, reminderDays } = series
    const seen = { minutes, place, channel, convener, callDays, draftDays, reminderDays }
    await changeSeries(world, as(people.convener), series.no, { ...seen, place: '5号会议室' }, seen)
    const after = await changeSeries(world, as(people.admin), series.no, { ...seen, callDays: 8 }, seen)
    expect(after.series).toMatchObject({ place: '5号会议室', callDays: 8 })
  })

  it('write a report: the second is shown the other draft, or told whose version theirs replaces', async () => {
    const world = await worldOf(database())
    const place = { taskNo: 1, unitId: 1, periodKey: '2024H1', seen: 0 }
    const content = { status: null, percent: '', summary: '已签约12家', practice: '', links: '', files: [] }
    await saveDraft(world, as(people.lead), { ...place, content })
    const second = await saveDraft(world, as(colleague), { ...place, content: { ...content, summary: '另一稿' } })
    expect(second).toMatchObject({ other: { savedBy: people.lead, content: { summary: '已签约12家' } } })
    const facts = { taskNo: 1, unitId: null, periodKey: '2024H1', status: 'on_track' as const, percent: 50 }
    const file = (user: string, filedVersion?: number) =>
      fileReport(world, as(user), { ...facts, summary: user, ...(filedVersion === undefined ? {} : { filedVersion }) })
    expect((await file(people.lead, 0)).replaces).toBeNull()
    expect((await file(colleague, 0)).replaces).toMatchObject({ version: 1, reportedBy: people.lead })
    expect((await file(people.lead, 2)).replaces).toBeNull()
    expect((await file(colleague)).replaces).toMatchObject({ version: 3, reportedBy: people.lead })
  })

  it('record a value of the same day: the second is told whose it supersedes', async () => {
    const world = await worldOf(database())
    const value = { targetId: 1, value: '3家', day: '2024-06-20', unitId: null }
    expect((await recordMeasurement(world, as(people.lead), value)).superseded).toBeNull()
    const superseded = { by: people.lead, at: world.now().toJSDate(), zone: 'Asia/Shanghai' }
    expect((await recordMeasurement(world, as(colleague), { ...value, value: '4家' })).superseded).toEqual(superseded)
    expect((await recordMeasurement(world, as(colleague), { ...value, value: '5家' })).superseded).toBeNull()
  })
})
