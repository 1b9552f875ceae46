import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { connectApp } from './app.ts'
import { clientOf, control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let folder: string
let dataFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  dataFile = join(folder, 'workspace.json')
})

afterEach(() => rm(folder, { recursive: true }))

test('a workspace lives on over a restart: messages, views, files, tokens and the clock', async () => {
  const first = await startBench({ dataFile })
  const bench = await connectApp(first, (app) => {
    app.shortcut('new_note', async ({ shortcut, ack, client }) => {
      await ack()
      const title = { type: 'plain_text' as const, text: 'Open' }
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: { type: 'modal', title, blocks: [{ type: 'divider' }] },
      })
    })
  })
  await clientOf(first).chat.postMessage({ channel: 'U0WRITER', text: 'kept' })
  await control(first, 'shortcuts', { user: 'U0WRITER', callback_id: 'new_note' })
  const { id } = await control(first, 'files', { user: 'U0WRITER', name: 'a.txt', content_base64: 'a2VwdA==' })
  await control(first, 'clock', { now: '2024-07-12T09:00:00+08:00' })
  const before = await stateOf(first)
  await bench.stop()
  await first.stop()

  const second = await startBench({ dataFile })
  const after = await stateOf(second)
  const moved = JSON.parse(JSON.stringify(before).replaceAll(first.url, second.url)) as typeof before
  expect({ ...after, now: '', app: null }).toEqual({ ...moved, now: '', app: null })
  expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse('2024-07-12T01:00:00Z'))
  expect(second.botToken).toBe(first.botToken)
  expect(second.appToken).toBe(first.appToken)
  expect(await (await fetch(`${second.url}/sandbox/files/${id}`)).text()).toBe('kept')
  const next = await clientOf(second).chat.postMessage({ channel: 'U0WRITER', text: 'next' })
  expect(Number(next.ts)).toBeGreaterThan(Number(before.messages.at(-1)?.ts))
  await second.stop()
})

test('what the Web API has accepted is on disk before it answers', async () => {
  const sandbox = await startBench({ dataFile })
  const { ts } = await clientOf(sandbox).chat.postMessage({ channel: 'U0WRITER', text: 'accepted' })
  const saved: { messages: unknown[] } = JSON.parse(await readFile(dataFile, 'utf8'))
  expect(saved.messages).toMatchObject([{ ts, text: 'accepted' }])
  await sandbox.stop()
})

describe('older messages', () => {
  const texts = async (sandbox: Sandbox) => (await stateOf(sandbox)).messages.map((message) => message.text)
  const sayMany = async (sandbox: Sandbox, count: number) => {
    for (let number = 0; number < count; number += 1)
      await control(sandbox, 'messages', { user: 'U0WRITER', channel: 'other', text: `line ${number}` })
  }
  const saved = async () => JSON.parse(await readFile(dataFile, 'utf8')) as { messages: unknown[]; archived: string[] }
  const segments = () => readdir(`${dataFile}.messages`)

  test('leave the data file, and still can be edited and deleted', async () => {
    const first = await startBench({ dataFile })
    const client = clientOf(first)
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: 'notes', text: 'old' })
    const doomed = await client.chat.postMessage({ channel: 'notes', text: 'doomed' })
    await sayMany(first, 330)
    expect((await saved()).messages).toHaveLength(132)
    expect((await saved()).archived).toHaveLength(2)
    await client.chat.update({ channel, ts, text: 'edited' })
    await client.chat.delete({ channel, ts: doomed.ts ?? '' })
    expect((await segments()).sort()).toEqual((await saved()).archived.sort())
    const before = await texts(first)
    expect(before).toEqual(['edited', ...Array.from({ length: 330 }, (_, number) => `line ${number}`)])
    await first.stop()
    // What a crash leaves behind: a segment that the data file does not name yet.
    await writeFile(join(`${dataFile}.messages`, 'stray.json'), '[]')
    const second = await startBench({ dataFile })
    expect(await texts(second)).toEqual(before)
    expect(await segments()).toHaveLength(2)
    await second.stop()
  })

  test('are missed: a workspace does not start without some of them', async () => {
    const first = await startBench({ dataFile })
    await sayMany(first, 200)
    await first.stop()
    await rm(join(`${dataFile}.messages`, (await segments())[0] ?? ''))
    await expect(startBench({ dataFile })).rejects.toThrow(/workspace\.json\.messages is damaged/)
  })
})

test('a damaged data file is refused with what to do', async () => {
  await writeFile(dataFile, '{"version": 1, "messages"')
  await expect(startBench({ dataFile })).rejects.toThrow(/workspace\.json is damaged.*move it away/)
  await writeFile(dataFile, '{"version": 2}')
  await expect(startBench({ dataFile })).rejects.toThrow(/workspace\.json is damaged/)
  expect(await readFile(dataFile, 'utf8')).toBe('{"version": 2}')
})

test('a bad manifest, clock or port is refused', async () => {
  await expect(startBench({ manifest: { features: {} } })).rejects.toThrow(/manifest cannot be used/)
  await expect(startBench({ startAt: 'soon' })).rejects.toThrow(/startAt must be/)
  const running = await startBench()
  const { port } = new URL(running.url)
  await expect(startBench({ port: Number(port) })).rejects.toThrow(/choose another/)
  await running.stop()
})
