import { DateTime } from 'luxon'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { seededRandom } from '../../src/domain/agenda/seeded-random.ts'
import { dispatchDue } from '../../src/outbox/dispatcher.ts'
import { workspacePace } from '../../src/outbox/pacing.ts'
import { type Fault, simulatedSlack } from '../outbox/simulated-slack.ts'
import { sampleDigest } from '../support/sample-digest.ts'
import type { Bench, Finding } from './measure.ts'

const MESSAGES = 10_000
const CHANNELS = 300
/** One call in a hundred is limited, one in five hundred loses its answer. */
const LIMITED = 0.01
const LOST = 0.002
const RETRY_AFTER_SECONDS = 5
/** How the simulated clock goes on while messages wait for their pace. */
const TICK_SECONDS = 2

const start = DateTime.fromISO('2024-06-24T09:00:00+08:00')

/** Ten thousand messages to three hundred channels of one workspace: how near to the allowed pace they go. */
export const messages: Bench = {
  name: 'messages',
  limit:
    `${60_000 / workspacePace.every} messages a minute after a first ${workspacePace.burst}, as Slack allows a workspace: ` +
    `${MESSAGES} take ${Math.round(allowedSeconds() / 60)} minutes at best. A limited call counts against the pace, too.`,
  async run() {
    const database = await openDatabase({ url: null, dataDir: null })
    try {
      return await measure(database)
    } finally {
      await database.close()
    }
  },
}

async function measure(database: Database): Promise<Finding[]> {
  let now = start
  const random = seededRandom(5)
  const slack = simulatedSlack(
    () => now.toJSDate(),
    () => faultOf(random()),
    RETRY_AFTER_SECONDS,
  )
  await owe(database)
  const log = { gaveUp: () => undefined, troubled: () => undefined }
  const begun = performance.now()
  let done = 0
  while (done < MESSAGES) {
    const { tried, next } = await dispatchDue(database, 'T1', () => now, slack.courier, log)
    // Counting is dear: it is done when there was nothing to do, or all may be done.
    const tick = now.plus({ seconds: TICK_SECONDS })
    if (tried === 0 || slack.stands().length >= MESSAGES)
      done = await database.client.delivery.count({ where: { state: 'sent' } })
    if (done < MESSAGES) now = next && next > tick.toJSDate() ? DateTime.fromJSDate(next) : tick
  }
  const milliseconds = performance.now() - begun
  const standing = slack.stands().length
  const distinct = new Set(slack.stands().map(({ key }) => key)).size
  return [
    { what: 'time over what the pace allows', value: seconds(now) / allowedSeconds(), unit: '×', atMost: 1.05 },
    { what: 'lost', value: (1 - distinct / MESSAGES) * 100, unit: '%', atMost: 0 },
    { what: 'seen twice', value: ((standing - distinct) / MESSAGES) * 100, unit: '%', atMost: 0 },
    { what: 'own work a message', value: milliseconds / MESSAGES, unit: 'ms', atMost: workspacePace.every },
  ]
}

async function owe(database: Database): Promise<void> {
  const at = start.toJSDate()
  await database.client.workspace.create({ data: { id: 'T1', name: 'bench', createdAt: at } })
  await database.client.delivery.createMany({
    data: Array.from({ length: MESSAGES }, (_, index) => ({
      ...{ workspaceId: 'T1', kind: 'digest', payload: sampleDigest(), dedupeKey: `m${index}` },
      ...{ place: `C${index % CHANNELS}`, state: 'pending' as const, notBefore: at, createdAt: at },
    })),
  })
}

function faultOf(random: number): Fault {
  if (random < LIMITED) return 'limited'
  return random < LIMITED + LOST ? 'lost' : 'none'
}

function allowedSeconds(): number {
  return ((MESSAGES - workspacePace.burst) * workspacePace.every) / 1000
}

function seconds(now: DateTime): number {
  return now.diff(start).as('seconds')
}
