import { App, type Logger, type Receiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Installed, Transport } from '../../config.ts'
import type { TokenCipher } from '../../db/token-cipher.ts'
import type { Log } from '../../log.ts'
import type { Context } from '../../usecases/context.ts'
import { installWorkspace } from '../../usecases/installation/install-workspace.ts'
import { registerInstallationListeners } from '../installation/listeners.ts'
import { manyWorkspaces } from '../installation/many-workspaces.ts'
import { oneWorkspace } from '../installation/one-workspace.ts'
import { createInstallPages, pagePaths } from '../installation/pages.ts'
import { noticeRefusals } from '../installation/token-refusal.ts'
import type { Served, Workspaces } from '../installation/workspaces.ts'
import { boltLogger } from './bolt-logger.ts'
import { cleanBody } from './clean-body.ts'
import { guardHttp } from './http-guard.ts'
import { watchLink } from './link-state.ts'
import { createReceiver, type Pages } from './receiver.ts'

/** Workspaces that install the bot by themselves: the app's OAuth settings, and what storing installations takes. */
type ManyInstalled = Extract<Installed, { kind: 'many' }> & {
  scopes: readonly string[]
  context: Context
  cipher: TokenCipher
}

/** Where and how to reach Slack. `apiUrl` null is Slack's own address. */
export type SlackAddress = {
  transport: Transport
  installed: Extract<Installed, { kind: 'one' }> | ManyInstalled
  apiUrl: string | null
}

/** The bot's connection to Slack. */
export type SlackConnection = {
  app: App
  /** The workspaces that the bot serves now. @throws what Slack's client throws while a token is not known to be good */
  served(): Promise<readonly Served[]>
  /** For how many seconds no requests can have come in; 0 while they can. */
  disconnectedFor(): number
  start(): Promise<void>
  stop(): Promise<void>
}

/** What tests put in the place of the real thing. */
type Overrides = { receiver?: Receiver; fetch?: typeof fetch }

/**
 * Makes the connection, not started yet. Clients never retry by themselves: Slack's client would post again after a lost
 * answer, and the outbox decides about that. No two clients share an object of options: Slack's client writes its token
 * into the headers it is given.
 */
export function connectSlack(address: SlackAddress, log: Log, overrides: Overrides = {}): SlackConnection {
  const { transport, installed, apiUrl } = address
  const logger = boltLogger(log)
  const clientOptions = (): WebClientOptions => ({
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
    ...(overrides.fetch ? { fetch: overrides.fetch } : {}),
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  })
  const noticingOptions = () => ({
    ...clientOptions(),
    fetch: noticeRefusals(overrides.fetch ?? fetch, (token) => workspaces.refused(token)),
  })
  const makeClient = (token: string) => new WebClient(token, noticingOptions())
  const makeAsker = (token: string) => new WebClient(token, clientOptions())
  const workspaces: Workspaces =
    installed.kind === 'one'
      ? oneWorkspace(installed.botToken, { makeClient, log })
      : manyWorkspaces({ ...installed, makeClient, makeAsker, log })
  const pages = installed.kind === 'one' ? null : installPages(installed, workspaces, clientOptions(), logger)

  const receiver = overrides.receiver ?? createReceiver(transport, logger, clientOptions(), pages)
  const app = new App({
    authorize: (source, body) => workspaces.authorize(installedTeamOf(body) ?? source.teamId),
    receiver,
    clientOptions: noticingOptions(),
    logger,
  })
  app.use(cleanBody)
  registerInstallationListeners(app, workspaces)
  const beside = transport.kind === 'socket' && pages ? guardHttp(pages.pages) : null
  return {
    app,
    disconnectedFor: watchLink(receiver),
    served: () => workspaces.served(),
    async start() {
      if (transport.kind === 'http') {
        await app.start({ host: transport.host, port: transport.port })
        return
      }
      if (installed.kind === 'many') await beside?.start({ host: installed.host, port: installed.port })
      try {
        await app.start()
      } catch (error) {
        await beside?.stop()
        throw error
      }
    },
    async stop() {
      await beside?.stop().catch(() => undefined)
      await app.stop()
    },
  }
}

/** Bolt looks for this only in submissions; a click in a modal that was opened across workspaces tells it too. */
function installedTeamOf(body: unknown): string | undefined {
  const { view } = (body ?? {}) as { view?: { app_installed_team_id?: unknown } }
  return typeof view?.app_installed_team_id === 'string' ? view.app_installed_team_id : undefined
}

function installPages(
  installed: ManyInstalled,
  workspaces: Workspaces,
  clientOptions: WebClientOptions,
  logger: Logger,
): Pages {
  const { context, cipher, redirectUrl } = installed
  const store = async (given: Parameters<typeof installWorkspace>[2]) => {
    await installWorkspace(context, cipher, given)
    // So that this process uses the new token from now on.
    await workspaces.served()
  }
  return { pages: createInstallPages(installed, { store, clientOptions, logger }), paths: pagePaths(redirectUrl) }
}
