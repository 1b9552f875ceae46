import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../src/db/database.ts'
import { workspacePace } from '../../src/outbox/pacing.ts'
import { sampleDigest } from '../support/sample-digest.ts'
import { PEOPLE, reportCommand } from './filing.ts'
import { type BenchSlack, openSlack, openStages, receiptsOf, type Stage, startReceiving } from './filing-stage.ts'
import type { Bench, Finding } from './measure.ts'
import { sendAtPace } from './open-loop.ts'

/** A minute of the deadline day, three times as dense. */
const SECONDS = 20
const SLACK_WAITS = 3000
/** Messages owed to other people meanwhile, one each. */
const OWED = 120
const allowed = (OWED - workspacePace.burst) * workspacePace.every

/** Deadline day: 500 people file within the same third of a minute, while other messages are owed. */
export const deadline: Bench = {
  name: 'deadline',
  limit:
    `Slack waits ${SLACK_WAITS} ms for an acknowledgement; a third of that is promised. ${OWED} messages take ` +
    `${allowed / 1000} s at the allowed pace. The last receipt can be there no sooner than the last report: ${SECONDS} s.`,
  async run() {
    const slack = await openSlack()
    const stages = await openStages()
    try {
      const findings: Finding[] = []
      for (const stage of stages) findings.push(...(await measure(stage, slack)))
      return findings
    } finally {
      for (const stage of stages) await stage.remove()
      await slack.stop()
    }
  },
}

async function measure(stage: Stage, slack: BenchSlack): Promise<Finding[]> {
  slack.heard.splice(0)
  await on(stage, owe)
  const { program, receiving } = await startReceiving('src/main.ts', slack, stage.env)
  const begun = performance.now()
  const forms = Array.from({ length: PEOPLE }, (_, person) => reportCommand(person, slack.answerUrl))
  const acks = await sendAtPace(receiving, PEOPLE / SECONDS, forms)
  const receipts = await receiptsOf(slack, 0, PEOPLE)
  const posts = await postsOf(slack)
  await program.stop()
  const stored = await on(stage, (database) => database.client.progressReport.count())
  const took = (posts.at(-1) ?? Number.NaN) - (posts[0] ?? Number.NaN)
  const last = (receipts.at(-1) ?? Number.NaN) - begun
  const lost = (what: string, there: number, of: number): Finding => ({
    what: `${what}, ${stage.name}`,
    value: (1 - there / of) * 100,
    unit: '%',
    atMost: 0,
  })
  return [
    {
      what: `longest ack of Slack's 3 s, ${stage.name}`,
      value: (Math.max(...acks) / SLACK_WAITS) * 100,
      unit: '%',
      atMost: 33,
    },
    lost('reports lost', stored, PEOPLE),
    lost('receipts lost', receipts.length, PEOPLE),
    lost('messages lost', posts.length, OWED),
    { what: `messages over the allowed pace, ${stage.name}`, value: took / allowed, unit: '×', atMost: 1.05 },
    { what: `last receipt over last report, ${stage.name}`, value: last / (SECONDS * 1000), unit: '×' },
  ]
}

async function on<T>(stage: Stage, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await stage.open()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function owe(database: Database): Promise<unknown> {
  const at = new Date()
  return database.client.delivery.createMany({
    data: Array.from({ length: OWED }, (_, index) => ({
      ...{ workspaceId: 'T1', kind: 'digest', payload: sampleDigest(), dedupeKey: `m${index}` },
      ...{ place: `C${index}`, state: 'pending' as const, notBefore: at, createdAt: at },
    })),
  })
}

/** When the messages owed came, once all are there or twice the time that they may take is over. */
async function postsOf({ heard }: BenchSlack): Promise<number[]> {
  const posts = () => heard.filter(({ call }) => call.method === 'chat.postMessage').map(({ at }) => at)
  for (let waited = 0; waited < 2 * allowed && posts().length < OWED; waited += 100) await wait(100)
  return posts()
}
