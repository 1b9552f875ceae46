import { join } from 'node:path'
import { DateTime } from 'luxon'
import product from '../package.json' with { type: 'json' }
import { closeAll } from './close-all.ts'
import { type Config, embeddedFolder } from './config.ts'
import { performIn } from './control/perform.ts'
import { serveControl } from './control/serve.ts'
import { type Database, openDatabase } from './db/database.ts'
import { forgetRequests } from './db/inbound-store.ts'
import { forgetRevocation } from './db/installation-store.ts'
import { createTokenCipher } from './db/token-cipher.ts'
import { ensureWorkspace } from './db/workspace-store.ts'
import type { Log } from './log.ts'
import { readManifest } from './manifest.ts'
import { createMonitor } from './monitor/monitor.ts'
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts'
import { startTimers } from './schedule/timers.ts'
import { sandboxWorkspace } from './seed/seed-people.ts'
import { loadSeedPlan } from './seed/seed-plan.ts'
import { seedWorkspace } from './seed/seed-workspace.ts'
import { connectSlack, type SlackAddress, type SlackConnection } from './slack/connection/connect.ts'
import type { Served } from './slack/installation/workspaces.ts'
import { createLocales } from './slack/locales.ts'
import { registerListeners } from './slack/register.ts'
import { createInFlight } from './slack/requests/in-flight.ts'
import { measureRequests } from './slack/requests/measure-requests.ts'
import { createRequestQueue } from './slack/requests/request-queue.ts'
import { StartError } from './start-error.ts'
import { describeStart } from './start-line.ts'
import type { Context } from './usecases/context.ts'
import { renewTokens } from './usecases/installation/renew-tokens.ts'
import { applyRetention } from './usecases/upkeep/apply-retention.ts'
import { createWorkOff } from './work-off.ts'

/** A running bot. */
export type LiaisonApp = {
  /** The page of the sandbox, or null when connected to Slack. */
  url: string | null
  /** Where health and metrics are served, or null. */
  monitorUrl: string | null
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
export async function createApp(config: Config, given: Log, overrides: Overrides = {}): Promise<LiaisonApp> {
  const monitor = createMonitor(product.version)
  const log = monitor.counting(given)
  const closers: (() => Promise<void>)[] = []
  const close = () => closeAll(closers.splice(0))
  try {
    const embeddedIn = embeddedFolder(config)
    const database = overrides.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: embeddedIn }))
    if (!overrides.database) closers.push(() => database.close())
    const { unknown } = database.migrations
    if (unknown.length > 0) log.warn({ unknown }, 'the database was migrated by a newer version')

    const sandbox = config.connection.kind === 'sandbox' ? await openSandbox(config, overrides) : null
    if (sandbox) closers.push(() => sandbox.stop())
    const context: Context = { database, now: () => (sandbox ? DateTime.fromJSDate(sandbox.now()) : DateTime.now()) }

    if (embeddedIn !== null && !overrides.database)
      closers.push(await serveControl(embeddedIn, (request) => performIn(embeddedIn, context, request), log))
    const slack = connectSlack(await addressOf(config, sandbox, context, log), log)
    const byInstallation = config.connection.kind === 'slack' && config.connection.installed.kind === 'many'
    const workspaces = byInstallation ? await slack.served() : await introduce(slack)
    const inFlight = createInFlight()
    const locales = createLocales()
    const watch = monitor.watch({ database, now: context.now, disconnectedFor: slack.disconnectedFor })
    const { work, flush, rest } = createWorkOff({ context, slack, locales, log, watch })
    measureRequests(slack.app, monitor.times)
    slack.app.use(async ({ next }) => {
      await inFlight.follow(next())
      work().catch((error) => log.error({ err: error }, 'working off what is due failed'))
    })
    registerListeners(slack.app, { context, locales, log, requests: createRequestQueue() })

    for (const { id, name } of workspaces) {
      await database.transaction(async (tx) => {
        await ensureWorkspace(tx, { id, name, at: context.now().toJSDate() })
        if (!byInstallation) await forgetRevocation(tx, id)
      })
      if (config.connection.kind === 'sandbox' && config.connection.seed) await seedWorkspace(context, id)
    }

    const served = config.monitor && (await watch.serve(config.monitor, log))
    if (served) closers.push(() => served.stop())
    await begin(slack)
    closers.push(() => work())
    closers.push(() => inFlight.drained())
    closers.push(async () => rest())
    closers.push(() => slack.stop())
    const processAll = async () => {
      await inFlight.drained()
      await flush()
    }
    sandbox?.onSettle(processAll)
    const maintain = async () => {
      await database.transaction((tx) => forgetRequests(tx, context.now().minus(requestsKept).toJSDate()))
      await applyRetention(context, config.keep)
      await database.maintain()
    }
    if (overrides.timers !== false) closers.push(startTimers(log, { work, maintain }))
    log.info(
      describeStart(config, {
        version: product.version,
        database,
        workspaces,
        url: sandbox?.url,
        monitor: served?.url,
      }),
      'started',
    )
    const stop = async () => {
      const began = performance.now()
      const requests = inFlight.count()
      await close()
      log.info({ requests, seconds: (performance.now() - began) / 1000 }, 'stopped')
    }
    return { url: sandbox?.url ?? null, monitorUrl: served?.url ?? null, processAll, stop }
  } catch (error) {
    await close().catch((err: unknown) =>
      log.error({ err }, 'what was opened before a failed start could not be closed'),
    )
    throw error
  }
}

async function openSandbox(config: Config, overrides: Overrides): Promise<Sandbox> {
  if (config.connection.kind !== 'sandbox') throw new TypeError('not a sandbox connection')
  return startSandbox({
    port: config.connection.port,
    dataFile: overrides.database ? null : join(config.dataDir, 'sandbox.json'),
    manifest: await readManifest(),
    workspace: sandboxWorkspace(await loadSeedPlan()),
    startAt: overrides.sandboxStartAt ?? sandboxStartAt,
  })
}

async function addressOf(
  { connection }: Config,
  sandbox: Sandbox | null,
  context: Context,
  log: Log,
): Promise<SlackAddress> {
  if (connection.kind === 'slack') {
    const { installed } = connection
    if (installed.kind === 'one') return { ...connection, installed }
    const cipher = createTokenCipher(installed.tokenKeys)
    const renewed = await renewTokens(context, cipher)
    if (renewed > 0) log.info({ renewed, keyId: cipher.keyId }, 'tokens were encrypted anew with the first key')
    const { bot: scopes } = (await readManifest()).oauth_config.scopes
    return { ...connection, installed: { ...installed, scopes, context, cipher } }
  }
  if (!sandbox) throw new TypeError('the sandbox is not open')
  const { botToken, appToken, apiUrl } = sandbox
  return { transport: { kind: 'socket', appToken }, installed: { kind: 'one', botToken }, apiUrl }
}

async function introduce(slack: SlackConnection): Promise<readonly Served[]> {
  try {
    return await slack.served()
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
