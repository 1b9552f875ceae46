import { DateTime } from 'luxon'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp, type LiaisonApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import type { Database } from '../../../src/db/database.ts'
import { createTokenCipher } from '../../../src/db/token-cipher.ts'
import { readManifest } from '../../../src/manifest.ts'
import { installWorkspace } from '../../../src/usecases/installation/install-workspace.ts'
import { openImage } from '../../support/database.ts'
import { createFakeSlack } from '../../support/fake-slack.ts'
import { freePort } from '../../support/free-port.ts'
import { type ListeningSlack, listen, sendSigned } from '../../support/slack-over-http.ts'

const signingSecret = 'not a secret'
const keys = { k1: Buffer.alloc(32, 1).toString('base64'), k2: Buffer.alloc(32, 2).toString('base64') }

/** What Slack refuses now, by token; and what it grants for a code: the workspace's id, or that of an organisation. */
const refused = new Map<string, string>()
const granted = (code: string) => `xoxb-secret-${code}`
const slack = createFakeSlack((call) => {
  if (call.token && refused.has(call.token)) return { ok: false, error: refused.get(call.token) }
  if (call.method === 'auth.test') return { ok: true, bot_id: 'B1', user_id: 'UBOT' }
  if (call.method !== 'oauth.v2.access') return null
  const code = call.params.get('code') ?? ''
  if (code === 'used') return { ok: false, error: 'invalid_code' }
  const [team = ''] = code.split('-')
  const facts = {
    app_id: 'A1',
    authed_user: { id: 'UADMIN' },
    token_type: 'bot',
    bot_user_id: 'UBOT',
    scope: 'commands',
  }
  const org = team === 'E1'
  const whose = { team: org ? null : { id: team, name: `<b>${team}</b>` }, enterprise: org ? { id: 'E1' } : null }
  return { ok: true, access_token: granted(code), is_enterprise_install: org, ...facts, ...whose }
})

let database: Database
let web: ListeningSlack
let bot: LiaisonApp
let url: string
const logged: string[] = []
const log = pino({ level: 'debug' }, { write: (line) => logged.push(line) })

beforeAll(async () => {
  database = await openImage()
  web = await listen(slack)
  await start(`k1:${keys.k1}`)
})

afterAll(async () => {
  await bot?.stop()
  await web?.stop()
  await database?.close()
})

beforeEach(() => {
  slack.take()
})

describe('a workspace that installs the bot', () => {
  it('starts from a page in both languages that asks for the scopes of the manifest, and for nothing else', async () => {
    const answer = await fetch(`${url}/slack/install`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('安装到 Slack')
    expect(page).toContain('Install in Slack')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/)
    const asked = authorizeUrl(page)
    expect(asked.origin).toBe('https://slack.com')
    expect(asked.searchParams.get('scope')?.split(',')).toEqual((await readManifest()).oauth_config.scopes.bot)
    expect(asked.searchParams.get('redirect_uri')).toBe(`${url}/slack/oauth_redirect`)
    expect(asked.searchParams.get('user_scope')).toBeNull()
  })

  it('is installed when it comes back to the same browser, and told so in both languages', async () => {
    const { status, page } = await install('TA-1')
    expect(status).toBe(200)
    expect(page).toContain('已安装到工作区「&#60;b&#62;TA')
    expect(page).toContain('is installed in the workspace')
    expect((await install('TB-1')).status).toBe(200)
    const rows = await database.client.installation.findMany({ orderBy: { workspaceId: 'asc' } })
    expect(rows.map(({ workspaceId, keyId }) => [workspaceId, keyId])).toEqual([
      ['TA', 'k1'],
      ['TB', 'k1'],
    ])
  })

  it.each([
    ['without its cookie', { cookie: '' }, 400, 'this link', '此链接'],
    ['with a forged state', { state: 'forged' }, 400, 'this link', '此链接'],
    ['without a code', { code: '' }, 400, 'this link', '此链接'],
    ['after cancelling', { error: 'access_denied' }, 200, 'cancelled', '授权已取消'],
    ['with a code that was used', { code: 'used' }, 500, 'could not be completed', '未能完成'],
    ['for a whole organisation', { code: 'E1-1' }, 400, 'Enterprise Grid', '不支持整个组织'],
  ])('is not installed %s', async (_, changed, status, english, chinese) => {
    const before = await database.client.installation.count()
    const answer = await install('TC-1', changed)
    expect(answer.status).toBe(status)
    expect(answer.page.toLowerCase()).toContain(english.toLowerCase())
    expect(answer.page).toContain(chinese)
    expect(await database.client.installation.count()).toBe(before)
  })
})

