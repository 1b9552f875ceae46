import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openImage } from '../support/database.ts'

it('a running bot measures what comes in, is ready, and logs how it started and stopped', async () => {
  const database = await openImage()
  const lines: Record<string, unknown>[] = []
  const log = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const config = readConfig({ LIAISON_SANDBOX_PORT: '0', LIAISON_MONITOR_PORT: '0', LIAISON_SEED: '0' })
  const app = await createApp(config, log, { database, timers: false })
  const post = (path: string, body: object) =>
    fetch(`${app.url}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const { users, channels } = (await (await fetch(`${app.url}/sandbox/state`)).json()) as {
    users: { id: string; is_bot: boolean }[]
    channels: { id: string }[]
  }
  const user = users.find((one) => !one.is_bot)?.id
  await post('commands', { user, channel: channels[0]?.id, command: '/issue', text: 'help' })
  await app.processAll()

  const ready = await fetch(`${app.monitorUrl}/ready`)
  expect({ status: ready.status, body: await ready.json() }).toMatchObject({ status: 200, body: { ok: true } })
  const metrics = await (await fetch(`${app.monitorUrl}/metrics`)).text()
  expect(metrics).toContain('liaison_ack_seconds_count{kind="command"} 1')
  expect(metrics).toContain('liaison_request_seconds_count{kind="command"} 1')
  await app.stop()
  await database.close()

  expect(lines.find(({ msg }) => msg === 'started')).toMatchObject({
    version: '0.1.0',
    database: { kind: 'pglite' },
    connection: { kind: 'sandbox' },
    workspaces: [expect.stringMatching(/^T/)],
  })
  expect(lines.find(({ msg }) => msg === 'stopped')).toMatchObject({ requests: 0, seconds: expect.any(Number) })
  expect(JSON.stringify(lines)).not.toMatch(/xox|xapp/)
  await expect(fetch(`${app.monitorUrl}/health`)).rejects.toThrow()
})
