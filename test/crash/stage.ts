import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import type { PlanData } from '../../src/domain/plan-file/plan-schema.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { sandboxWorkspace } from '../../src/seed/seed-people.ts'
import { loadSeedPlan } from '../../src/seed/seed-plan.ts'
import { seedWorkspace } from '../../src/seed/seed-workspace.ts'
import type { Storage } from './storage.ts'

/** A message as the sandbox tells it. */
export type SeenMessage = {
  channel: string
  ts: string
  user: string
  text: string
  blocks?: unknown[]
  ephemeral_for?: string
  metadata?: { event_payload?: { key?: string } }
}

/** What the control API answers to an act: `ok` where the bot acknowledged it in time. */
export type Answer = { ok: boolean; error?: string }

/** Part of what `GET /sandbox/state` answers. */
type SeenState = {
  messages: SeenMessage[]
  views: { id: string; user: string }[]
  channels: { id: string; user?: string }[]
}

/** A local Slack with the seeded plan's people, whose clock the bots follow. */
export type Stage = {
  plan: PlanData
  /** What a bot must be told to come here. */
  env: Record<string, string>
  now(): DateTime
  /** Does something by the control API; never throws, so that a script goes on. */
  post(path: string, body: object): Promise<Answer>
  state(query?: { user?: string; channel?: string; since?: string }): Promise<SeenState>
  /** Sets the sandbox's clock and the bots' forward; `to` as the control API takes it. */
  travel(to: string): Promise<void>
  stop(): Promise<void>
}

const MINUTE_MS = 60_000
/** Reports of the half-year are due on Friday, and most are not filed. */
const startAt = '2024-07-10T08:50:00+08:00'

/** Opens the local Slack and puts the plan into the database, before any bot runs. */
export async function openStage(folder: string, storage: Storage): Promise<Stage> {
  const plan = await loadSeedPlan()
  const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'))
  const workspace = sandboxWorkspace(plan)
  const sandbox = await startSandbox({ port: 0, dataFile: null, manifest, workspace, startAt })
  const clockFile = join(folder, 'clock')
  const follow = () => {
    // Never half-written under the eyes of a bot: its clock would jump by years.
    writeFileSync(`${clockFile}.new`, String(sandbox.now().getTime() - Date.now()))
    renameSync(`${clockFile}.new`, clockFile)
  }
  const now = () => DateTime.fromJSDate(sandbox.now(), { zone: 'Asia/Shanghai' })
  const post = async (path: string, body: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' }
    const url = `${sandbox.url}/sandbox/${path}`
    try {
      return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Answer
    } catch (error) {
      return { ok: false, error: String(error) }
    }
  }
  follow()
  const database = await storage.open()
  try {
    const { id, name } = workspace.team
    await database.transaction((tx) => ensureWorkspace(tx, { id, name, at: sandbox.now() }))
    await seedWorkspace({ database, now }, id, plan)
  } finally {
    await database.close()
  }
  return {
    plan,
    now,
    post,
    env: {
      ...storage.env,
      CRASH_CLOCK: clockFile,
      NODE_COMPILE_CACHE: join(folder, 'code'),
      LIAISON_DATA: join(folder, 'data'),
      LIAISON_LOG: 'warn',
      SLACK_API_URL: sandbox.apiUrl,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
    },
    async state(query = {}) {
      const url = `${sandbox.url}/sandbox/state?${new URLSearchParams(query)}`
      // A connection that was kept may be closed just as it is used again.
      const answer = await fetch(url).catch(() => fetch(url))
      return (await answer.json()) as SeenState
    },
    async travel(to) {
      const before = sandbox.now().getTime()
      // The clock is set at once; the answer waits for all that is on its way, which may have died with a bot.
      const answered = post('clock', { now: to })
      const passed = async () => {
        while (sandbox.now().getTime() - before < MINUTE_MS) await wait(1)
      }
      await Promise.race([answered, passed()])
      follow()
    },
    stop: () => sandbox.stop(),
  }
}
