import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
const received: string[] = []

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const form = {
  type: 'modal' as const,
  callback_id: 'evidence',
  title: plain('Evidence'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'files',
      label: plain('Files'),
      element: { type: 'file_input' as const, action_id: 'upload', filetypes: ['txt'], max_files: 1 },
    },
  ],
}

beforeAll(async () => {
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => {
    app.shortcut('new_note', async ({ shortcut, ack, client }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    })
    app.view('evidence', async ({ ack, view, client }) => {
      await ack()
      const id = view.state.values.files?.upload?.files?.[0]?.id ?? ''
      const { file } = await client.files.info({ file: id })
      const headers = { Authorization: `Bearer ${sandbox.botToken}` }
      received.push(await (await fetch(file?.url_private ?? '', { headers })).text())
    })
  })
})

afterAll(async () => {
  await bench.stop()
  await sandbox.stop()
})

const upload = (name: string, text: string) =>
  control(sandbox, 'files', { user: 'U0WRITER', name, content_base64: Buffer.from(text).toString('base64') })

async function submitFile(id: unknown) {
  await control(sandbox, 'shortcuts', { user: 'U0WRITER', callback_id: 'new_note' })
  const { views } = await stateOf(sandbox, 'U0WRITER')
  return control(sandbox, 'submissions', { user: 'U0WRITER', view_id: views.at(-1)?.id, values: { upload: [id] } })
}

describe('a file from a person', () => {
  test('goes through a form to the app, which downloads it with its token', async () => {
    const { id } = await upload('证明.txt', '已签约12家')
    expect(await submitFile(id)).toMatchObject({ ok: true })
    expect(received).toEqual(['已签约12家'])
  })

  test('must be of a type that the form takes', async () => {
    const { id } = await upload('photo.png', 'not a text')
    expect(await submitFile(id)).toMatchObject({ ok: false, errors: { files: expect.stringContaining('txt') } })
    expect(await submitFile('F0')).toMatchObject({ status: 400, ok: false })
  })
})

describe('a file from the app', () => {
  test('is shared in the channel once it is processed, and can be opened by the page', async () => {
    const client = clientOf(sandbox)
    const uploaded = await client.filesUploadV2({
      channel_id: 'C0NOTES',
      filename: '台账.csv',
      file: Buffer.from('a,b\n1,2\n'),
      initial_comment: 'Ledger',
    })
    const id = uploaded.files[0]?.files?.[0]?.id ?? ''
    expect((await client.files.info({ file: id })).file?.mimetype).toBe('')
    await control(sandbox, 'clock', { now: '+1s' })
    expect((await client.files.info({ file: id })).file).toMatchObject({ mimetype: 'text/csv', channels: ['C0NOTES'] })
    const { messages } = await stateOf(sandbox, 'U0READER')
    expect(messages.at(-1)).toMatchObject({
      text: 'Ledger',
      files: [{ id, name: '台账.csv', mimetype: 'text/csv', size: 8 }],
    })
    const opened = await fetch(`${sandbox.url}${messages.at(-1)?.files?.[0]?.url}`)
    expect(await opened.text()).toBe('a,b\n1,2\n')
    expect(opened.headers.get('content-disposition')).toContain('attachment')
    const listed = await client.files.list({ channel: 'C0NOTES' })
    expect(listed.files?.map((file) => file.id)).toEqual([id])
  })

  test('must be as long as announced, and is private', async () => {
    const client = clientOf(sandbox)
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 })
    expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400)
    const early = client.files.completeUploadExternal({ files: [{ id: file_id }] })
    await expect(early).rejects.toMatchObject({ data: { error: 'file_not_found' } })
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(200)
    const done = await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] })
    expect((await fetch(done.files?.[0]?.url_private ?? '')).status).toBe(403)
  })
})

test('an image that is not yet processed cannot stand in a message', async () => {
  const client = clientOf(sandbox)
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'chart.png',
    length: 3,
  })
  await fetch(upload_url, { method: 'POST', body: 'png' })
  await client.files.completeUploadExternal({ files: [{ id: file_id }] })
  const post = () =>
    client.chat.postMessage({
      channel: 'C0NOTES',
      text: 'Chart',
      blocks: [{ type: 'image', alt_text: 'chart', slack_file: { id: file_id } }],
    })
  await expect(post()).rejects.toMatchObject({
    data: { error: 'invalid_blocks', errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'] },
  })
  await control(sandbox, 'clock', { now: '+1s' })
  expect(await post()).toMatchObject({ ok: true })
})
