import type { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let client: WebClient

const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '*Minutes* are there' } }]
const image = (id: string) => [{ type: 'image' as const, alt_text: 'chart', slack_file: { id } }]

beforeAll(async () => {
  sandbox = await startBench()
  client = clientOf(sandbox)
})

afterAll(() => sandbox.stop())

beforeEach(async () => {
  await control(sandbox, 'clock', { now: '+1m' })
})

/** Uploads without a place, and waits until the file is processed unless told not to. */
async function upload(name: string, text = name, processed = true) {
  const bytes = Buffer.from(text)
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
  })
  await fetch(upload_url, { method: 'POST', body: bytes })
  const { files } = await client.files.completeUploadExternal({ files: [{ id: file_id }] })
  if (processed) await control(sandbox, 'clock', { now: '+1s' })
  return { id: file_id, permalink: files?.[0]?.permalink ?? '' }
}

const open = (id: string, user?: string) => fetch(`${sandbox.url}/sandbox/files/${id}${user ? `?user=${user}` : ''}`)
const newest = async (user?: string) => (await stateOf(sandbox, user)).messages.at(-1)

describe('a message whose text names files of the app', () => {
  test('carries them, beside its blocks, in a channel', async () => {
    const minutes = await upload('纪要 7.docx')
    const ledger = await upload('ledger.xlsx')
    const text = `Minutes: ${minutes.permalink} and <${ledger.permalink}|ledger>`
    const posted = await client.chat.postMessage({ channel: 'C0NOTES', text, blocks })
    expect(posted.message).toMatchObject({ files: [{ id: minutes.id }, { id: ledger.id, filetype: 'xlsx' }] })
    const { messages } = await client.conversations.history({ channel: 'C0NOTES', limit: 1 })
    expect(messages?.[0]).toMatchObject({ text, blocks, files: [{ id: minutes.id, name: '纪要 7.docx' }, {}] })
    expect((await newest('U0READER'))?.files).toMatchObject([
      {
        id: minutes.id,
        name: '纪要 7.docx',
        size: 13,
        filetype: 'docx',
        mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        permalink: minutes.permalink,
        url_private_download: expect.stringContaining(`-${minutes.id}/download/`),
        url: `/sandbox/files/${minutes.id}?user=U0READER`,
      },
      { id: ledger.id },
    ])
    expect((await client.files.info({ file: minutes.id })).file).toMatchObject({
      channels: ['C0NOTES'],
      ims: [],
      is_public: true,
      shares: { public: { C0NOTES: [{ ts: posted.ts }] } },
    })
  })

  test('is for those of its place alone', async () => {
    const { id, permalink } = await upload('slip.ics', 'BEGIN:VCALENDAR')
    expect((await open(id, 'U0READER')).status).toBe(403)
    const { channel = '', ts } = await client.chat.postMessage({ channel: 'U0READER', text: permalink, blocks })
    expect((await client.files.info({ file: id })).file).toMatchObject({
      channels: [],
      ims: [channel],
      is_public: false,
      shares: { private: { [channel]: [{ ts }] } },
    })
    const opened = await open(id, 'U0READER')
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'text/calendar'])
    expect(await opened.text()).toBe('BEGIN:VCALENDAR')
    expect((await open(id, 'U0WRITER')).status).toBe(403)
    expect((await open(id)).status).toBe(200)
    expect((await fetch(`${permalink}?user=U0READER`)).status).toBe(200)
    expect((await fetch(`${permalink}?user=U0WRITER`)).status).toBe(403)
    expect((await stateOf(sandbox, 'U0WRITER')).files.map((file) => file.id)).not.toContain(id)
    expect((await stateOf(sandbox, 'U0READER')).files.map((file) => file.id)).toContain(id)
  })

  test('does not carry a person’s file, or one under another address', async () => {
    const { id } = await control(sandbox, 'files', { user: 'U0WRITER', name: 'a.txt', content_base64: 'YQ==' })
    const own = (await stateOf(sandbox)).files.find((file) => file.id === id)
    const ready = await upload('ready.txt')
    for (const text of [own?.permalink, ready.permalink.replace('127.0.0.1', 'files.example')]) {
      await client.chat.postMessage({ channel: 'C0NOTES', text: text ?? '' })
      expect(await newest()).not.toHaveProperty('files')
    }
    expect((await open(String(id), 'U0READER')).status).toBe(403)
  })

  test('does not carry one that is not yet processed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { id, permalink } = await upload('early.txt', 'early', false)
    await client.chat.postMessage({ channel: 'C0NOTES', text: permalink })
    expect(await newest()).not.toHaveProperty('files')
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    await client.chat.postMessage({ channel: 'C0NOTES', text: permalink })
    expect(await newest()).toMatchObject({ files: [{ id }] })
  })

  test('does not carry them where one person alone sees it', async () => {
    const { id, permalink } = await upload('own.pdf')
    await client.chat.postEphemeral({ channel: 'C0NOTES', user: 'U0READER', text: permalink })
    expect(await newest('U0READER')).not.toHaveProperty('files')
    expect((await open(id, 'U0READER')).status).toBe(403)
  })
})

