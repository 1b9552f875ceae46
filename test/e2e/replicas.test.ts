import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DateTime, Settings } from 'luxon'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { createApp, type LiaisonApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import { createLog } from '../../src/log.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { sandboxWorkspace } from '../../src/seed/seed-people.ts'
import { loadSeedPlan } from '../../src/seed/seed-plan.ts'
import { seedWorkspace } from '../../src/seed/seed-workspace.ts'
import { freePort } from '../support/free-port.ts'
import { createDatabase } from '../support/postgres-server.ts'

const server = inject('postgresUrl')
const liaison = 'U0UNIT01'
const channel = 'C0LIAISON'
const signingSecret = 'not a secret'
const teamId = 'T00LIAISON'

type Seen = { channel: string; text: string; ephemeral_for?: string; blocks?: unknown[] }

describe.runIf(server !== null)('two processes on one PostgreSQL', { timeout: 120_000 }, () => {
  let sandbox: Sandbox
  let url: string
  let drop: () => Promise<void>
  let database: Database
  let apps: LiaisonApp[] = []
  const realNow = Settings.now

  beforeAll(async () => {
    const made = await createDatabase(server ?? '')
    url = made.url
    drop = made.drop
    database = await openDatabase({ url, dataDir: null })
    const workspace = sandboxWorkspace(await loadSeedPlan())
    const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'))
    sandbox = await startSandbox({ port: 0, dataFile: null, manifest, workspace, startAt: '2024-06-24T09:00:00+08:00' })
    // Off the sandbox the bot goes by the machine's clock, which the test sets.
    Settings.now = () => sandbox.now().getTime()
    const { id, name } = workspace.team
    await database.transaction((tx) => ensureWorkspace(tx, { id, name, at: sandbox.now() }))
    await seedWorkspace({ database, now: () => DateTime.now() }, id)
  })
  afterEach(async () => {
    await Promise.all(apps.map((app) => app.stop()))
    apps = []
  })
  afterAll(async () => {
    await sandbox?.stop()
    await database?.close()
    await drop?.()
    Settings.now = realNow
  })

  const start = async (env: Record<string, string>) => {
    const tokens = { SLACK_BOT_TOKEN: sandbox.botToken, SLACK_API_URL: sandbox.apiUrl, DATABASE_URL: url }
    const app = await createApp(readConfig({ ...tokens, ...env }), createLog('fatal'), { timers: false })
    apps.push(app)
    return app
  }
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { ok: boolean }
  }
  const command = (user: string, text: string) => post('commands', { user, channel, command: '/progress', text })
  const settle = async () => void (await Promise.all(apps.map((app) => app.processAll())))
  const seen = async (user: string) => {
    const answer = await fetch(`${sandbox.url}/sandbox/state?user=${user}`)
    return ((await answer.json()) as { messages: Seen[] }).messages
  }
  const receipts = async (user: string, token: string) =>
    (await seen(user)).filter((one) => JSON.stringify(one).includes(`「${token}」`)).length
  const stored = (token: string) => database.client.progressReport.count({ where: { summary: token } })
  const tokens = (name: string) => Array.from({ length: 6 }, (_, place) => `${name}之${place}`)

  describe('by Socket Mode', () => {
    const startBoth = () =>
      Promise.all([start({ SLACK_APP_TOKEN: sandbox.appToken }), start({ SLACK_APP_TOKEN: sandbox.appToken })])

    it('take in each envelope once, though both get it, and do each slot once', async () => {
      await startBoth()
      const reports = tokens('双送')
      await post('faults', { deliver_twice: reports.length })
      await Promise.all(reports.map((token) => command(liaison, `1 50% 达进度 ${token}`)))
      await settle()
      expect(await Promise.all(reports.map(stored))).toEqual(reports.map(() => 1))
      expect(await Promise.all(reports.map((token) => receipts(liaison, token)))).toEqual(reports.map(() => 1))

      await post('clock', { now: '2024-07-01T09:00:00+08:00' })
      await settle()
      const posted = (await seen('U0LEADER1')).filter((one) => one.channel === 'C0LEADING' && !one.ephemeral_for)
      expect(posted).toHaveLength(1)
      const owed = await database.client.delivery.findMany()
      expect(owed.filter(({ kind }) => kind === 'digest')).toHaveLength(1)
      expect(owed.filter(({ state }) => state !== 'sent')).toEqual([])
    })

    it('finish what they acknowledged when one is stopped, and the other goes on', async () => {
      const [stopped, other] = await startBoth()
      const before = tokens('停机之前')
      const answers = before.map((token) => command(liaison, `2 50% 达进度 ${token}`))
      await Promise.race(answers)
      await stopped.stop()
      const outcomes = await Promise.all(answers)
      await other.processAll()
      const acknowledged = before.filter((_, place) => outcomes[place]?.ok)
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(await Promise.all(acknowledged.map(stored))).toEqual(acknowledged.map(() => 1))
      for (const token of before) expect(await receipts(liaison, token)).toBe(await stored(token))
      await command(liaison, '2 60% 达进度 停机之后')
      await other.processAll()
      expect(await stored('停机之后')).toBe(1)
      expect(await database.client.delivery.count({ where: { state: 'sending' } })).toBe(0)
    })
  })

  describe('by HTTP', () => {
    const startAt = async () => {
      const port = await freePort()
      const app = await start({ SLACK_SIGNING_SECRET: signingSecret, SLACK_HTTP_PORT: String(port) })
      return { app, port }
    }
    const send = (port: number, trigger: string, text: string) => {
      const body = signable(trigger, text, `${sandbox.url}/response/none`)
      return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...signed(body) })
    }

    it('take turns, and a request that reaches both at once has one effect', async () => {
      const one = await startAt()
      const two = await startAt()
      const reports = tokens('轮流')
      for (const [place, token] of reports.entries())
        expect((await send(place % 2 ? one.port : two.port, token, `3 50% 达进度 ${token}`)).status).toBe(200)
      const both = tokens('同送')
      await Promise.all(
        both.flatMap((token) => [one, two].map(({ port }) => send(port, token, `3 60% 达进度 ${token}`))),
      )
      await settle()
      const all = [...reports, ...both]
      expect(await Promise.all(all.map(stored))).toEqual(all.map(() => 1))
      // The address to answer at is none here, and Slack takes but a few direct messages at once.
      for (const token of all) expect(await receipts(liaison, token)).toBeLessThanOrEqual(1)
    })

    it('refuse new requests once they are told to stop, and finish the others', async () => {
      const { app, port } = await startAt()
      const answer = await send(port, '停止', '3 70% 达进度 停止之前')
      expect(answer.status).toBe(200)
      await app.stop()
      expect(await stored('停止之前')).toBe(1)
      await expect(send(port, '停止之后', '3 70% 达进度 停止之后')).rejects.toThrow('fetch failed')
      expect(await stored('停止之后')).toBe(0)
    })
  })
})

function signable(trigger: string, text: string, responseUrl: string): string {
  const person = { team_id: teamId, user_id: liaison, channel_id: channel }
  const command = { command: '/progress', text, trigger_id: trigger, response_url: responseUrl }
  return new URLSearchParams({ ...person, ...command }).toString()
}

function signed(body: string) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const type = 'application/x-www-form-urlencoded'
  return {
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
  }
}
