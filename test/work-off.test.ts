import type { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../src/db/database.ts'
import { UnavailableError } from '../src/domain/errors.ts'
import { createLog } from '../src/log.ts'
import { enqueue } from '../src/outbox/enqueue.ts'
import type { SlackConnection } from '../src/slack/connection/connect.ts'
import { createLocales } from '../src/slack/locales.ts'
import { createWorkOff } from '../src/work-off.ts'
import { openImage } from './support/database.ts'
import { sampleDigest } from './support/sample-digest.ts'
import { setUpWorld } from './support/world.ts'

let database: Database
beforeAll(async () => {
  database = await openImage()
})
afterAll(() => database.close())

it('sends what is owed though the schedule fails, and says so', async () => {
  const { now } = await setUpWorld(database)
  const { id: planId } = await database.client.plan.findFirstOrThrow()
  const owed = { workspaceId: 'T1', planId, place: 'C1', dedupeKey: 'a', at: now().toJSDate() }
  await database.transaction((tx) => enqueue(tx, { ...owed, kind: 'digest', payload: sampleDigest() }))
  let begun = 0
  const failing: Database = {
    ...database,
    async transaction(work) {
      begun += 1
      // The first is the schedule's.
      if (begun === 1) throw new UnavailableError('unchanged', {})
      return database.transaction(work)
    },
  }
  const posted: unknown[] = []
  const postMessage = async ({ channel }: { channel: string }) => {
    posted.push(channel)
    return { ok: true, channel, ts: '1.1' }
  }
  const client = { chat: { postMessage } } as unknown as WebClient
  const slack = { served: async () => [{ id: 'T1', name: '', client }] } as unknown as SlackConnection
  const watch = { beat: () => undefined, courier: <T>(courier: T) => courier }
  const surroundings = { slack, locales: createLocales(), log: createLog('silent'), watch }
  const { work } = createWorkOff({ ...surroundings, context: { database: failing, now } })
  await expect(work()).rejects.toBeInstanceOf(UnavailableError)
  expect(posted).toEqual(['C1'])
})
