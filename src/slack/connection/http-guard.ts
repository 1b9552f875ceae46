import type { IncomingMessage, Server } from 'node:http'
import { parse } from 'node:querystring'
import { type HTTPReceiver, HTTPReceiverDeferredRequestError, type HTTPReceiverOptions } from '@slack/bolt'
import { createRateLimit, type Rate } from './rate-limit.ts'

/**
 * The longest body, in bytes. The largest that Slack sends us is a submitted form: a dozen fields of 3,000 characters, nine
 * bytes each once a Chinese one is encoded, told as values and once more as what the form opened with: 650 kB.
 */
const bodyLimit = 1024 * 1024

/**
 * Slack sends a workspace's bot at most 30,000 events an hour, eight a second (https://docs.slack.dev/apis/events-api): this
 * lets those of three dozen busy workspaces through one proxy, and a flood costs no more than this many signatures.
 */
const rate: Rate = { burst: 1000, perSecond: 300 }

/** In milliseconds: of a slow sender's request, its head and the whole; checked every two seconds. */
const timeouts = { headersTimeout: 5_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 }
const connectionsAtMost = 1000

/** What the guard asks of Bolt's receiver: a limit of bodies, and no word to those who ask what is not there. */
export const guardedOptions: Pick<HTTPReceiverOptions, 'bodyLimit' | 'dispatchErrorHandler'> = {
  bodyLimit,
  dispatchErrorHandler: async ({ error, response }) => {
    response.writeHead(error instanceof HTTPReceiverDeferredRequestError ? 404 : 400).end()
  },
}

/**
 * Puts a guard before Bolt's receiver: too many requests of one source are refused before a byte of their bodies is read or
 * a signature computed, slow ones are cut off, and connections are counted. Signatures and their five minutes are Bolt's.
 */
export function guardHttp(
  receiver: HTTPReceiver,
  limits: { rate?: Rate; timeouts?: typeof timeouts; monotonic?: () => number } = {},
): HTTPReceiver {
  const mayPass = createRateLimit(limits.rate ?? rate, limits.monotonic ?? (() => performance.now()))
  const listen = receiver.requestListener
  receiver.requestListener = (request, response) => {
    if (mayPass(request.socket.remoteAddress ?? '')) listen(withoutNull(request), response)
    else response.writeHead(429, { 'retry-after': '1', connection: 'close' }).end()
  }
  // Its overloads speak of HTTPS too, which a proxy before the bot does.
  const start = receiver.start.bind(receiver) as (port: unknown, options: object) => Promise<Server>
  receiver.start = (async (port: unknown) => {
    const server = await start(port, { ...timeouts, ...limits.timeouts })
    server.maxConnections = connectionsAtMost
    return server
  }) as HTTPReceiver['start']
  return receiver
}

/**
 * Bolt 5.1 takes a body that is JSON `null` for an object, outside of everything that catches: the process would stop. So such
 * a body is refused where Bolt puts what it has read, and catches.
 */
function withoutNull(request: IncomingMessage): IncomingMessage {
  let body: Buffer | undefined
  return Object.defineProperty(request, 'rawBody', {
    get: () => body,
    set(read: Buffer) {
      if (isNull(read.toString())) throw new Error('the body is null')
      body = read
    },
  })
}

/** As JSON, or as the form that Slack sends what people do in. */
const isNull = (body: string) => [body, parse(body).payload].some((text) => String(text).trim() === 'null')
