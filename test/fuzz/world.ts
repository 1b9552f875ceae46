import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { type Database, prepare } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import { embeddedAdapter } from '../../src/db/embedded-adapter.ts'
import { readTemplate } from '../../src/db/template.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import type { JsonObject, State } from '../../src/sandbox/entities.ts'
import { optionsOf } from '../../src/sandbox/interactions/element-values.ts'
import { readManifest } from '../../src/sandbox/manifest.ts'
import { seedState } from '../../src/sandbox/seed.ts'
import { sandboxWorkspace } from '../../src/seed/seed-people.ts'
import { loadSeedPlan } from '../../src/seed/seed-plan.ts'
import { seedWorkspace } from '../../src/seed/seed-workspace.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { convener, type Deed, deeds, leader } from '../support/golden-half-year.ts'
import { liaisonOf } from '../support/golden-year.ts'
import { samplePlan } from '../support/sample-plan.ts'
import { actionStep, everythingInSight, submissionStep } from './act.ts'
import type { Bot } from './bot.ts'
import { startBot } from './bot.ts'
import { commandStep } from './generate.ts'
import { type Material, noteViews } from './material.ts'
import { randomOf } from './random.ts'
import { idsOf } from './registered.ts'
import { materialise, type Step } from './step.ts'

/** A world to start an episode in: the database, Slack's state, the moment, and what was seen on the way there. */
export type World = {
  image: Blob
  state: State
  at: DateTime
  views: Map<string, JsonObject[]>
  values: Map<string, Set<string>>
}

const zone = 'Asia/Shanghai'
const meeting = 'C0MEETING'

/** What is typed after the half-year: a second meeting that is running, a third with its agenda, matters in every state. */
const further: readonly { who: string; command: string; text: string }[] = [
  { who: convener, command: '/meeting', text: 'series 每月第二个周四 15:00 120分钟 地点：市政府3号会议室' },
  { who: liaisonOf('市商务局'), command: '/issue', text: '任务5 冷链口径未定 需：武汉海关 10分钟 紧急' },
  { who: liaisonOf('市科技局'), command: '/issue', text: '任务6 用地指标不足 需：市发改委、市经信局 25分钟 一般' },
  { who: liaisonOf('市经信局'), command: '/issue', text: '任务6 接口联调推迟 需：市商务局 15分钟 严重' },
  { who: leader, command: '/issue', text: '任务12 航线补贴缺口 需：湖北机场集团、市地方金融局 30分钟 严重' },
  { who: convener, command: '/issue', text: '会商 4 由市商务局统一口径' },
  { who: convener, command: '/meeting', text: 'new 2024-07-31 11:00 120分钟 地点：三号楼' },
  { who: convener, command: '/agenda', text: '2024-07-31 11:00 120' },
  { who: convener, command: '/agenda', text: '发布' },
  { who: convener, command: '/meeting', text: 'run' },
  { who: liaisonOf('市商务局'), command: '/issue', text: '任务9 跨境电商仓储用地 需：市科技局 20分钟 较重' },
  { who: liaisonOf('武汉海关'), command: '/issue', text: '任务21 查验设备经费 需：市商务局、市税务局 20分钟 较重' },
  { who: convener, command: '/agenda', text: '' },
  { who: convener, command: '/todo', text: '督办' },
  { who: convener, command: '/progress', text: '审核' },
  { who: convener, command: '/progress', text: '暂停 8 等待上级批复' },
  { who: convener, command: '/digest', text: '' },
  { who: convener, command: '/digest', text: '订阅列表' },
  { who: 'U0ADMIN', command: '/plan', text: 'members' },
  { who: 'U0ADMIN', command: '/plan', text: 'settings' },
]

/** Makes the world: half a year of the seeded plan, a second plan, another workspace; and sees every modal on a copy of it. */
export async function makeWorld(material: Material): Promise<World> {
  const pglite = await PGlite.create({
    loadDataDir: new Blob([readTemplate()]),
    startParams: [...PGlite.defaultStartParams, '-c', 'TimeZone=UTC'],
  })
  const database = await prepare({
    kind: 'pglite',
    adapter: embeddedAdapter(pglite),
    withConnection: (work) =>
      work({
        run: async (script) => void (await pglite.exec(script)),
        query: async (statement, parameters = []) =>
          (await pglite.query<Record<string, unknown>>(statement, [...parameters])).rows,
      }),
    close: () => pglite.close(),
  })
  const bot = await inhabit(database, material, deeds)
  await pglite.exec('CHECKPOINT')
  const image = await pglite.dumpDataDir('none')
  const { state } = bot.slack.core.store
  const kept: State = structuredClone({ ...state, messages: state.messages.slice(-400) })
  const at = bot.now()
  await openAll(bot, material, everybody)
  await database.close()
  return { image, state: kept, at, views: material.views, values: material.values }
}

