import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import { createLocales } from '../../src/slack/locales.ts'
import type { Edge } from '../../src/slack/requests/request.ts'
import { createRequestQueue } from '../../src/slack/requests/request-queue.ts'
import { argumentsFor, listenersOn } from '../support/listeners.ts'

const never = () => new Promise<never>(() => undefined)

/** A Slack of which no call ever returns. */
const hanging: object = new Proxy(never, { get: (_, name) => (name === 'then' ? undefined : hanging), apply: never })

const edge: Edge = {
  context: { database: { transaction: never } as unknown as Database, now: () => DateTime.now() },
  locales: createLocales(),
  log: createLog('silent'),
  requests: createRequestQueue({ atOnce: 1, waiting: 1 }),
}

const listeners = listenersOn(edge)

it('finds the listeners', () => {
  expect(listeners.length).toBeGreaterThan(120)
})

it('every listener acknowledges while the database and Slack hang, and the queue is full', async () => {
  const silent: string[] = []
  for (const { kind, id, listen } of listeners) {
    let acknowledged = false
    const ack = async () => {
      acknowledged = true
    }
    const view = { id: 'V1', hash: '1', blocks: [], state: { values: {} }, private_metadata: '{}', title: { text: '' } }
    const given = { user: `U${id}`, trigger: `t-${id}`, ...(kind === 'view' ? { view } : {}) }
    listen({ ...argumentsFor(kind, id, given), ack, client: hanging, respond: never }).catch(() => undefined)
    await new Promise((turn) => setImmediate(turn))
    if (!acknowledged) silent.push(`${kind} ${id}`)
  }
  expect(silent).toEqual([])
})
