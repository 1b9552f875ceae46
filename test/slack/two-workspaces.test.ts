import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Receiver } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { createTokenCipher } from '../../src/db/token-cipher.ts'
import { zhCn } from '../../src/i18n/zh-cn/catalogue.ts'
import { createLog } from '../../src/log.ts'
import { dispatchDue } from '../../src/outbox/dispatcher.ts'
import { connectSlack, type SlackConnection } from '../../src/slack/connection/connect.ts'
import { createCourier } from '../../src/slack/delivery/deliver.ts'
import { createLocales } from '../../src/slack/locales.ts'
import { registerListeners } from '../../src/slack/register.ts'
import { createRequestQueue } from '../../src/slack/requests/request-queue.ts'
import { installWorkspace } from '../../src/usecases/installation/install-workspace.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { openImage } from '../support/database.ts'
import { createFakeSlack } from '../support/fake-slack.ts'
import { type Harvest, reap } from '../support/harvest.ts'
import { recordListeners } from '../support/registered-listeners.ts'
import { type SeenForm, slackPerson } from '../support/slack-people.ts'
import { runAt } from '../support/supervised.ts'
import { type LifeDeed, lifeOf, looks } from '../support/workspace-life.ts'
import { hashRows, keepRows } from '../support/workspace-rows.ts'
import { as, people, setUpWorld } from '../support/world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

/** The workspace that is tried, and the one that must not be reached. They have the same plan, people and channels. */
const [ours, theirs] = ['TOURS', 'TTHEIRS']
/** A word in every free text of the other workspace. */
const secret = '乙地机密'
const tokenOf = (team: string) => `xoxb-${team}`
/** Somebody with every role. */
const everyone = people.admin
const cipher = createTokenCipher([{ id: 'k', secret: new Uint8Array(32) }])
const registered = recordListeners()
const slack = createFakeSlack()
const harvest: Harvest = { clicks: new Map(), forms: new Map() }
let database: Database
let world: World
let connection: SlackConnection
let before: Record<string, string>

beforeAll(async () => {
  vi.stubGlobal('fetch', slack.fetch)
  database = await openImage()
  world = await setUpWorld(database, theirs)
  connection = connect()
  await settle(theirs)
  await live(theirs, secret)
  const restore = await keepRows(database)
  await gather()
  await restore()
  await setUpWorld(database, ours)
  await settle(ours)
  await live(ours, '本地')
  before = await hashRows(database, theirs)
  slack.take()
}, 400_000)

afterAll(async () => {
  vi.unstubAllGlobals()
  await database?.close()
})

describe('of two workspaces on one database, one', () => {
  it('is tried with the buttons and forms of the other, which has something in nearly every table', () => {
    expect(harvest.clicks.size).toBeGreaterThan(200)
    expect(harvest.forms.size).toBeGreaterThan(25)
    const empty = Object.entries(before).filter(([, rows]) => rows.startsWith('0 '))
    expect(empty.map(([table]) => table).sort()).toEqual(['Evidence', 'Place', 'PlanDraft', 'ReportDraft'])
  })

  it('types every verb of every command, and neither sees nor changes the other', async () => {
    const person = slackPerson(connection.app, ours, everyone)
    const typed = commandLines()
    expect(new Set(typed.map(({ command }) => command))).toEqual(new Set(registered.commands))
    for (const { command, text } of typed) await person.type(command, text)
    await expectNothingCrossed(typed.length)
  }, 400_000)

  it('clicks every button with the values of the other, and neither sees nor changes it', async () => {
    const person = slackPerson(connection.app, ours, everyone)
    const clicks = registered.actions.flatMap((actionId) => valuesFor(actionId).map((value) => ({ actionId, value })))
    for (const click of clicks) await person.click(click)
    await expectNothingCrossed(clicks.length)
  }, 400_000)

  it('sends every form and uses every shortcut with the values of the other, and neither sees nor changes it', async () => {
    const person = slackPerson(connection.app, ours, everyone)
    const forms = registered.views.flatMap(formsFor)
    for (const form of forms) await person.submit(form)
    const message = { ts: '1.2', text: '消息', user: everyone }
    for (const callbackId of registered.shortcuts) await person.shortcut(callbackId, message)
    await person.event({ type: 'app_home_opened', user: everyone, tab: 'home', channel: 'D1' })
    await expectNothingCrossed(forms.length)
  }, 400_000)

  it('asks every use case that takes a person for what the other has', async () => {
    const told: unknown[] = []
    const asked = await everyUseCase()
    expect(asked.length).toBeGreaterThan(90)
    for (const { ask, given, more } of asked) {
      const actor = { ...as(everyone, { workspaceId: ours }), ...more }
      told.push(await ask(world, actor, ...given).catch(() => null))
    }
    expect(JSON.stringify(told)).not.toContain(secret)
    expect(await hashRows(database, theirs)).toEqual(before)
  }, 400_000)
})