test('an image in blocks is seen by those who see the blocks', async () => {
  const { id } = await upload('chart.png')
  expect((await open(id, 'U0READER')).status).toBe(403)
  await client.chat.postMessage({ channel: 'U0READER', text: 'Chart', blocks: image(id) })
  expect((await open(id, 'U0READER')).status).toBe(200)
  expect((await open(id, 'U0WRITER')).status).toBe(403)
})

test.each([
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.ics', 'text/calendar'],
  ['a.PNG', 'image/png'],
  ['a.pdf', 'application/pdf'],
  ['a.csv', 'text/csv'],
  ['a.yaml', 'application/yaml'],
  ['a', 'application/octet-stream'],
])('%s is %s', async (name, type) => {
  const { id } = await upload(name)
  expect((await client.files.info({ file: id })).file?.mimetype).toBe(type)
  expect((await open(id)).headers.get('content-type')).toBe(type)
})

describe('chat.update', () => {
  const error = (code: string) => ({ data: { error: code } })
  const metadata = { event_type: 'minutes', event_payload: { key: 'k1' } }

  test('replaces text and blocks in a direct conversation and keeps files and metadata', async () => {
    const { id, permalink } = await upload('minutes.docx')
    const { channel = '', ts = '' } = await client.chat.postMessage({
      channel: 'U0READER',
      text: permalink,
      blocks,
      metadata,
    })
    const changed = [{ type: 'divider' as const }]
    await client.chat.update({ channel, ts, text: 'Approved', blocks: changed })
    expect(await newest('U0READER')).toMatchObject({
      ts,
      text: 'Approved',
      blocks: changed,
      metadata,
      files: [{ id }],
      edited: {},
    })
    await expect(client.chat.update({ channel: 'U0READER', ts, text: 'x' })).rejects.toMatchObject(
      error('channel_not_found'),
    )
  })

  test('removes blocks by a text alone, and attachments and metadata by empty ones', async () => {
    const attachments = [{ text: 'more' }]
    const { channel = '', ts = '' } = await client.chat.postMessage({
      channel: 'C0NOTES',
      text: 'x',
      blocks,
      attachments,
      metadata,
    })
    await client.chat.update({ channel, ts, text: 'Only this' })
    expect(await newest()).toMatchObject({ text: 'Only this', attachments, metadata })
    expect(await newest()).not.toHaveProperty('blocks')
    await client.apiCall('chat.update', { channel, ts, text: 'Bare', attachments: [], metadata: {} })
    expect(await newest()).not.toHaveProperty('attachments')
    expect(await newest()).not.toHaveProperty('metadata')
  })

  test('is for the author, and not for what one person alone sees', async () => {
    const { ts } = await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'notes', text: 'mine' })
    await expect(client.chat.update({ channel: 'C0NOTES', ts: String(ts), text: 'x' })).rejects.toMatchObject(
      error('cant_update_message'),
    )
    const { message_ts = '' } = await client.chat.postEphemeral({ channel: 'C0NOTES', user: 'U0READER', text: 'Psst' })
    await expect(client.chat.update({ channel: 'C0NOTES', ts: message_ts, text: 'x' })).rejects.toMatchObject(
      error('message_not_found'),
    )
  })
})

describe('GET state', () => {
  test('can be asked for one channel and for what is new', async () => {
    const first = await client.chat.postMessage({ channel: 'C0NOTES', text: 'first' })
    const { permalink, id } = await upload('new.csv')
    const direct = await client.chat.postMessage({ channel: 'U0READER', text: permalink })
    const read = (query: string) => stateOf(sandbox, undefined, query)
    const fresh = await read(`since=${first.ts}`)
    expect(fresh.messages.map((message) => message.ts)).toEqual([direct.ts])
    expect(fresh.files.map((file) => file.id)).toEqual([id])
    await client.chat.update({ channel: 'C0NOTES', ts: first.ts ?? '', text: 'first, edited' })
    expect((await read(`since=${direct.ts}`)).messages).toMatchObject([{ text: 'first, edited' }])
    expect((await read(`since=${direct.ts}&channel=${direct.channel}`)).messages).toEqual([])
    const inChannel = await read(`channel=${direct.channel}`)
    expect(new Set(inChannel.messages.map((message) => message.channel))).toEqual(new Set([direct.channel]))
  })

  test('is refused in a sentence for a channel or timestamp that is none', async () => {
    expect(await control(sandbox, 'state?channel=nowhere')).toMatchObject({ status: 404, ok: false })
    expect(await control(sandbox, 'state?user=U0READER&channel=other')).toMatchObject({ status: 403, ok: false })
    expect(await control(sandbox, 'state?since=yesterday')).toMatchObject({ status: 400, ok: false })
  })
})
