import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { HTTPReceiver, LogLevel } from '@slack/bolt'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, type LiaisonApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { guardedOptions, guardHttp } from '../../src/slack/connection/http-guard.ts'
import { createRateLimit } from '../../src/slack/connection/rate-limit.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { startBench } from '../sandbox/bench.ts'
import { openImage } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'
import { samplePlan } from '../support/sample-plan.ts'
import { as } from '../support/world.ts'

const secret = 'not a secret'
let sandbox: Sandbox
let database: Database
let app: LiaisonApp
let port: number

beforeAll(async () => {
  sandbox = await startBench()
  database = await openImage()
  port = await freePort()
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: secret,
    SLACK_HTTP_PORT: String(port),
    SLACK_API_URL: sandbox.apiUrl,
  })
  app = await createApp(config, createLog('silent'), { database, timers: false })
  const context = { database, now: () => DateTime.now() }
  await importPlan(context, as('U0WRITER', { workspaceId: 'T0BENCH' }), samplePlan(), { asNewVersionOf: null })
})

afterAll(async () => {
  await app?.stop()
  await database?.close()
  await sandbox?.stop()
})

describe('HTTP', () => {
  it('gives a signed request one effect, however often it comes', async () => {
    const sent = signed(command('任务1 花山港验收标准不一 20分钟 严重'))
    for (let copy = 0; copy < 3; copy++) expect((await post(sent)).status).toBe(200)
    await app.processAll()
    expect(await database.client.issue.count()).toBe(1)
    const seen = { key: { startsWith: 'seen:' } }
    expect(await database.client.inboundReceipt.count({ where: seen })).toBe(1)
    expect(await database.client.inboundReceipt.count({ where: { NOT: seen } })).toBe(1)
  })

  it('refuses what is forged, stale, unsigned, or changed on the way', async () => {
    const body = command('任务1 另一个问题 20分钟')
    for (const sent of [
      signed(body, { key: 'another' }),
      signed(body, { secondsAgo: 301 }),
      { ...signed(body), body: body.replace('20', '30') },
      { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ])
      expect((await post(sent)).status).toBe(401)
    await app.processAll()
    expect(await database.client.issue.count()).toBe(1)
  })

  it('takes nothing along with a check of the certificate, which is not signed', async () => {
    const body = `ssl_check=1&${command('任务1 另一个问题 20分钟')}`
    const answer = await post({ body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    await app.processAll()
    expect(await database.client.issue.count()).toBe(1)
  })

  it('refuses a body over a megabyte, and takes the largest form', async () => {
    const blank = command('')
    expect((await post(signed(blank + 'x'.repeat(1024 * 1024 - blank.length - 1)))).status).toBe(200)
    expect((await post(signed(blank + 'x'.repeat(1024 * 1024)))).status).toBe(413)
  })

  it('refuses a signed null in any form', async () => {
    for (const [body, type] of [
      [' null ', 'application/json'],
      ['payload=null', 'application/x-www-form-urlencoded'],
      ['x=1&payload=+null%0A', 'application/x-www-form-urlencoded'],
      ['payload=nul%6C', 'application/x-www-form-urlencoded'],
    ] as const) {
      const { headers } = signed(body)
      expect((await post({ body, headers: { ...headers, 'content-type': type } })).status).toBe(401)
    }
  })

  it('says nothing of itself to those who look around', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/slack/events'],
      ['POST', '/slack/evil'],
      ['PUT', '/slack/events'],
      ['GET', '/%2e%2e/etc/passwd'],
    ] as const) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method })
      expect([answer.status, await answer.text()]).toEqual([404, ''])
      expect(answer.headers.get('server')).toBeNull()
      expect(answer.headers.get('x-powered-by')).toBeNull()
    }
    expect(await raw(port, 'GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('the guard', () => {
  it('refuses a source that asks too much before it reads anything, and cuts off who sends slowly', async () => {
    let now = 0
    const timeouts = { headersTimeout: 30, requestTimeout: 60, connectionsCheckingInterval: 10 }
    const bolt = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR, ...guardedOptions })
    const receiver = guardHttp(bolt, { rate: { burst: 2, perSecond: 1 }, timeouts, monotonic: () => now })
    const at = await freePort()
    await receiver.start({ host: '127.0.0.1', port: at })
    const ask = async () => (await fetch(`http://127.0.0.1:${at}/`)).status
    expect([await ask(), await ask(), await ask()]).toEqual([404, 404, 429])
    now += 1000
    expect([await ask(), await ask()]).toEqual([404, 429])
    expect(await raw(at, 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-')).toMatch(/^HTTP\/1\.1 408 /)
    now += 1000
    expect(await raw(at, 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nab')).not.toMatch(/ 200 /)
    await receiver.stop()
  })

  it('counts each source for itself, and forgets those longest unheard of', () => {
    const pass = createRateLimit({ burst: 1, perSecond: 1 }, () => 0)
    expect([pass('a'), pass('a'), pass('b')]).toEqual([true, false, true])
    for (let source = 0; source < 10_000; source++) pass(String(source))
    expect(pass('a')).toBe(true)
  })
})

let trigger = 0

function command(text: string): string {
  trigger += 1
  return new URLSearchParams({
    ...{ command: '/issue', text, team_id: 'T0BENCH', user_id: 'U0WRITER', channel_id: 'C0NOTES' },
    ...{ trigger_id: `1.${trigger}`, response_url: `${sandbox.url}/nowhere` },
  }).toString()
}

type Sent = { body: string; headers: Record<string, string> }

function signed(body: string, { key = secret, secondsAgo = 0 } = {}): Sent {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
  const signature = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } }
}

function post(sent: Sent) {
  return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...sent })
}

/** What a server answers to bytes, until it hangs up. */
function raw(at: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', () => undefined)
  })
}