describe('requests', () => {
  it('of two workspaces at once are answered with the token of each', async () => {
    const teams = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'TA' : 'TB'))
    await Promise.all(teams.map((team, index) => command(team, `U${team}${index}`)))
    await bot.processAll()
    const asked = slack.take().filter(({ method }) => method === 'users.info')
    expect(asked).toHaveLength(20)
    const wrong = asked.filter(({ params, token }) => token !== granted(`${params.get('user')?.slice(1, 3)}-1`))
    expect(wrong).toEqual([])
  })

  it('of a workspace that did not install the bot reach nobody', async () => {
    await command('TX', 'UADMIN')
    await bot.processAll()
    expect(slack.take()).toEqual([])
  })

  it('by people of another workspace in a shared channel are refused politely', async () => {
    await click('TA', { id: 'UFOREIGN', team_id: 'TELSEWHERE' })
    await bot.processAll()
    expect(answers()).toContain('只限安装了联络员的工作区的成员')
  })
})

describe('a workspace that takes the bot out', () => {
  it('stays installed where an event comes late and Slack still takes the token', async () => {
    await event('TA', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })
    await bot.processAll()
    expect(await tokens()).toEqual({ TA: true, TB: true })
  })

  it.each([{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }])(
    'by $type loses its token; what is owed to it waits until it installs again',
    async (told) => {
      await install('TA-2')
      refused.set(granted('TA-2'), 'account_inactive')
      await event('TA', told)
      await bot.processAll()
      expect(await tokens()).toEqual({ TA: false, TB: true })
      const id = await owe('TA', `${told.type} notice`)
      slack.take()
      await bot.processAll()
      expect(slack.take()).toEqual([])
      expect(await database.client.delivery.findUnique({ where: { id } })).toMatchObject({
        state: 'pending',
        attempts: 0,
      })
      refused.clear()
      await install('TA-1')
      await bot.processAll()
      expect(slack.take().filter(({ method }) => method === 'chat.postMessage')).toMatchObject([
        { token: granted('TA-1') },
      ])
      expect(await database.client.delivery.findUnique({ where: { id } })).toMatchObject({ state: 'sent' })
    },
  )

  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'without an event is found out by the answer %s; the message waits',
    async (error) => {
      refused.set(granted('TB-1'), error)
      const id = await owe('TB', error)
      await bot.processAll()
      expect(await tokens()).toEqual({ TA: true, TB: false })
      expect(await database.client.delivery.findUnique({ where: { id } })).toMatchObject({ state: 'pending' })
      refused.clear()
      await install('TB-1')
      await bot.processAll()
      expect(await database.client.delivery.findUnique({ where: { id } })).toMatchObject({ state: 'sent' })
    },
  )

  it('at another replica is noticed, and so is a token that replica stored', async () => {
    await database.client.installation.update({ where: { workspaceId: 'TA' }, data: { token: null } })
    await bot.processAll()
    await command('TA', 'UADMIN')
    await bot.processAll()
    expect(slack.take()).toEqual([])
    const cipher = createTokenCipher([{ id: 'k1', secret: Buffer.from(keys.k1, 'base64') }])
    const facts = { name: 'TA', appId: 'A1', botUserId: 'UBOT', scopes: [], installedBy: 'UADMIN' }
    const there = { database, now: () => DateTime.now() }
    await installWorkspace(there, cipher, { ...facts, workspaceId: 'TA', token: granted('TA-1') })
    await command('TA', 'UADMIN')
    await bot.processAll()
    expect(slack.take()[0]).toMatchObject({ token: granted('TA-1') })
  })
})

