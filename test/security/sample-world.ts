import type { Database } from '../../src/db/database.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import { parseSeriesWords } from '../../src/domain/meeting/series-words.ts'
import { askExtension } from '../../src/usecases/action/ask-extension.ts'
import { reportAction } from '../../src/usecases/action/report-action.ts'
import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../src/usecases/agenda/publish-agenda.ts'
import { answerConsultation } from '../../src/usecases/consultation/answer-consultation.ts'
import { askConsultation } from '../../src/usecases/consultation/ask-consultation.ts'
import type { Context } from '../../src/usecases/context.ts'
import { postDigest } from '../../src/usecases/digest/post-digest.ts'
import { postDueDigests } from '../../src/usecases/digest/post-due-digests.ts'
import { subscribeDigest } from '../../src/usecases/digest/subscribe-digest.ts'
import { unsubscribeDigest } from '../../src/usecases/digest/unsubscribe-digest.ts'
import { recordVisit } from '../../src/usecases/enterprise/record-visit.ts'
import { createSeries } from '../../src/usecases/meeting/create-series.ts'
import { endMeeting } from '../../src/usecases/meeting/end-meeting.ts'
import { recordOutcomeWords } from '../../src/usecases/meeting/record-outcome.ts'
import { startMeeting } from '../../src/usecases/meeting/start-meeting.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { addMilestone } from '../../src/usecases/milestone/add-milestone.ts'
import { finishMilestone } from '../../src/usecases/milestone/finish-milestone.ts'
import { draftMinutes } from '../../src/usecases/minutes/draft-minutes.ts'
import { signMinutes } from '../../src/usecases/minutes/sign-minutes.ts'
import { submitMinutes } from '../../src/usecases/minutes/submit-minutes.ts'
import { choosePlan } from '../../src/usecases/plan/choose-plan.ts'
import { draftPlan } from '../../src/usecases/plan/draft-plan.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../src/usecases/plan/set-plan-channels.ts'
import { addPolicy } from '../../src/usecases/policy/add-policy.ts'
import { acceptReports } from '../../src/usecases/report/accept-reports.ts'
import { closePeriod } from '../../src/usecases/report/close-period.ts'
import { fileReport } from '../../src/usecases/report/file-report.ts'
import { previewUnchanged } from '../../src/usecases/report/find-unchanged.ts'
import { pauseWork } from '../../src/usecases/supervision/pause-work.ts'
import { previewImport } from '../../src/usecases/target/import-measurements.ts'
import { recordMeasurement } from '../../src/usecases/target/record-measurement.ts'
import { raised } from '../support/decided-issue.ts'
import { entered } from '../support/entered-enterprise.ts'
import { publishMeeting } from '../support/published-meeting.ts'
import { samplePlan } from '../support/sample-plan.ts'
import { runAt } from '../support/supervised.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const [admin, convener, leader, lead, customs] = [
  as(people.admin),
  as(people.convener),
  as(people.leader),
  as(people.lead),
  as(people.customs),
]

/** Somebody with every role in another plan of the same workspace, and in a plan of another workspace. */
export const outsiders = { plan: 'UOTHERPLAN', workspace: 'UOTHERWORKSPACE' } as const

/** What the sample calls speak of, by its number or id in plan 1. */
export type Sample = Awaited<ReturnType<typeof setUpSample>>['sample']

/**
 * A plan in the middle of its work, on 26 July 2024: something to act on for every use case, all of it of 市商务局, whose
 * liaison is `people.lead`. Beside it another plan, and another workspace with one.
 */
