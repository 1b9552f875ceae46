import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { connectSlack, type SlackConnection } from '../../src/slack/connect.ts'
import { startBench } from '../sandbox/bench.ts'
import { freePort } from '../support/slack-over-http.ts'

const signingSecret = 'not a secret'
let sandbox: Sandbox
let slack: SlackConnection
let events: string
const heard: string[] = []

beforeAll(async () => {
  sandbox = await startBench()
  const port = await freePort()
  const transport = { kind: 'http', signingSecret, host: '127.0.0.1', port } as const
  const installed = { kind: 'one', botToken: sandbox.botToken } as const
  slack = connectSlack({ transport, installed, apiUrl: sandbox.apiUrl }, createLog('silent'))
  slack.app.command('/note', async ({ ack, command }) => {
    await ack()
    heard.push(command.text)
  })
  await slack.start()
  events = `http://127.0.0.1:${port}/slack/events`
})

afterAll(async () => {
  await slack?.stop()
  await sandbox?.stop()
})

it('hears a command that Slack signed', async () => {
  expect((await send('signed')).status).toBe(200)
  expect(heard).toEqual(['signed'])
})

it('refuses what is not signed with the secret, or was signed more than five minutes ago', async () => {
  expect((await send('forged', { secret: 'another' })).status).toBe(401)
  expect((await send('stale', { secondsAgo: 301 })).status).toBe(401)
  expect(heard).toEqual(['signed'])
})

async function send(text: string, { secret = signingSecret, secondsAgo = 0 } = {}) {
  const command = {
    command: '/note',
    text,
    team_id: 'T0BENCH',
    user_id: 'U0WRITER',
    channel_id: 'C0NOTES',
    trigger_id: '1.2',
  }
  const body = new URLSearchParams({ ...command, response_url: sandbox.url }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return fetch(events, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    },
    body,
  })
}
