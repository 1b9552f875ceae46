import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkNode } from '../../src/cli/doctor/check-machine.ts'
import { checkPlans } from '../../src/cli/doctor/check-plans.ts'
import { diagnose } from '../../src/cli/doctor/diagnose.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { openDatabase } from '../../src/db/database.ts'
import { lockFolder } from '../../src/db/folder-lock.ts'
import { createTokenCipher } from '../../src/db/token-cipher.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { installWorkspace } from '../../src/usecases/installation/install-workspace.ts'
import { startBench } from '../sandbox/bench.ts'
import { createDatabase } from '../support/postgres-server.ts'
import { setUpWorld } from '../support/world.ts'

let folder: string
let sandbox: Sandbox
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-doctor-'))
  sandbox = await startBench()
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})

const examine = async (env: Record<string, string>, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const { ok, text } = await diagnose(locale, { LIAISON_DATA: folder, ...env }, true)
  const { findings } = JSON.parse(text) as { findings: Finding[] }
  return { ok, findings, states: Object.fromEntries(findings.map(({ check, state }) => [check, state])) }
}
const tokens = () => ({
  SLACK_BOT_TOKEN: sandbox.botToken,
  SLACK_APP_TOKEN: sandbox.appToken,
  SLACK_API_URL: sandbox.apiUrl,
})

