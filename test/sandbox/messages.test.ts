import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
const heard: Record<string, unknown>[] = []

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const blocks = [
  {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: '*Note*' },
    accessory: {
      type: 'overflow' as const,
      action_id: 'menu',
      options: [
        { text: plain('Later'), value: 'later' },
        { text: plain('Never'), value: 'never' },
      ],
    },
  },
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'go', text: plain('Yes'), value: 'yes' },
      { type: 'button' as const, action_id: 'replace', text: plain('Replace'), value: 'r' },
      { type: 'datepicker' as const, action_id: 'when' },
      { type: 'users_select' as const, action_id: 'who' },
    ],
  },
]

beforeAll(async () => {
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => {
    app.action(/.*/, async ({ action, body, ack, respond }) => {
      heard.push({ action, body })
      await ack()
      if ('action_id' in action && action.action_id === 'replace')
        await respond({ text: 'Replaced', replace_original: true })
    })
    app.shortcut('keep_message', async ({ shortcut, ack }) => {
      heard.push({ shortcut })
      await ack()
    })
    app.event('message', async ({ event }) => void heard.push({ event }))
    app.event('app_mention', async ({ event }) => void heard.push({ mention: event }))
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: {
          type: 'home',
          blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'home_go', text: plain('Go') }] }],
        },
      })
    })
  })
})

afterAll(async () => {
  await bench.stop()
  await sandbox.stop()
})

const act = (ts: string | undefined, use: object, user = 'U0READER') =>
  control(sandbox, 'actions', { user, container: { type: 'message', channel: 'C0NOTES', ts }, ...use })

describe('an element of a message', () => {
  test('sends block_actions in the shape of its kind', async () => {
    const { ts } = await clientOf(sandbox).chat.postMessage({ channel: 'notes', text: 'Note', blocks })
    expect(await act(ts, { action_id: 'go' })).toMatchObject({ ok: true })
    expect(heard.at(-1)).toMatchObject({
      action: { type: 'button', action_id: 'go', value: 'yes' },
      body: {
        type: 'block_actions',
        user: { id: 'U0READER' },
        container: { type: 'message', message_ts: ts, channel_id: 'C0NOTES', is_ephemeral: false },
        channel: { id: 'C0NOTES', name: 'notes' },
        message: { ts, text: 'Note' },
        response_url: expect.stringContaining(sandbox.url),
      },
    })
    await act(ts, { action_id: 'menu', value: 'never' })
    expect(heard.at(-1)).toMatchObject({ action: { type: 'overflow', selected_option: { value: 'never' } } })
    await act(ts, { action_id: 'when', value: '2024-07-12' })
    expect(heard.at(-1)).toMatchObject({ action: { type: 'datepicker', selected_date: '2024-07-12' } })
    await act(ts, { action_id: 'who', value: 'U0WRITER' })
    expect(heard.at(-1)).toMatchObject({ action: { type: 'users_select', selected_user: 'U0WRITER' } })
  })

  test('must be there', async () => {
    const { ts } = await clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'Note', blocks })
    expect(await act(ts, { action_id: 'gone' })).toMatchObject({ status: 404, ok: false })
    expect(await act(ts, { action_id: 'go', value: 'no' })).toMatchObject({ status: 400, ok: false })
    expect(await act('1.2', { action_id: 'go' })).toMatchObject({ status: 404, ok: false })
    expect(await act(ts, { action_id: 'when', value: 'tomorrow' })).toMatchObject({ status: 400, ok: false })
  })

  test('is told from others of its name by its value or its block', async () => {
    const row = (block_id: string, value: string) => ({
      type: 'section' as const,
      block_id,
      text: plain(block_id),
      accessory: { type: 'button' as const, action_id: 'pin', text: plain('Pin'), value },
    })
    const menu = (block_id: string, ...values: string[]) => ({
      type: 'section' as const,
      block_id,
      text: plain(block_id),
      accessory: {
        type: 'overflow' as const,
        action_id: 'more',
        options: values.map((value) => ({ text: plain(value), value })),
      },
    })
    const select = (block_id: string) => ({
      type: 'actions' as const,
      block_id,
      elements: [
        {
          type: 'static_select' as const,
          action_id: 'attend',
          options: ['yes', 'no'].map((value) => ({ text: plain(value), value })),
        },
      ],
    })
    const many = [row('a', '1'), row('b', '2'), menu('c', 'c1', 'c2'), menu('d', 'd1', 'd2'), select('e'), select('f')]
    const { ts } = await clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'Rows', blocks: many })
    await act(ts, { action_id: 'pin', value: '2' })
    expect(heard.at(-1)).toMatchObject({ action: { block_id: 'b', value: '2' } })
    await act(ts, { action_id: 'pin', block_id: 'a' })
    expect(heard.at(-1)).toMatchObject({ action: { block_id: 'a', value: '1' } })
    await act(ts, { action_id: 'more', value: 'd1' })
    expect(heard.at(-1)).toMatchObject({ action: { block_id: 'd', selected_option: { value: 'd1' } } })
    await act(ts, { action_id: 'attend', value: 'no', block_id: 'f' })
    expect(heard.at(-1)).toMatchObject({ action: { block_id: 'f', selected_option: { value: 'no' } } })
    for (const use of [{ action_id: 'pin' }, { action_id: 'attend', value: 'no' }]) {
      expect(await act(ts, use)).toMatchObject({ status: 400, error: expect.stringContaining('block_id or value') })
    }
    await act(ts, { action_id: 'pin', value: '1' })
    const { body } = heard.at(-1) as { body: { state: { values: Record<string, unknown> } } }
    expect(body.state.values).toMatchObject({
      e: { attend: { selected_option: null } },
      f: { attend: { selected_option: { value: 'no' } } },
    })
    await act(ts, { action_id: 'pin', value: '1' }, 'U0WRITER')
    expect(heard.at(-1)).toMatchObject({ body: { state: { values: { f: { attend: { selected_option: null } } } } } })
  })

  test('may replace its message through the response_url, five times in half an hour', async () => {
    const { ts } = await clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'Note', blocks })
    await act(ts, { action_id: 'replace' })
    const { messages } = await stateOf(sandbox)
    expect(messages.find((message) => message.ts === ts)).toMatchObject({ text: 'Replaced', edited: {} })
    const { body } = heard.at(-1) as { body: { response_url: string } }
    const respond = (json: object) =>
      fetch(body.response_url, {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'Content-Type': 'application/json' },
      })
    const statuses: number[] = []
    for (let use = 2; use <= 6; use += 1) statuses.push((await respond({ text: `Use ${use}` })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 404])
  })

  test('of an ephemeral message is for its reader alone', async () => {
    const { message_ts } = await clientOf(sandbox).chat.postEphemeral({
      channel: 'C0NOTES',
      user: 'U0READER',
      text: 'Psst',
      blocks,
    })
    expect(await act(message_ts, { action_id: 'go' }, 'U0WRITER')).toMatchObject({ status: 404, ok: false })
    const { ts: later } = await clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'later' })
    expect(await act(message_ts, { action_id: 'replace' })).toMatchObject({ ok: true })
    const changed = await stateOf(sandbox, 'U0READER', `since=${later}`)
    expect(changed.messages).toMatchObject([{ ts: message_ts, text: 'Replaced' }])
    const { body } = heard.at(-1) as { body: object }
    expect(body).toMatchObject({ container: { is_ephemeral: true } })
    expect(body).not.toHaveProperty('message')
    const own = await stateOf(sandbox, 'U0READER')
    const replaced = own.messages.find((message) => message.ts === message_ts)
    expect(replaced).toMatchObject({ text: 'Replaced', ephemeral_for: 'U0READER' })
    expect(replaced).not.toHaveProperty('blocks')
    expect(replaced).not.toHaveProperty('edited')
    expect(own.messages.filter((message) => message.text === 'Replaced' && message.ephemeral_for)).toHaveLength(1)
  })

  test('of a direct conversation replaces its message where it stands, and keeps what it carries', async () => {
    const metadata = { event_type: 'slip', event_payload: { key: 'k' } }
    const posted = await clientOf(sandbox).chat.postMessage({ channel: 'U0READER', text: 'Slip', blocks, metadata })
    const container = { type: 'message', channel: posted.channel, ts: posted.ts }
    await control(sandbox, 'actions', { user: 'U0READER', container, action_id: 'replace' })
    const { messages } = await stateOf(sandbox, 'U0READER', `channel=${posted.channel}`)
    expect(messages).toMatchObject([{ ts: posted.ts, text: 'Replaced', metadata, edited: {} }])
    expect(messages[0]).not.toHaveProperty('ephemeral_for')
  })
})

