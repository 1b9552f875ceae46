import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

type Envelope = {
  envelope_id: string
  type: string
  retry_attempt?: number
  retry_reason?: string
  accepts_response_payload: boolean
  payload: { event_id?: string; command?: string }
}

let sandbox: Sandbox
let socket: WebSocket

beforeEach(async () => {
  sandbox = await startBench()
  const { url = '' } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({})
  socket = new WebSocket(url)
  await once(socket, 'message')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(async () => {
  vi.useRealTimers()
  socket.terminate()
  await sandbox.stop()
})

async function nextEnvelope(): Promise<Envelope> {
  const [data] = await once(socket, 'message')
  return JSON.parse(String(data)) as Envelope
}

test('an app that does not ack in three seconds fails the command, and the person is told', async () => {
  const arrival = nextEnvelope()
  const answer = control(sandbox, 'commands', { user: 'U0READER', channel: 'notes', command: '/note', text: 'x' })
  const envelope = await arrival
  expect(envelope).toMatchObject({ type: 'slash_commands', accepts_response_payload: true })
  await vi.advanceTimersByTimeAsync(3000)
  expect(await answer).toMatchObject({ status: 200, ok: false, error: 'operation_timeout' })
  const { messages } = await stateOf(sandbox, 'U0READER')
  const line = { text: '/note 执行失败，错误：“operation_timeout”', ephemeral_for: 'U0READER', user: 'USLACKBOT' }
  expect(messages.at(-1)).toMatchObject(line)
})

test('an event without an ack comes again under the same event id, until it is acked', async () => {
  const first = nextEnvelope()
  const answer = control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'again' })
  const { payload, ...envelope } = await first
  expect(envelope).toMatchObject({ type: 'events_api', retry_attempt: 0, accepts_response_payload: false })
  const second = nextEnvelope()
  await vi.advanceTimersByTimeAsync(3000)
  const retried = await second
  expect(retried).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: { event_id: payload.event_id } })
  const third = nextEnvelope()
  await vi.advanceTimersByTimeAsync(3000)
  expect(await answer).toMatchObject({ ok: true })
  await vi.advanceTimersByTimeAsync(60_000)
  const last = await third
  expect(last).toMatchObject({ retry_attempt: 2, payload: { event_id: payload.event_id } })
  socket.send(JSON.stringify({ envelope_id: last.envelope_id, payload: {} }))
})
