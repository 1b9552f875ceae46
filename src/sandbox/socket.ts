import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { JsonObject } from './entities.ts'
import { newSecret } from './ids.ts'

/** What an app answered to an envelope: its payload, or that it did not answer in time. */
export type Ack = { kind: 'acked'; payload: JsonObject } | { kind: 'timeout' }

/** An envelope without its id. `retry` is present from the second delivery of an event on. */
type Envelope = {
  type: 'events_api' | 'slash_commands' | 'interactive'
  payload: JsonObject
  accepts_response_payload: boolean
  retry?: { attempt: number; reason: string }
}

/** The Socket Mode side of the sandbox. */
export type SocketHub = {
  /** A new address for one connection, good once. */
  issueAddress(baseUrl: string): string
  /** Takes over an HTTP upgrade; refuses one without a good ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope and waits for its ack, at most three seconds including the wait for a connection. */
  send(envelope: Envelope, twice: boolean): Promise<Ack>
  connected(): boolean
  /** Calls `listener` once, when the next connection is there. */
  onNextConnection(listener: () => void): void
  /** Breaks every connection without a goodbye. */
  cut(): void
  stop(): void
}

/** Slack's limit for an ack, over HTTP and in Socket Mode alike. */
const ackLimitMs = 3000
const pingEveryMs = 10_000
/** How long an app that is told goodbye may take to answer it. */
const goodbyeMs = 1000
const ticketLimit = 100
const ackBytes = 1024 * 1024

const ackSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

/** A hub with no connections. `appId` is told to those who connect. */
export function createSocketHub(appId: string): SocketHub {
  const server = new WebSocketServer({ noServer: true, maxPayload: ackBytes })
  const tickets = new Set<string>()
  const connections: WebSocket[] = []
  const waiting = new Map<string, (ack: Ack) => void>()
  const newcomers = new Set<() => void>()
  let turn = 0

  const receive = (data: RawData) => {
    const parsed = ackSchema.safeParse(parseJson(data))
    if (!parsed.success) return
    waiting.get(parsed.data.envelope_id)?.({ kind: 'acked', payload: parsed.data.payload ?? {} })
  }

  const welcome = (connection: WebSocket) => {
    connections.push(connection)
    const heartbeat = setInterval(() => connection.ping('sandbox'), pingEveryMs)
    connection.on('message', receive)
    connection.on('error', () => connection.terminate())
    connection.on('close', () => {
      clearInterval(heartbeat)
      const place = connections.indexOf(connection)
      if (place >= 0) connections.splice(place, 1)
    })
    connection.send(JSON.stringify(hello(appId, connections.length)))
    connection.ping('sandbox')
    const waiters = [...newcomers]
    newcomers.clear()
    for (const listener of waiters) listener()
  }

  const deliver = (envelope: Envelope, id: string) => {
    const { retry, ...rest } = envelope
    const connection = connections[turn++ % connections.length]
    connection?.send(
      JSON.stringify({
        envelope_id: id,
        ...rest,
        ...(envelope.type === 'events_api' && {
          retry_attempt: retry?.attempt ?? 0,
          retry_reason: retry?.reason ?? '',
        }),
      }),
    )
  }

  return {
    issueAddress(baseUrl) {
      const ticket = newSecret()
      tickets.add(ticket)
      const oldest = tickets.values().next().value
      if (tickets.size > ticketLimit && oldest) tickets.delete(oldest)
      return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${appId}`
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (url.pathname !== '/link/' || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    send(envelope, twice) {
      return new Promise((resolve) => {
        const ids: string[] = []
        const start = () => {
          for (let delivery = 0; delivery < (twice ? 2 : 1); delivery += 1) {
            const id = crypto.randomUUID()
            ids.push(id)
            waiting.set(id, finish)
            const again = delivery > 0 && envelope.type === 'events_api'
            deliver(again ? { ...envelope, retry: { attempt: 1, reason: 'timeout' } } : envelope, id)
          }
        }
        const finish = (ack: Ack) => {
          clearTimeout(limit)
          newcomers.delete(start)
          for (const id of ids) waiting.delete(id)
          resolve(ack)
        }
        const limit = setTimeout(() => finish({ kind: 'timeout' }), ackLimitMs)
        if (connections.length > 0) start()
        else newcomers.add(start)
      })
    },
    connected: () => connections.length > 0,
    onNextConnection: (listener) => void newcomers.add(listener),
    cut() {
      for (const connection of connections.splice(0)) connection.terminate()
    },
    stop() {
      for (const finish of [...waiting.values()]) finish({ kind: 'timeout' })
      for (const connection of [...connections]) {
        connection.close(1001)
        setTimeout(() => connection.terminate(), goodbyeMs).unref()
      }
      server.close()
    },
  }
}

function hello(appId: string, connections: number): JsonObject {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: appId },
    debug_info: { host: '127.0.0.1', build_number: 1, approximate_connection_time: 18_060 },
  }
}

function parseJson(data: RawData): unknown {
  try {
    return JSON.parse(data.toString())
  } catch {
    return null
  }
}
