import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../log.ts'

/** Where and how to reach Slack. `apiUrl` is Slack's own unless the sandbox says otherwise. */
export type SlackAddress =
  | { kind: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { kind: 'http'; botToken: string; signingSecret: string; host: string; port: number; apiUrl?: string }

/** The bot's connection to Slack: Bolt's app, and a client of its own for the courier. */
export type SlackConnection = { app: App; client: WebClient; start(): Promise<void>; stop(): Promise<void> }

/**
 * Makes the connection, not started yet. Clients never retry by themselves: Slack's client would post again after a lost
 * answer, and the outbox decides about that.
 */
export function connectSlack(address: SlackAddress, log: Log, receiver?: Receiver): SlackConnection {
  const clientOptions = (): WebClientOptions => ({
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: boltLogger(log),
    ...(address.apiUrl ? { slackApiUrl: address.apiUrl } : {}),
  })
  const app = new App({
    token: address.botToken,
    receiver: receiver ?? createReceiver(address, log, clientOptions()),
    clientOptions: clientOptions(),
    logger: boltLogger(log),
    tokenVerificationEnabled: false,
  })
  return {
    app,
    client: new WebClient(address.botToken, clientOptions()),
    async start() {
      if (address.kind === 'http') await app.start({ host: address.host, port: address.port })
      else await app.start()
    },
    async stop() {
      await app.stop()
    },
  }
}

function createReceiver(address: SlackAddress, log: Log, clientOptions: WebClientOptions): Receiver {
  const logger = boltLogger(log)
  if (address.kind === 'http') return new HTTPReceiver({ signingSecret: address.signingSecret, logger })
  return new SocketModeReceiver({
    appToken: address.appToken,
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
