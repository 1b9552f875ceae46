import ical from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { link } from '../../src/slack/blocks.ts'
import { partsOf } from '../documents/package-parts.ts'
import { openImage } from '../support/database.ts'
import { liaisonOf } from '../support/golden-year.ts'
import { type RunningBot, startBot } from '../support/running-bot.ts'

/** What would ring, mention, link, compute or break out, wherever it is taken at its word. */
const evil = '=HYPERLINK("//e.test","x") <!channel> <@U0ADMIN> <#C0LEADING> <//e.test|点此> *粗* &lt;!here&gt; CURRENT'
const [convener, leader, admin] = ['U0CONVENER', 'U0LEADER1', 'U0ADMIN']
const [trade, customs] = [liaisonOf('市商务局'), liaisonOf('武汉海关')]

let database: Database
let bot: RunningBot
let files: { name: string; bytes: Uint8Array }[]
type Json = Record<string, unknown>
let messages: Json[]
let surfaces: unknown[]

beforeAll(async () => {
  database = await openImage()
  bot = await startBot({ database, startAt: '2024-06-10T09:00:00+08:00' })
  await spoilPlan()
  await live()
  const seen = await Promise.all(people.map((user) => bot.state(user)))
  messages = seen.flatMap((state) =>
    state.messages.filter(({ user }) => user.includes('BOT') || !user.startsWith('U0')),
  )
  surfaces = seen.flatMap(({ views, homes }) => [...views, ...homes])
  const shared = new Map(
    seen.flatMap((state, at) =>
      state.messages.flatMap((one) => (one.files ?? []).map((file) => [file.id, { file, at }] as const)),
    ),
  )
  files = await Promise.all(
    [...shared.values()].map(async ({ file, at }) => {
      const answer = await fetch(`${bot.url}/sandbox/files/${file.id}?user=${people[at]}`)
      return { name: file.name, bytes: new Uint8Array(await answer.arrayBuffer()) }
    }),
  )
}, 600_000)
afterAll(async () => {
  await bot?.stop()
  await database?.close()
})

const people = [convener, leader, admin, trade, customs]

/** A plan whose every text is hostile, but for the units' names that commands need. */
async function spoilPlan(): Promise<void> {
  const { client } = database
  await client.plan.updateMany({ data: { title: evil, documentNo: evil.slice(0, 60) } })
  await client.section.updateMany({ data: { title: evil } })
  await client.task.updateMany({ data: { title: evil, text: evil } })
  await client.target.updateMany({ where: { no: { gt: 1 } } as never, data: { metric: evil } }).catch(() => undefined)
  await client.unit.updateMany({ where: { name: '市税务局' }, data: { name: evil.slice(0, 60) } })
}

async function live(): Promise<void> {
  const say = (user: string, command: string, text: string) =>
    bot.post('commands', { user, channel: 'C0LIAISON', command, text })
  const at = (now: string) => bot.post('clock', { now: `${now}:00+08:00` })
  await say(trade, '/progress', `1 50% 达进度 ${evil}`)
  await say(trade, '/progress', `milestone 1 ${evil} 2024-06-12`)
  await say(trade, '/progress', `milestone move 1 2024-06-13 ${evil}`)
  await say(trade, '/progress', `policy add 1 ${evil} 2024-05-10`)
  await say(trade, '/progress', `enterprise add ${evil} 市商务局`)
  await say(trade, '/progress', `visit 1 2024-06-07 ${evil}`)
  await say(trade, '/target', `帮扶新开口企业 9家 2024年5月 来源：${evil}`)
  await say(trade, '/issue', `任务1 ${evil} 需：市商务局、武汉海关 20分钟 严重`)
  await say(customs, '/issue', `任务1 第二 ${evil} 需：市商务局、武汉海关 20分钟 严重`)
  await say(convener, '/issue', `会商 2 ${evil}`)
  await say(convener, '/progress', `return 1 市商务局 ${evil}`)
  await say(convener, '/progress', `pause 2 ${evil}`)
  await say(convener, '/digest', `interpret ${evil}`)
  await say(convener, '/digest', `publish`)
  await say(convener, '/meeting', `new 2024-06-13 15:00 120分钟 地点：${evil}`)
  await say(convener, '/agenda', '2024-06-13 15:00 120')
  await say(convener, '/agenda', 'publish')
  await say(trade, '/meeting', `rsvp 1 委派 ${evil.slice(11, 50)}`)
  await at('2024-06-13T15:00')
  await say(convener, '/meeting', 'run 1')
  await say(convener, '/meeting', `outcome 1 #1 议定 ${evil}；交办：市商务局 ${evil} 2个工作日`)
  await say(convener, '/meeting', 'end 1')
  await say(convener, '/meeting', 'submit 1')
  await say(leader, '/meeting', 'sign 1')
  await say(convener, '/meeting', `amend 1 ${evil}`)
  await say(convener, '/meeting', `new 2024-07-25 15:00 地点：${evil}`)
  await say(convener, '/meeting', `cancel 2 ${evil}`)
  await at('2024-06-24T09:05')
  await say(trade, '/todo', `done 1 ${evil}`)
  await say(convener, '/todo', `return 1 ${evil}`)
  await at('2024-07-15T09:05')
  await at('2024-07-18T09:05')
  for (const user of people) await bot.post('home', { user })
  for (const [command, words] of shows) await say(convener, command, words)
  // What is typed wrong is given back.
  for (const command of ['/progress', '/issue', '/target', '/agenda', '/meeting', '/digest', '/plan', '/todo'])
    await say(trade, command, `${evil}${evil}`)
}

