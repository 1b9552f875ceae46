import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Installed, Transport } from '../config.ts'
import type { Log } from '../log.ts'
import { cleanBody } from './clean-body.ts'

/** Where and how to reach Slack. `apiUrl` null is Slack's own address. */
export type SlackAddress = { transport: Transport; installed: Installed; apiUrl: string | null }

/** A workspace that the bot is installed in, and a client of the courier's own that speaks with its token there. */
export type Served = { id: string; name: string; client: WebClient }

/** The bot's connection to Slack. */
export type SlackConnection = {
  app: App
  /** The workspaces that the bot serves now. @throws what Slack's client throws while a token is not known to be good */
  served(): Promise<readonly Served[]>
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Makes the connection, not started yet. Clients never retry by themselves: Slack's client would post again after a lost
 * answer, and the outbox decides about that.
 */
export function connectSlack(address: SlackAddress, log: Log, receiver?: Receiver): SlackConnection {
  const { transport, installed, apiUrl } = address
  const clientOptions = (): WebClientOptions => ({
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: boltLogger(log),
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  })
  const app = new App({
    token: installed.botToken,
    receiver: receiver ?? createReceiver(transport, log, clientOptions()),
    clientOptions: clientOptions(),
    logger: boltLogger(log),
    tokenVerificationEnabled: false,
  })
  app.use(cleanBody)
  let introduced: readonly Served[] | undefined
  return {
    app,
    async served() {
      introduced ??= [await introduce(new WebClient(installed.botToken, clientOptions()))]
      return introduced
    },
    async start() {
      if (transport.kind === 'http') await app.start({ host: transport.host, port: transport.port })
      else await app.start()
    },
    async stop() {
      await app.stop()
    },
  }
}

async function introduce(client: WebClient): Promise<Served> {
  const { team_id: id = '', team } = await client.auth.test()
  return { id, name: team ?? id, client }
}

function createReceiver(transport: Transport, log: Log, clientOptions: WebClientOptions): Receiver {
  const logger = boltLogger(log)
  if (transport.kind === 'http') return new HTTPReceiver({ signingSecret: transport.signingSecret, logger })
  return new SocketModeReceiver({
    appToken: transport.appToken,
    logger,
    installerOptions: {
      clientOptions: { ...clientOptions, retryConfig: { forever: true, factor: 1.3, maxTimeout: 30_000 } },
    },
  })
}

/** Bolt's own log lines, below warnings left out: they would carry people's texts at debug level. */
function boltLogger(log: Log): Logger {
  const text = (parts: unknown[]) => parts.map(String).join(' ').slice(0, 500)
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ from: 'slack' }, text(parts)),
    error: (...parts) => log.error({ from: 'slack' }, text(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