/** Nothing of the other workspace was written, told, or reached with its token; `atLeast` answers were given. */
async function expectNothingCrossed(atLeast: number): Promise<void> {
  const calls = slack.take()
  expect(calls.length).toBeGreaterThan(atLeast / 2)
  expect(calls.filter(({ text }) => decoded(text).includes(secret))).toEqual([])
  const tokens = new Set(calls.flatMap(({ token }) => token ?? []))
  expect([...tokens]).toEqual([tokenOf(ours)])
  expect(await hashRows(database, theirs)).toEqual(before)
}

/** What a form-encoded body or a JSON one says. */
const decoded = (text: string) =>
  text.startsWith('{')
    ? text
    : [...new URLSearchParams(text).values(), text].join('\n').replace(/\\u[\da-f]{4}/gi, unicode)
const unicode = (escaped: string) => String.fromCharCode(Number.parseInt(escaped.slice(2), 16))

/**
 * Every command with every verb: the lines that its help gives, with the numbers that the other workspace
 * has, and what its people type.
 */
function commandLines(): LifeDeed[] {
  const texts = Object.values(zhCn).filter((text) => typeof text === 'string')
  const shown = texts.flatMap((text) => [...text.matchAll(/(\/[a-z]+)((?: [^\n，。；;)）」”`·|]+)?)/g)])
  const lines = shown.map(([, command = '', words = '']) => ({
    command,
    text: words.trim().replace(/\b\d{1,3}\b/g, '1'),
  }))
  const all = [...lines, ...lifeOf('试'), ...looks].filter(({ command }) => registered.commands.includes(command))
  const unique = new Map(all.map(({ command, text }) => [`${command} ${text}`, { who: everyone, command, text }]))
  return [...unique.values()]
}

/** Values that a button may carry: those the other workspace's people saw, with its plan or with ours; else made up ones. */
function valuesFor(actionId: string): string[] {
  const seen = [...harvest.clicks.values()].filter((click) => click.actionId === actionId).map(({ value }) => value)
  const likely = seen.length > 0 ? seen.slice(0, 2) : ['1', '1/1', '1/1/1', '1/2024-001', '{"planId":1,"no":1,"id":1}']
  return [...new Set(likely.flatMap((value) => [value, value.replace(/^1\//, '2/')]).map(unmarked))]
}

/** The same for forms. One that nobody saw has every field and every word of metadata that any form has. */
function formsFor(callbackId: string): SeenForm[] {
  const all = [...harvest.forms.values()]
  const seen = all.filter((form) => form.callbackId === callbackId).slice(0, 3)
  const known = all.map(({ metadata }) => JSON.parse(metadata))
  const metadata = JSON.stringify({ ...Object.assign({}, ...known), planId: 1, no: 1, id: 1 })
  const made = { callbackId, metadata, blocks: all.flatMap(({ blocks }) => blocks) }
  const forms = seen.length > 0 ? seen : [made]
  return forms.flatMap((form) => {
    const theirs = { ...form, metadata: unmarked(form.metadata) }
    return [theirs, { ...theirs, metadata: theirs.metadata.replaceAll('"planId":1', '"planId":2') }]
  })
}

/** What is typed is told back to whoever typed it, so the other workspace's words must not be in it. */
const unmarked = (text: string) => text.replaceAll(secret, '改')

type Ask = (...given: unknown[]) => Promise<unknown>

/** Every exported use case that takes a person, with arguments made up by their names: the other workspace's numbers. */
async function everyUseCase(): Promise<{ ask: Ask; given: unknown[]; more: { planId?: number } }[]> {
  const modules = await Promise.all(globSync('src/usecases/*/*.ts').map((file) => import(resolve(file))))
  const functions = modules.flatMap((module) => Object.values(module)).filter((one) => typeof one === 'function')
  return functions.flatMap((ask) => {
    const [, listed] = /^async function \w+\(\s*context,\s*actor,?([\s\S]*?)\)\s*\{/.exec(String(ask)) ?? []
    if (listed === undefined) return []
    const names = listed
      .split(/,(?![^{]*\})/)
      .map((name) => name.trim())
      .filter(Boolean)
    const guessed = { ask: ask as Ask, given: names.map(madeUp) }
    return [
      { ...guessed, more: {} },
      { ...guessed, more: { planId: 1 } },
    ]
  })
}

/** An object that has whatever is asked of it. */
const anything = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? madeUp(name) : undefined) })

function madeUp(name: string): unknown {
  if (/^\{/.test(name)) return anything
  if (/(?:no|id|version|draft|number|minutes)$/i.test(name)) return 1
  if (/(?:day|on)$/i.test(name)) return '2024-07-10'
  if (/(?:s|present|given)$/i.test(name)) return [anything]
  if (/(?:text|reason|why|words|remark|key|title|named|name|proposal|print|value|notes|place)$/i.test(name))
    return '另写一句'
  return anything
}

function connect(): SlackConnection {
  const receiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }
  const oauth = { clientId: '1', clientSecret: '2', redirectUrl: 'https://x.test/back', scopes: [], tokenKeys: [] }
  const installed = { kind: 'many', ...oauth, host: '127.0.0.1', port: 0, context: world, cipher } as const
  const transport = { kind: 'socket', appToken: 'xapp-1' } as const
  const log = createLog('fatal')
  const made = connectSlack({ transport, installed, apiUrl: null }, log, { receiver, fetch: slack.fetch })
  registerListeners(made.app, { context: world, locales: createLocales(), log, requests: createRequestQueue() })
  return made
}

/** Installs the bot in a workspace and gives somebody every role in its plan. */
async function settle(team: string): Promise<void> {
  const facts = { appId: 'A1', botUserId: 'UBOT', scopes: [], installedBy: everyone }
  await installWorkspace(world, cipher, { workspaceId: team, name: team, token: tokenOf(team), ...facts })
  await assignMembers(world, as(everyone, { workspaceId: team }), [
    { userId: everyone, role: 'convener', unit: null },
    { userId: everyone, role: 'leader', unit: null },
    ...['市商务局', '光谷管委会', '江城海关'].map((unit) => ({ userId: everyone, role: 'liaison' as const, unit })),
  ])
}

async function live(team: string, word: string): Promise<void> {
  world.clock.set('2024-06-24T09:00:00+08:00')
  await typeAll(team, lifeOf(word))
  // Two deadlines pass, so that there are slips.
  for (const day of ['07-18', '07-25']) await runAt(world, `2024-${day}T09:00:00+08:00`)
}

async function typeAll(team: string, deeds: readonly LifeDeed[]): Promise<void> {
  for (const { who, command, text, at } of deeds) {
    if (at) world.clock.set(at)
    await slackPerson(connection.app, team, who).type(command, text)
  }
}

/** Lets the other workspace's people look at everything, click everything they are shown, and look at that. */
async function gather(): Promise<void> {
  const person = slackPerson(connection.app, theirs, everyone)
  await typeAll(theirs, looks)
  await person.event({ type: 'app_home_opened', user: everyone, tab: 'home', channel: 'D1' })
  const [served] = await connection.served()
  const courier = createCourier(served?.client as never, createLog('fatal'), createLocales(), null)
  const quiet = { gaveUp: () => undefined, troubled: () => undefined }
  for (let next: Date | null = new Date(0); next !== null; ) {
    next = (await dispatchDue(database, theirs, world.now, courier, quiet)).next
    if (next) world.clock.set(next.toISOString())
  }
  const { clicks } = reap(harvest, slack.take())
  for (const click of oneOfEach(clicks.values())) await person.click(click)
  reap(harvest, slack.take())
}

/** A click of each kind is enough to see what it opens. */
function oneOfEach<T extends { actionId: string }>(clicks: Iterable<T>): T[] {
  return [...new Map([...clicks].map((click) => [click.actionId, click])).values()]
}
