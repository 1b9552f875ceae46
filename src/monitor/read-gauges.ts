import type { DateTime } from 'luxon'
import { readLateSlots, readOutboxBacklog } from '../db/backlog-store.ts'
import type { Database } from '../db/database.ts'
import type { Readiness } from './health.ts'
import type { Metrics } from './metrics.ts'

/** A slot is late two minutes after it was due. */
const late = { minutes: 2 }
const states = ['pending', 'sending', 'unknown', 'dead'] as const

/** Sets the gauges to how things stand now: two indexed queries; what the database does not tell is left out. */
export async function readGauges(
  metrics: Metrics,
  readiness: Readiness,
  database: Pick<Database, 'transaction'>,
  now: DateTime,
): Promise<void> {
  const { database: base, slack, work } = readiness.parts
  metrics.databaseUp.set(Number(base.ok))
  metrics.databaseSeconds.set(base.seconds)
  metrics.slackConnected.set(Number(slack.seconds === 0))
  metrics.workedOffSeconds.set(work.seconds)
  for (const one of [metrics.outboxMessages, metrics.outboxOldest, metrics.slotsLate, metrics.slotsLateSeconds])
    one.reset()
  if (!base.ok) return
  const [backlog, slots] = await database.transaction(async (tx) => [
    await readOutboxBacklog(tx),
    await readLateSlots(tx, now.minus(late).toJSDate()),
  ])
  const age = (since: Date | null | undefined) => (since ? Math.max(0, (now.toMillis() - since.getTime()) / 1000) : 0)
  for (const state of states) {
    const found = backlog.find((one) => one.state === state)
    metrics.outboxMessages.set({ state }, found?.count ?? 0)
    metrics.outboxOldest.set({ state }, age(found?.oldest))
  }
  for (const { ledger, count, oldest } of slots) {
    metrics.slotsLate.set({ ledger }, count)
    metrics.slotsLateSeconds.set({ ledger }, age(oldest))
  }
}