export async function setUpSample(database: Database) {
  const world = await setUpWorld(database)
  await importPlan(world, admin, planWithTask4(), { asNewVersionOf: 1 })
  await setUpRegister(world)
  await publishMeeting(world)
  await setPlanChannels(world, admin, { leadingChannel: 'CLEADING' })
  await unsubscribeDigest(world, convener, 1)
  const weekly = { cadence: 'weekly', language: 'zh-CN', sections: [] } as const
  await subscribeDigest(world, convener, { ...weekly, channel: 'CLEADING', approval: true })
  await subscribeDigest(world, lead, { ...weekly, channel: null, approval: false })

  await holdFirst(world)
  const report = await setUpReports(world)
  const consulted = await setUpConsultations(world)
  const second = await publishAt(world, 7, 9)
  world.clock.set('2024-07-09T15:00:00+08:00')
  await startMeeting(world, convener, second)
  await endMeeting(world, convener, second)
  await draftMinutes(world, convener, second, {})
  await submitMinutes(world, convener, { no: second })
  for (const day of ['07-15', '07-18', '07-24', '07-25', '07-26']) await runAt(world, `2024-${day}T09:00:00+08:00`)
  await postDueDigests(world)

  await postDigest(world, as(people.leader), 'by hand')

  const third = await publishAt(world, 7, 26, 10)
  world.clock.set('2024-07-26T10:00:00+08:00')
  await startMeeting(world, convener, third)
  const fourth = await publishAt(world, 8, 9)
  await createSeries(world, convener, parseSeriesWords('每月第二个周四 15:00 120分钟'))
  for (const title of ['仓储用地', '展会补贴', '运价补贴']) await raised(world, lead, title)
  const fifth = await draftAt(world, 8, 23, 15, 45)
  const { draftId } = await draftPlan(world, admin, planWithTask4(), { asNewVersionOf: 1 })
  await setUpOutsiders(world)

  const one = <T>(what: string, rows: readonly T[]): T => {
    const [first] = rows
    if (first === undefined) throw new Error(`the sample lacks ${what}`)
    return first
  }
  const { client } = database
  const slips = await client.slip.findMany({ where: { unit: { name: '市商务局' } }, orderBy: { id: 'asc' } })
  const digest = one(
    'digest',
    await client.digest.findMany({ where: { state: 'prepared' }, orderBy: { id: 'desc' }, take: 1 }),
  )
  const issued = one(
    'an issued slip',
    slips.filter(({ no, state }) => no !== null && state === 'issued'),
  )
  const dead = one(
    'message given up',
    await client.delivery.findMany({ where: { planId: 1, kind: 'brief' }, orderBy: { id: 'desc' }, take: 1 }),
  ).id
  await client.delivery.update({ where: { id: dead }, data: { state: 'dead', lastError: 'is_archived' } })
  const rows = [
    {
      ...{ row: 2, extra: false, metric: '引进企业', task: '1', day: '2024-06-30', value: '4', unit: '', measure: '' },
      source: '',
    },
  ]
  const sample = {
    meetings: { signed: 1, toSign: second, running: third, published: fourth, draft: fifth.meetingNo },
    ...{ consulted, report, draftId, rows },
    leftOut: one('an issue left out', fifth.leftOut).no,
    unchanged: (await previewUnchanged(world, lead, 4)).key,
    agendaDraft: { meetingId: fifth.meetingId, draft: fifth.draft },
    digest: { digestId: digest.id, version: digest.version },
    dead,
    slip: { year: issued.year ?? 0, no: issued.no ?? 0 },
    redSlip: one(
      'a red slip',
      slips.filter(({ state }) => state === 'proposed'),
    ).id,
    target: one('target', await client.target.findMany({ where: { metric: '引进企业', planId: 1 } })).id,
    measurement: one('measurement', await client.measurement.findMany({ orderBy: { id: 'desc' }, take: 1 })).id,
    visit: one('visit', await client.visit.findMany()).id,
    unit: one('unit', await client.unit.findMany({ where: { name: '市商务局', planId: 1 } })).id,
    print: (await previewImport(world, convener, rows)).print,
  }
  return { world, sample }
}

/** The sample plan with a further task of 市商务局. */
function planWithTask4() {
  const plan = samplePlan()
  const lead = { name: '市商务局', role: 'lead' } as const
  plan.sections[1]?.tasks.push({ no: 4, title: '培育展会', text: '培育展会。', units: [lead] })
  return plan
}

async function setUpRegister(world: Context): Promise<void> {
  await entered(world, lead, '江城进出口有限公司 市商务局', { everyMonths: 3 })
  await recordVisit(world, lead, 1, { day: '2024-06-20', notes: '企业希望缩短通关时间' })
  for (const title of ['花山港通过验收', '首批企业签约'])
    await addMilestone(world, lead, { taskNo: 1, unitId: null, title, day: '2024-06-28' })
  await finishMilestone(world, lead, { no: 2, version: null, day: '2024-06-24', evidence: '已签约' })
  const policy = { title: '跨境电商措施', documentNo: '江商〔2024〕6号', issuedOn: '2024-05-10', link: '' }
  await addPolicy(world, lead, { taskNo: 1, unitId: null, ...policy })
  const { id: targetId } = await world.database.client.target.findFirstOrThrow({ where: { metric: '引进企业' } })
  for (const value of ['2', '3'])
    await recordMeasurement(world, lead, { targetId, value, day: '2024-05-31', unitId: null })
  await pauseWork(world, convener, { taskNo: 2, period: null, reason: '等待上级批复' })
}