const shows: readonly (readonly [string, string])[] = [
  ['/plan', ''],
  ['/plan', 'task 1'],
  ['/plan', 'export'],
  ['/plan', 'burden'],
  ['/plan', 'settings'],
  ['/progress', 'status'],
  ['/progress', 'review'],
  ['/progress', 'history 1'],
  ['/progress', 'roadmap'],
  ['/progress', 'policies'],
  ['/progress', 'enterprises'],
  ['/progress', 'enterprise 1'],
  ['/progress', 'report 2024H1'],
  ['/target', ''],
  ['/target', 'history 帮扶新开口企业'],
  ['/issue', 'list'],
  ['/issue', '1'],
  ['/issue', '2'],
  ['/issue', 'ledger'],
  ['/agenda', ''],
  ['/meeting', ''],
  ['/meeting', 'roster 1'],
  ['/meeting', 'minutes 1'],
  ['/digest', ''],
  ['/todo', ''],
  ['/todo', 'overdue'],
  ['/todo', 'slips'],
]

/** Every object of a payload. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one)
  else if (typeof value === 'object' && value !== null) {
    yield value as Json
    for (const one of Object.values(value)) yield* objectsIn(one)
  }
}

describe('what people typed', () => {
  it('is seen in messages, surfaces and files of every kind', () => {
    expect(messages.filter((one) => JSON.stringify(one).includes('<!channel>')).length).toBeGreaterThan(30)
    expect(JSON.stringify(surfaces)).toContain('<!channel>')
    const kinds = new Set(files.map(({ name }) => name.replace(/^.*\./, '')))
    expect([...kinds]).toEqual(expect.arrayContaining(['docx', 'xlsx', 'yaml']))
  })

  it('rings, mentions and links nothing in Slack', () => {
    for (const { text } of messages) expect(String(text)).not.toMatch(/<(?:[!@#]|https?:|\/\/|mailto:)/)
    const objects = [...objectsIn([messages.map(({ blocks }) => blocks), surfaces])]
    const types = new Set(objects.map(({ type }) => type))
    for (const read of ['mrkdwn', 'markdown', 'usergroup', 'broadcast']) expect(types).not.toContain(read)
    // People are named where the plan names them, and never because of what somebody wrote.
    for (const one of objects.filter(({ type }) => type === 'user')) expect(one.user_id).not.toBe(admin)
    for (const one of objects.filter(({ type }) => type === 'link')) expect(String(one.url)).toMatch(/^https?:\/\//)
    for (const one of messages) {
      expect(one).not.toHaveProperty('attachments')
      expect(JSON.stringify(one.metadata ?? null)).not.toContain('HYPERLINK')
    }
  })

  it('is text in files, whose names are plain', () => {
    for (const { name, bytes } of files) {
      expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._ -]*$/u)
      if (/\.(?:docx|xlsx)$/.test(name)) checkPackage(partsOf(bytes))
      if (name.endsWith('.ics')) checkCalendar(Buffer.from(bytes).toString('utf8'))
    }
  })

  it('is no address that stands for another', () => {
    for (const label of ['https://www.gov.cn', 'www.gov.cn', 'gov.cn/zwgk', ' gov.cn'])
      expect(link('https://e.test/1', label).text).toBe('https://e.test/1')
    expect(link('https://e.test/1', '验收报告 v1.2').text).toBe('验收报告 v1.2')
  })
})

/** No field, formula or link, and nothing outside the package but what its schemas name. */
function checkPackage(parts: Record<string, string>): void {
  for (const [path, xml] of Object.entries(parts)) {
    expect(xml, path).not.toMatch(/<!(?:DOCTYPE|ENTITY)|<f[ >]|<hyperlinks?[ >]|w:hyperlink|TargetMode="External"/)
    const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field = '']) => field.trim())
    expect(fields.filter((field) => !/^(?:PAGE|NUMPAGES)$/.test(field))).toEqual([])
    if (/\.(?:xml|rels)$/.test(path)) expect(xml, path).not.toMatch(/<!channel>|<@U0/)
  }
}

/** One event, and lines as RFC 5545 (3.1) has them. */
function checkCalendar(text: string): void {
  const [, , components] = ical.parse(text) as [string, unknown, [string][]]
  expect(components.map(([name]) => name).sort()).toEqual(['vevent', 'vtimezone'])
  for (const one of text.split('\r\n')) {
    expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
    expect(one).not.toMatch(/[\r\n]/)
  }
}
