import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { forgetRequests } from './db/inbound-store.ts'
import { ensureWorkspace } from './db/workspace-store.ts'
import { chartPicture } from './documents/charts/chart-picture.ts'
import type { Log } from './log.ts'
import { dispatchDue } from './outbox/dispatcher.ts'
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts'
import { jobs } from './schedule/jobs.ts'
import { runDueJobs } from './schedule/run-due-jobs.ts'
import { startTimers } from './schedule/timers.ts'
import { sandboxWorkspace } from './seed/seed-people.ts'
import { loadSeedPlan } from './seed/seed-plan.ts'
import { seedWorkspace } from './seed/seed-workspace.ts'
import { connectSlack, type SlackAddress, type SlackConnection } from './slack/connect.ts'
import { createCourier } from './slack/deliver.ts'
import { createHomeRefresher } from './slack/home/refresh-homes.ts'
import { createInFlight } from './slack/in-flight.ts'
import { createLocales } from './slack/locales.ts'
import { registerListeners } from './slack/register.ts'
import { StartError } from './start-error.ts'
import type { Context } from './usecases/context.ts'
import { postDueDigests } from './usecases/digest/post-due-digests.ts'
import { callUpcomingItems } from './usecases/meeting/call-upcoming-items.ts'
import { draftDueAgendas } from './usecases/meeting/draft-due-agendas.ts'

/** A running bot. */
export type LiaisonApp = {
  /** The page of the sandbox, or null when connected to Slack. */
  url: string | null
  /** Works off everything that is in flight or due: requests, jobs of the schedule, messages owed. */
  processAll(): Promise<void>
  /** Takes no more requests, finishes the running ones, and closes everything. */
  stop(): Promise<void>
}

/** What tests put in the place of the real thing. */
export type Overrides = { database?: Database; sandboxStartAt?: string; timers?: boolean }

/** The instant the sandbox's clock starts at: a half-year is closing. */
const sandboxStartAt = '2024-06-24T09:00:00+08:00'

/** Slack repeats an envelope within the hour; a week is plenty. */
const requestsKept = { days: 7 }

/**
 * Creates and starts the bot. The only place where its parts are wired together.
 * @throws StorageError, SandboxError, StartError, or whatever kept a part from starting; nothing is left running then
 */
export async function createApp(config: Config, log: Log, overrides: Overrides = {}): Promise<LiaisonApp> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const embeddedIn = config.databaseUrl ? null : join(config.dataDir, 'database')
    const database = overrides.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: embeddedIn }))
    if (!overrides.database) closers.push(() => database.close())
    const { unknown } = database.migrations
    if (unknown.length > 0) log.warn({ unknown }, 'the database was migrated by a newer version')

    const sandbox = config.connection.kind === 'sandbox' ? await openSandbox(config, overrides) : null
    if (sandbox) closers.push(() => sandbox.stop())
    const context: Context = { database, now: () => (sandbox ? DateTime.fromJSDate(sandbox.now()) : DateTime.now()) }

    const slack = connectSlack(addressOf(config, sandbox), log)
    const team = await introduce(slack)
    const workspaceId = team.team_id ?? ''
    const inFlight = createInFlight()
    const locales = createLocales()
    const courier = createCourier(slack.client, log, locales, chartPicture)
    const refreshHomes = createHomeRefresher({ context, client: slack.client, locales, log, workspaceId })
    const work = serialize(async () => {
      const failed = (err: unknown, job: string, planId: number) => log.error({ err, job, planId }, 'a job failed')
      const gaveUp = (delivery: number, reason: string) => log.error({ delivery, reason }, 'a message was given up')
      const uncalled = (err: unknown, meeting: number) =>
        log.error({ err, meeting }, 'items of a meeting were not called')
      const call = () => callUpcomingItems(context, uncalled)
      const send = () => dispatchDue(database, workspaceId, context.now, courier, gaveUp)
      const undrafted = (err: unknown, meeting: number) => log.error({ err, meeting }, 'a due agenda was not drafted')
      const draft = () => draftDueAgendas(context, undrafted)
      const unmade = (err: unknown, subscription: number) =>
        log.error({ err, subscription }, 'a due digest was not made')
      const inform = () => postDueDigests(context, unmade)
      const round = async () =>
        (await runDueJobs(context, jobs, failed)) +
        (await draft()) +
        (await inform()) +
        (await call()) +
        (await send()) +
        (await refreshHomes())
      while ((await round()) > 0);
    })
    slack.app.use(async ({ next }) => {
      await inFlight.follow(next())
      work().catch((error) => log.error({ err: error }, 'working off what is due failed'))
    })
    registerListeners(slack.app, { context, locales, log })

    await database.transaction((tx) =>
      ensureWorkspace(tx, { id: workspaceId, name: team.team ?? workspaceId, at: context.now().toJSDate() }),
    )
    if (config.connection.kind === 'sandbox' && config.connection.seed) await seedWorkspace(context, workspaceId)

    await begin(slack)
    closers.push(async () => {
      await slack.stop()
      await inFlight.drained()
      await work()
    })
    const processAll = async () => {
      await inFlight.drained()
      await work()
    }
    sandbox?.onSettle(processAll)
    const maintain = async () => {
      await database.transaction((tx) => forgetRequests(tx, context.now().minus(requestsKept).toJSDate()))
      await database.maintain()
    }
    if (overrides.timers !== false) closers.push(startTimers(log, { work, maintain }))
    return { url: sandbox?.url ?? null, processAll, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openSandbox(config: Config, overrides: Overrides): Promise<Sandbox> {
  if (config.connection.kind !== 'sandbox') throw new TypeError('not a sandbox connection')
  return startSandbox({
    port: config.connection.port,
    dataFile: overrides.database ? null : join(config.dataDir, 'sandbox.json'),
    manifest: parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')),
    workspace: sandboxWorkspace(await loadSeedPlan()),
    startAt: overrides.sandboxStartAt ?? sandboxStartAt,
  })
}

function addressOf(config: Config, sandbox: Sandbox | null): SlackAddress {
  if (config.connection.kind !== 'sandbox') return config.connection
  if (!sandbox) throw new TypeError('the sandbox is not open')
  return { kind: 'socket', botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl }
}

async function introduce(slack: SlackConnection) {
  try {
    return await slack.client.auth.test()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `Slack cannot be reached or refuses the bot token: ${reason}. Check SLACK_BOT_TOKEN and the network.`,
      `无法连接 Slack，或机器人令牌被拒绝：${reason}。请检查 SLACK_BOT_TOKEN 与网络。`,
      { cause: error },
    )
  }
}

async function begin(slack: SlackConnection): Promise<void> {
  try {
    await slack.start()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `Requests from Slack cannot be taken in: ${reason}. Check SLACK_APP_TOKEN (Socket Mode), or SLACK_HTTP_HOST and SLACK_HTTP_PORT (HTTP).`,
      `无法接收 Slack 的请求：${reason}。请检查 SLACK_APP_TOKEN（Socket Mode），或 SLACK_HTTP_HOST 与 SLACK_HTTP_PORT（HTTP）。`,
      { cause: error },
    )
  }
}

/** One run at a time: a call during a run waits for it and then runs again, so it sees what happened meanwhile. */
function serialize(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    waiting ??= last
      .catch(() => undefined)
      .then(() => {
        waiting = null
        last = run()
        return last
      })
    return waiting
  }
}