/** Meeting 1 is over and its minutes are signed; #1 left three actions of 市商务局, two of which it has answered. */
async function holdFirst(world: Awaited<ReturnType<typeof setUpWorld>>): Promise<void> {
  world.clock.set('2024-07-02T15:00:00+08:00')
  await startMeeting(world, convener, 1)
  const ordered = ['报送方案', '完成验收', '统一口径'].map((text) => `交办：市商务局 ${text} 8个工作日`).join('；')
  await recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 1 }, `议定 统一标准；${ordered}`)
  await endMeeting(world, convener, 1)
  await draftMinutes(world, convener, 1, {})
  await submitMinutes(world, convener, { no: 1 })
  await signMinutes(world, leader, 1, null, '李四')
  await askExtension(world, lead, 2, '2024-08-30', '材料未齐')
  await reportAction(world, lead, 3, '已统一口径')
}

/**
 * 市商务局 reported on task 1 and waits, and on task 4 the half-year before, which is closed; 江城海关's report on task 3 is
 * accepted.
 */
async function setUpReports(world: Context) {
  const facts = { status: 'on_track', percent: 50, summary: '按计划推进', periodKey: '2024H1', unitId: null } as const
  const { reportId } = await fileReport(world, lead, { ...facts, taskNo: 1 })
  await fileReport(world, customs, { ...facts, taskNo: 3 })
  await acceptReports(world, convener, { taskNo: 3, periodKey: '2024H1' })
  await fileReport(world, lead, { ...facts, taskNo: 4, periodKey: '2023H2' })
  await closePeriod(world, convener, '2023H2')
  return reportId
}

/** Issues: one under consultation, one that all agreed on, one that nobody was asked about, and one escalated. */
async function setUpConsultations(world: Context) {
  const [asked, agreed, open, escalated] = [
    await raised(world, lead, '减免税接口口径'),
    await raised(world, lead, '冷链查验时限'),
    await raised(world, lead, '总部用地指标'),
    await raised(world, lead, '外汇便利试点'),
  ]
  await askConsultation(world, convener, asked, '以海关口径为准')
  await askConsultation(world, convener, agreed, '限时两小时')
  for (const actor of [lead, as(people.participant)])
    await answerConsultation(world, actor, { no: agreed, id: null }, { agrees: true, remark: '' })
  const at = { escalatedAt: world.now().toJSDate(), mandatory: true }
  await world.database.client.issue.updateMany({ where: { planId: 1, no: escalated }, data: at })
  return { asked, agreed, open, escalated }
}

async function draftAt(world: Context, month: number, day: number, hour: number, minutes = 60) {
  const wish = { day: { year: 2024, month, day }, time: { hour, minute: 0 }, minutes, mode: null }
  return (await draftAgenda(world, convener, wish)).notice
}

async function publishAt(world: Context, month: number, day: number, hour = 15): Promise<number> {
  const { meetingId, meetingNo, draft } = await draftAt(world, month, day, hour)
  await publishAgenda(world, convener, { meetingId, draft })
  return meetingNo
}

/** A second plan of the workspace, and one of another workspace, each with somebody who holds every role there. */
async function setUpOutsiders(world: Context): Promise<void> {
  await world.database.transaction((tx) => ensureWorkspace(tx, { id: 'T2', name: 'T2', at: world.now().toJSDate() }))
  for (const [workspaceId, userId, importer] of [
    ['T1', outsiders.plan, people.admin],
    ['T2', outsiders.workspace, outsiders.workspace],
  ] as const) {
    const importing = as(importer, { workspaceId })
    const plan = { ...samplePlan(), title: `${workspaceId}另一方案` }
    const { planId } = await importPlan(world, importing, plan, { asNewVersionOf: null })
    const roles = (['admin', 'convener', 'leader'] as const).map((role) => ({ userId, role, unit: null }))
    await assignMembers(world, { ...importing, planId }, [...roles, { userId, role: 'liaison', unit: '市商务局' }])
  }
  // Importing made the admin's commands speak of the second plan; the outsider's do already.
  for (const userId of [people.admin, people.stranger]) await choosePlan(world, as(userId), 1)
  await choosePlan(world, as(outsiders.plan), 2)
}
