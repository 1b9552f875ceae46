import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Bench, connectApp } from './app.ts'
import { control, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox
let bench: Bench
const heard: Record<string, string>[] = []

beforeAll(async () => {
  sandbox = await startBench()
  bench = await connectApp(sandbox, (app) => {
    app.command('/note', async ({ command, ack, respond }) => {
      heard.push({ ...command })
      await ack(command.text === 'loud' ? { text: 'Noted', response_type: 'in_channel' } : `Noted: ${command.text}`)
      if (command.text === 'twice') await respond({ text: 'Noted again', replace_original: true })
    })
    app.command('/tell', async ({ command, ack }) => {
      heard.push({ ...command })
      await ack()
    })
  })
})

afterAll(async () => {
  await bench.stop()
  await sandbox.stop()
})

describe('a slash command', () => {
  test('reaches the app in Slack’s form and its ack is seen by the person alone', async () => {
    const answer = await control(sandbox, 'commands', {
      user: 'U0READER',
      channel: 'notes',
      command: '/note',
      text: '进展',
    })
    expect(answer).toMatchObject({ status: 200, ok: true, ack: { text: 'Noted: 进展' } })
    expect(heard.at(-1)).toMatchObject({
      command: '/note',
      text: '进展',
      user_id: 'U0READER',
      channel_id: 'C0NOTES',
      channel_name: 'notes',
      team_id: 'T0BENCH',
      is_enterprise_install: 'false',
    })
    const own = await stateOf(sandbox, 'U0READER')
    expect(own.messages.at(-1)).toMatchObject({ text: 'Noted: 进展', ephemeral_for: 'U0READER' })
    const others = await stateOf(sandbox, 'U0WRITER')
    expect(others.messages).toEqual([])
  })

  test('may answer in the channel', async () => {
    await control(sandbox, 'commands', { user: 'U0READER', channel: 'C0NOTES', command: '/note', text: 'loud' })
    const others = await stateOf(sandbox, 'U0WRITER')
    expect(others.messages.at(-1)).toMatchObject({ text: 'Noted' })
    expect(others.messages.at(-1)?.ephemeral_for).toBeUndefined()
  })

  test('links names where the manifest asks for escaping', async () => {
    await control(sandbox, 'commands', {
      user: 'U0WRITER',
      channel: 'notes',
      command: '/tell',
      text: '@读者 in #notes @nobody',
    })
    expect(heard.at(-1)?.text).toBe('<@U0READER|读者> in <#C0NOTES|notes> @nobody')
  })

  test('is refused in a sentence where user, channel or command is unknown', async () => {
    const body = { user: 'U0WRITER', channel: 'notes', command: '/note', text: '' }
    expect(await control(sandbox, 'commands', { ...body, user: 'U1' })).toMatchObject({ status: 404, ok: false })
    expect(await control(sandbox, 'commands', { ...body, channel: 'nowhere' })).toMatchObject({
      status: 404,
      ok: false,
    })
    expect(await control(sandbox, 'commands', { ...body, command: '/other' })).toMatchObject({ status: 404, ok: false })
    expect(await control(sandbox, 'commands', { user: 'U0WRITER' })).toMatchObject({ status: 400, ok: false })
    const outside = await control(sandbox, 'commands', { ...body, user: 'U0READER', channel: 'other' })
    expect(outside).toMatchObject({ status: 403, ok: false, error: 'U0READER is not a member of other.' })
  })
})
