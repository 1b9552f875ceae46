import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
let events: { text: string | undefined; retry: number | undefined; id: string }[]
let commands: string[]

beforeEach(async () => {
  events = []
  commands = []
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => {
    app.event('message', async ({ event, context, body }) => {
      events.push({ text: 'text' in event ? event.text : undefined, retry: context.retryNum, id: body.event_id })
    })
    app.command('/note', async ({ command, ack }) => {
      commands.push(command.text)
      await ack()
    })
  })
})

afterEach(async () => {
  await bench.stop()
  await sandbox.stop()
})

const texts = async () => (await stateOf(sandbox)).messages.map((message) => message.text)
const post = (text: string) => clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text })

describe('a fault', () => {
  test('drops the answer after the work is done', async () => {
    await control(sandbox, 'faults', { drop_answers: { method: 'chat.postMessage' } })
    await expect(post('lost answer')).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(await texts()).toEqual(['lost answer'])
    expect(await post('next')).toMatchObject({ ok: true })
  })

  test('answers 500 or 429 before any work', async () => {
    await control(sandbox, 'faults', { server_errors: { method: 'chat.postMessage', times: 1 } })
    await expect(post('failed')).rejects.toMatchObject({ statusCode: 500 })
    await control(sandbox, 'faults', { rate_limits: { times: 1, retry_after: 7 } })
    await expect(post('limited')).rejects.toMatchObject({ retryAfter: 7 })
    expect(await texts()).toEqual([])
  })

  test('refuses charts as a workspace without them, until it is cleared', async () => {
    const chart = {
      type: 'data_visualization',
      title: '指标',
      chart: {
        type: 'bar',
        series: [{ name: '完成', data: [{ label: '甲', value: 1 }] }],
        axis_config: { categories: ['甲'] },
      },
    }
    const post = () =>
      clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'chart', blocks: [chart as never] })
    await control(sandbox, 'faults', { refuse_charts: true })
    await expect(post()).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['unsupported type: data_visualization [json-pointer:/blocks/0/type]'],
      },
    })
    await control(sandbox, 'faults', { clear: true })
    expect(await post()).toMatchObject({ ok: true })
  })

  test('delivers an event twice, under one event id', async () => {
    await control(sandbox, 'faults', { deliver_twice: 1 })
    await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'twice' })
    expect(events.map(({ text, retry }) => ({ text, retry }))).toEqual([
      { text: 'twice', retry: 0 },
      { text: 'twice', retry: 1 },
    ])
    expect(new Set(events.map(({ id }) => id)).size).toBe(1)
  })

  test('cuts the socket; the app comes back and hears what it missed', async () => {
    await control(sandbox, 'faults', { cut_socket: true })
    expect((await stateOf(sandbox)).app.connected).toBe(false)
    await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'missed' })
    // A command waits for the connection as long as Slack waits for an ack.
    await control(sandbox, 'commands', { user: 'U0WRITER', channel: 'notes', command: '/note', text: 'back' })
    expect(commands).toEqual(['back'])
    expect(events.map(({ text }) => text)).toEqual(['missed'])
  })

  test('can be called off, and must be one the sandbox knows', async () => {
    await control(sandbox, 'faults', { server_errors: { times: 5 } })
    await control(sandbox, 'faults', { clear: true })
    expect(await post('fine')).toMatchObject({ ok: true })
    expect(await control(sandbox, 'faults', { earthquake: true })).toMatchObject({ status: 400, ok: false })
  })
})
