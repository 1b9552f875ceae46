import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { createFakeSlack, type SlackCall } from '../support/fake-slack.ts'
import { freePort } from '../support/free-port.ts'
import { createDatabase, findServer } from '../support/postgres-server.ts'
import { type ListeningSlack, listen } from '../support/slack-over-http.ts'
import { fillWithPeople, receiptNo } from './filing.ts'
import type { Receiving } from './open-loop.ts'
import { type Program, startProgram } from './program.ts'

/** A Slack on loopback that notes what the bot says to people, each with when it came in (milliseconds). */
export type BenchSlack = ListeningSlack & { heard: { at: number; call: SlackCall }[] }

/** A database on which people may report, closed; it is removed at the end. */
export type Stage = { name: string; env: Record<string, string>; open(): Promise<Database>; remove(): Promise<void> }

const secret = 'bench'
/** What reaches people: messages, and answers to what they asked. */
const spoken = ['chat.postMessage', 'hooks.slack.test']

/** Opens that Slack. */
export async function openSlack(): Promise<BenchSlack> {
  const heard: BenchSlack['heard'] = []
  const slack = createFakeSlack((call) => {
    if (spoken.includes(call.method)) heard.push({ at: performance.now(), call })
    slack.take()
    return call.method === 'auth.test' ? { ok: true, team_id: 'T1', team: 'T1', user_id: 'UBOT', bot_id: 'B1' } : null
  })
  return { ...(await listen(slack)), heard }
}

/** A stage on the embedded database, and one on PostgreSQL where it answers. */
export async function openStages(): Promise<Stage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'))
  const embedded = stageOn('embedded', { LIAISON_DATA: folder }, null, join(folder, 'database'), async () =>
    rmSync(folder, { recursive: true }),
  )
  const server = await findServer(process.env.TEST_DATABASE_URL)
  const stages = [embedded]
  if (server) {
    const { url, drop } = await createDatabase(server.url)
    stages.push(stageOn('server', { DATABASE_URL: url }, url, null, drop))
  }
  for (const stage of stages) {
    const database = await stage.open()
    await fillWithPeople(database)
    await database.close()
  }
  return stages
}

function stageOn(
  name: string,
  env: Stage['env'],
  url: string | null,
  dataDir: string | null,
  remove: Stage['remove'],
): Stage {
  return { name, env, open: () => openDatabase({ url, dataDir }), remove }
}

/** Starts a bot that takes requests over HTTP: src/main.ts as it is, or another program that reads the same settings. */
export async function startReceiving(
  path: string,
  slack: ListeningSlack,
  env: Record<string, string>,
): Promise<{ program: Program; receiving: Receiving }> {
  const port = await freePort()
  const program = await startProgram(path, {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: secret,
    SLACK_HTTP_PORT: String(port),
    SLACK_API_URL: slack.apiUrl,
    LIAISON_MONITOR_PORT: 'off',
    LIAISON_LOG: 'error',
    ...env,
  })
  return { program, receiving: { url: `http://127.0.0.1:${port}/slack/events`, secret } }
}

/**
 * When the receipts of reports came (milliseconds), in their order: waits for those of `count` reports numbered from `from` on,
 * unless nothing more is heard for ten seconds.
 */
export async function receiptsOf({ heard }: BenchSlack, from: number, count: number): Promise<number[]> {
  const came = new Map<number, number>()
  let read = 0
  for (let last = performance.now(); came.size < count && performance.now() - last < 10_000; await wait(50))
    for (const { at, call } of heard.slice(read)) {
      read += 1
      last = at
      const no = call.method === 'hooks.slack.test' ? receiptNo(call.text) : null
      if (no !== null && no >= from && no < from + count) came.set(no, at)
    }
  return [...came.values()]
}