/** A bot on an empty database, after all that people did before and what is always done at the end of July. */
export async function inhabit(database: Database, material: Material, before: readonly Deed[]): Promise<Bot> {
  const begin = DateTime.fromISO('2024-02-01T09:30:00', { zone })
  const manifest = readManifest(parse(readFileSync('manifest.yml', 'utf8')))
  const state = seedState(sandboxWorkspace(await loadSeedPlan()), manifest, begin.toJSDate())
  const bot = startBot(database, state, begin)
  await peoplePlans(bot, state.team.id)
  await live(bot, before)
  if (before.length > 0) for (const user of everybody) await openHome(bot, user)
  await bot.work()
  noteViews(bot, material)
  return bot
}

/** The world that `file` keeps, or a new one that it keeps from then on; no file keeps nothing. */
export async function keptWorld(file: string | undefined, make: () => Promise<World>): Promise<World> {
  if (file !== undefined && existsSync(file)) {
    const { image, at, ...rest } = deserialize(readFileSync(file))
    return { ...rest, image: new Blob([image]), at: DateTime.fromISO(at, { setZone: true }).setZone(zone) }
  }
  const world = await make()
  if (file !== undefined)
    writeFileSync(
      file,
      serialize({ ...world, image: Buffer.from(await world.image.arrayBuffer()), at: world.at.toISO() }),
    )
  return world
}

/** The world's database, anew. */
export async function openWorld(world: World): Promise<Database> {
  return prepare(await openEmbedded(null, world.image))
}

async function peoplePlans(bot: Bot, workspaceId: string): Promise<void> {
  const { context } = bot.edge
  const at = bot.now().toJSDate()
  for (const [id, userId] of [
    [workspaceId, 'U0ADMIN'],
    ['T0OTHER', 'U0OTHER'],
  ] as const) {
    await context.database.transaction((tx) => ensureWorkspace(tx, { id, name: id, at }))
    if (id === workspaceId) await seedWorkspace(context, id)
    const actor = { workspaceId: id, userId, requestKey: null }
    await importPlan(context, actor, samplePlan(), { asNewVersionOf: null })
    await assignMembers(context, actor, [{ userId: 'U0UNIT15', role: 'liaison', unit: '市商务局' }])
  }
  await say(bot, 'U0ADMIN', '/plan', 'use 1')
}

async function live(bot: Bot, before: readonly Deed[]): Promise<void> {
  const days = [...new Set(before.map(({ on }) => on))].sort()
  for (const day of days) {
    travelTo(bot, `${day}T09:30:00`)
    await bot.work()
    for (const { who, command, text, from } of before.filter(({ on }) => on === day)) {
      if (from) travelTo(bot, `${day}T${from}:00`)
      await say(bot, who, command, text)
    }
    await bot.work()
  }
  travelTo(bot, '2024-07-31T10:30:00')
  for (const { who, command, text } of further) {
    await say(bot, who, command, text)
    await bot.work()
  }
}

const everybody = [convener, liaisonOf('市商务局'), leader, 'U0ADMIN', liaisonOf('武汉海关')]

/** Says every verb alone, uses every element a few times and submits every modal, so that all modals are known; spoils the world. */
async function openAll(bot: Bot, material: Material, people: readonly string[]): Promise<void> {
  const random = randomOf(1)
  const opener = people[0] ?? ''
  for (const command of idsOf(material.listeners, 'command'))
    for (const text of ['', ...material.grammar.verbs]) {
      await say(bot, opener, command, text)
      noteViews(bot, material)
    }
  const tried = new Map<string, number>()
  const untried = ({ element }: { element: JsonObject }) =>
    (tried.get(String(element.action_id)) ?? 0) < 2 + 2 * optionsOf(element).length
  const submitted = new Set<string>()
  for (let left = 400; left > 0; left -= 1) {
    const used = everythingInSight(bot, material, opener).find(untried)
    if (used) {
      const id = String(used.element.action_id)
      tried.set(id, (tried.get(id) ?? 0) + 1)
      for (const user of new Set([used.user, ...people])) {
        const before = material.views.size
        await act(bot, actionStep(random, bot, material, { ...used, user }, true))
        noteViews(bot, material)
        if (material.views.size > before) break
      }
    } else {
      const [id, views] = [...material.views].find(([one]) => !submitted.has(one)) ?? []
      if (id === undefined) break
      submitted.add(id)
      for (const [place, view] of (views ?? []).entries())
        await act(bot, submissionStep(random, bot, material, people[place % people.length] ?? opener, view, true))
      await bot.work()
      noteViews(bot, material)
    }
  }
}

async function openHome(bot: Bot, user: string): Promise<void> {
  await bot.hand({
    type: 'event_callback',
    team_id: bot.slack.core.store.state.team.id,
    event: { type: 'app_home_opened', user, channel: 'D0', tab: 'home', event_ts: '1.1' },
    event_id: user,
    authorizations: [],
  })
}

async function say(bot: Bot, user: string, command: string, text: string): Promise<void> {
  await act(bot, commandStep(bot, user, meeting, command, text))
}

async function act(bot: Bot, step: Step): Promise<void> {
  if (step.kind === 'envelope') await bot.hand(materialise(bot, step.body))
}

function travelTo(bot: Bot, iso: string): void {
  const hours = DateTime.fromISO(iso, { zone }).diff(bot.now(), 'hours').hours
  if (hours > 0) bot.travel(hours)
}