describe('doctor', () => {
  it('finds nothing amiss where nothing is set and nothing was made yet, and makes nothing', async () => {
    const { ok, states } = await examine({ LIAISON_DATA: join(folder, 'none') })
    expect({ ok, states }).toEqual({
      ok: true,
      states: { settings: 'ok', node: 'ok', fonts: 'ok', folder: 'ok', database: 'ok' },
    })
    const { text } = await diagnose('zh-CN', { LIAISON_DATA: join(folder, 'none') }, false)
    expect(text).toMatch(/^正常 {2}设置完整（沙箱，不需要令牌）\n[\s\S]*\n\n一切正常。$/)
    expect((await diagnose('en', { LIAISON_DATA: join(folder, 'none') }, false)).text).toMatch(/All is well\.$/)
  })

  it('lists all that is wrong with the settings, and variables that are none', async () => {
    const { ok, findings } = await examine({ SLACK_BOT_TOKEN: 'no', LIAISON_LOG: 'loud', LIAISON_LGO: 'info' })
    expect(ok).toBe(false)
    expect(findings.filter(({ check }) => check === 'settings').map(({ state }) => state)).toEqual([
      ...['fail', 'fail', 'fail'],
      'warn',
    ])
    expect(JSON.stringify(findings)).toContain('LIAISON_LOG。')
  })

  it('asks Slack: tokens, scopes by the manifest, the socket and the clock', async () => {
    const { ok, findings, states } = await examine(tokens())
    // The bench grants fewer scopes than the manifest wants.
    expect(states).toMatchObject({ bot_token: 'ok', scopes: 'fail', app_token: 'ok', clock: 'ok' })
    expect(ok).toBe(false)
    expect(findings.find(({ check }) => check === 'scopes')?.text).toContain('groups:read mpim:history')
    const bad = await examine({ ...tokens(), SLACK_BOT_TOKEN: 'xoxb-wrong' })
    expect(bad.states).toMatchObject({ bot_token: 'fail', clock: 'ok' })
    const unreachable = await examine({ ...tokens(), SLACK_API_URL: 'http://127.0.0.1:1/' })
    expect(unreachable.states.bot_token).toBe('fail')
    expect(JSON.stringify([...findings, ...bad.findings])).not.toContain('xoxb-')
  })

  it('says that a running bot holds the database instead of failing', async () => {
    const database = join(folder, 'database')
    mkdirSync(join(database, 'postgres'), { recursive: true })
    const lock = lockFolder(database)
    const { ok, findings } = await examine({})
    lock.release()
    expect(ok).toBe(true)
    expect(findings.at(-1)?.text).toContain(`进程号 ${process.pid}`)
  })

  it('looks for the channels and people of each plan', async () => {
    const slack = { apiUrl: sandbox.apiUrl, botToken: sandbox.botToken }
    const plan = { id: 1, title: '方案', meetingChannel: 'C0NOTES', leadingChannel: 'C0OTHER' }
    const found = await checkPlans(
      'en',
      [{ ...plan, channels: ['C0NOTES', 'C0OTHER', 'C0NONE'], people: ['U0WRITER', 'U0GONE'] }],
      slack,
    )
    expect(found.map(({ check, state, text }) => `${check} ${state} ${/\((\w+)\)/.exec(text)?.[1]}`)).toEqual([
      'channels fail not_in_channel',
      'channels fail channel_not_found',
      'people warn undefined',
    ])
    expect(found.at(-1)?.text).toContain('U0GONE')
    expect(await checkPlans('en', [], slack)).toMatchObject([{ state: 'warn' }])
  })

  it('looks into a database without changing it, and then for what waits there and whom it names', async () => {
    const server = inject('postgresUrl')
    if (server === null) return
    const { url, drop } = await createDatabase(server)
    try {
      const env = { ...tokens(), DATABASE_URL: url }
      const before = await examine(env)
      expect(before.states).toMatchObject({ database: 'ok', migrations: 'warn', database_clock: 'ok' })
      expect((await examine(env)).findings).toHaveLength(before.findings.length)

      const database = await openDatabase({ url, dataDir: null })
      await setUpWorld(database, 'T0BENCH')
      const plan = await database.client.plan.findFirstOrThrow()
      const due = { planId: plan.id, job: 'daily-brief', nextRunAt: new Date('2024-06-25T01:00:00Z') }
      await database.client.jobSlot.create({ data: due })
      await database.client.delivery.create({
        data: {
          ...{ workspaceId: 'T0BENCH', kind: 'brief', payload: {}, dedupeKey: '1', place: 'U1', state: 'dead' },
          ...{ notBefore: new Date(), createdAt: new Date() },
        },
      })
      await database.client.plan.updateMany({ data: { meetingChannel: 'C0NOTES' } })
      await database.close()
      const { findings, states } = await examine(env)
      expect(states).toMatchObject({
        migrations: 'ok',
        outbox: 'warn',
        schedule: 'warn',
        channels: 'warn',
        people: 'warn',
      })
      expect(findings.find(({ check }) => check === 'people')?.text).toContain('UADMIN')
    } finally {
      await drop()
    }
  })

  it('looks at the token of each workspace that installed the bot, and at what it reaches', async () => {
    const home = join(folder, 'many')
    const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
    const env = {
      ...{ LIAISON_DATA: home, SLACK_API_URL: sandbox.apiUrl, SLACK_APP_TOKEN: sandbox.appToken },
      ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'secret', LIAISON_TOKEN_KEYS: `k1:${secret(1)}` },
      SLACK_REDIRECT_URL: 'https://liaison.example.cn/slack/oauth_redirect',
    }
    const open = () => openDatabase({ url: null, dataDir: join(home, 'database') })
    await (await open()).close()
    const none = await examine(env, 'en')
    expect(none.states).toMatchObject({ app_token: 'ok', bot_token: 'warn' })
    expect(none.findings.at(-1)?.text).toContain('https://liaison.example.cn/slack/install')

    const database = await open()
    const context = { database, now: () => DateTime.now() }
    const cipher = createTokenCipher([{ id: 'k1', secret: new Uint8Array(32).fill(1) }])
    const facts = { appId: 'A1', botUserId: 'UBOT', scopes: [], installedBy: 'UADMIN' }
    for (const [workspaceId, token] of [
      ['T0BENCH', sandbox.botToken],
      ['T0GONE', 'xoxb-revoked'],
    ] as const)
      await installWorkspace(context, cipher, { ...facts, workspaceId, name: workspaceId, token })
    await database.close()
    const { findings } = await examine(env, 'en')
    const told = findings.slice(findings.findIndex(({ check }) => check === 'bot_token'))
    expect(told.map(({ check, state }) => `${check} ${state}`)).toEqual([
      ...['bot_token ok', 'scopes fail', 'clock ok', 'plans warn'],
      ...['bot_token fail', 'clock ok'],
    ])
    expect(JSON.stringify(findings)).not.toContain('xoxb-')

    const closed = await examine({ ...env, LIAISON_TOKEN_KEYS: `k2:${secret(2)}` }, 'en')
    expect(closed.findings.filter(({ state }) => state === 'fail').map(({ text }) => /T0\w+/.exec(text)?.[0])).toEqual([
      ...['T0BENCH', 'T0GONE'],
    ])
  })

  it('says where a database cannot be reached, never with which password', async () => {
    const { findings, states } = await examine({ DATABASE_URL: 'postgresql://somebody:hunter2@127.0.0.1:1/none' }, 'en')
    expect(states.database).toBe('fail')
    expect(JSON.stringify(findings)).not.toContain('hunter2')
  })

  it('knows when Node is too old', () => {
    expect(checkNode('en', '22.17.9').state).toBe('fail')
    expect(checkNode('en', '22.18.0').state).toBe('ok')
    expect(checkNode('en', '24.0.0').state).toBe('ok')
  })
})