describe('what a person says', () => {
  test('reaches the app where it is a member and has subscribed', async () => {
    await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'a < b @bench' })
    const events = heard.slice(-2)
    const text = expect.stringMatching(/^a &lt; b <@U\w+>$/)
    expect(events).toContainEqual({
      event: expect.objectContaining({ type: 'message', channel_type: 'channel', text }),
    })
    expect(events).toContainEqual({ mention: expect.objectContaining({ type: 'app_mention', text }) })
    const before = heard.length
    await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'other', text: 'unheard' })
    expect(heard.length).toBe(before)
  })

  test('may be taken up by a message shortcut', async () => {
    const { ts } = await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'Keep this' })
    const use = { user: 'U0READER', callback_id: 'keep_message', message: { channel: 'C0NOTES', ts } }
    expect(await control(sandbox, 'shortcuts', use)).toMatchObject({ ok: true })
    expect(heard.at(-1)).toMatchObject({
      shortcut: {
        type: 'message_action',
        callback_id: 'keep_message',
        message: { text: 'Keep this', user: 'U0WRITER' },
      },
    })
  })
})

describe('the App Home', () => {
  test('is published on opening and its buttons work', async () => {
    expect(await control(sandbox, 'home', { user: 'U0READER' })).toMatchObject({ ok: true })
    expect((await stateOf(sandbox, 'U0READER')).homes).toMatchObject([{ user: 'U0READER', view: { type: 'home' } }])
    expect((await stateOf(sandbox, 'U0WRITER')).homes).toEqual([])
    const use = { user: 'U0READER', container: { type: 'home' }, action_id: 'home_go' }
    expect(await control(sandbox, 'actions', use)).toMatchObject({ ok: true })
    expect(heard.at(-1)).toMatchObject({ body: { container: { type: 'view' }, view: { type: 'home' } } })
  })
})