describe('keys', () => {
  it('change: what an older one encrypted is encrypted anew at the start, and the older one can go', async () => {
    await restart(`k2:${keys.k2},k1:${keys.k1}`)
    const rows = await database.client.installation.findMany()
    expect(rows.map(({ keyId }) => keyId)).toEqual(['k2', 'k2'])
    await restart(`k2:${keys.k2}`)
    await command('TA', 'UADMIN')
    await bot.processAll()
    expect(slack.take()[0]).toMatchObject({ token: granted('TA-1') })
  })

  it('that do not open a token leave its workspace out, told to the log, until it installs again', async () => {
    await restart(`k1:${keys.k1}`)
    expect(logged.join('')).toMatch(/"workspaceId":"TA".*cannot be read/)
    await command('TA', 'UADMIN')
    await bot.processAll()
    expect(slack.take()).toEqual([])
    await install('TA-1')
    slack.take()
    await command('TA', 'UADMIN')
    await bot.processAll()
    expect(slack.take()[0]).toMatchObject({ token: granted('TA-1') })
  })

  it('and tokens are never in the log', () => {
    expect(logged.length).toBeGreaterThan(5)
    for (const secret of ['xoxb-secret', keys.k1, keys.k2, signingSecret, 'client secret'])
      expect(logged.join('')).not.toContain(secret)
  })
})

async function start(tokenKeys: string): Promise<void> {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const config = readConfig({
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client secret',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_REDIRECT_URL: `${url}/slack/oauth_redirect`,
    LIAISON_TOKEN_KEYS: tokenKeys,
    SLACK_HTTP_PORT: String(port),
    SLACK_API_URL: web.apiUrl,
  })
  bot = await createApp(config, log, { database, timers: false })
}

async function restart(tokenKeys: string): Promise<void> {
  await bot.stop()
  await start(tokenKeys)
}

const authorizeUrl = (page: string) =>
  new URL((/href="(https:[^"]*)"/.exec(page)?.[1] ?? '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)))

/** Goes through the pages as a browser does, with something changed on the way. */
async function install(code: string, changed: Record<string, string> = {}): Promise<{ status: number; page: string }> {
  const first = await fetch(`${url}/slack/install`)
  const cookie = changed.cookie ?? first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const state = authorizeUrl(await first.text()).searchParams.get('state') ?? ''
  const { cookie: _, ...query } = changed
  const back = new URLSearchParams({ code, state, ...query })
  const answer = await fetch(`${url}/slack/oauth_redirect?${back}`, { headers: { cookie } })
  return { status: answer.status, page: await answer.text() }
}

let trigger = 0
const events = () => `${url}/slack/events`

async function command(team: string, user: string): Promise<void> {
  trigger += 1
  const asked = { command: '/plan', text: 'help', team_id: team, user_id: user, channel_id: 'C1' }
  const more = { trigger_id: `${trigger}.1`, response_url: web.answerUrl }
  const answer = await sendSigned(events(), signingSecret, new URLSearchParams({ ...asked, ...more }))
  expect(answer.status).toBe(200)
}

async function click(team: string, user: { id: string; team_id: string }): Promise<void> {
  const payload = {
    type: 'block_actions',
    team: { id: team },
    user,
    channel: { id: 'C1' },
    trigger_id: 'foreign.1',
    response_url: web.answerUrl,
    actions: [{ type: 'button', action_id: 'todo_show', block_id: 'b', value: '1/1' }],
  }
  await sendSigned(events(), signingSecret, new URLSearchParams({ payload: JSON.stringify(payload) }))
}

async function event(team: string, told: object): Promise<void> {
  await sendSigned(events(), signingSecret, { type: 'event_callback', team_id: team, event_id: 'Ev1', event: told })
}

const answers = () =>
  slack
    .take()
    .filter(({ method }) => method === 'hooks.slack.test')
    .map(({ text }) => text)
    .join('\n')

async function tokens(): Promise<Record<string, boolean>> {
  const rows = await database.client.installation.findMany({ orderBy: { workspaceId: 'asc' } })
  return Object.fromEntries(rows.map(({ workspaceId, token }) => [workspaceId, token !== null]))
}

/** A message that is owed to the workspace now. */
async function owe(workspaceId: string, dedupeKey: string): Promise<number> {
  const now = new Date()
  const facts = { planId: 1, planTitle: '方案', language: 'zh-CN', zone: 'Asia/Shanghai', meetingId: 1, no: 1 }
  const payload = { ...facts, startsAt: '2024-07-02T15:00:00+08:00', minutes: 60, place: '', reason: '改期另行通知' }
  const row = { workspaceId, kind: 'meeting.cancelled', payload, dedupeKey, place: 'C1', state: 'pending' as const }
  return (await database.client.delivery.create({ data: { ...row, notBefore: now, createdAt: now } })).id
}
