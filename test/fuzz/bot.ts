import type { Receiver, ReceiverEvent } from '@slack/bolt'
import type { DateTime } from 'luxon'
import type { Database } from '../../src/db/database.ts'
import type { Log } from '../../src/log.ts'
import type { Watch } from '../../src/monitor/monitor.ts'
import type { State } from '../../src/sandbox/entities.ts'
import { connectSlack } from '../../src/slack/connection/connect.ts'
import { createLocales } from '../../src/slack/locales.ts'
import { registerListeners } from '../../src/slack/register.ts'
import { createInFlight, type InFlight } from '../../src/slack/requests/in-flight.ts'
import type { Edge } from '../../src/slack/requests/request.ts'
import { createRequestQueue } from '../../src/slack/requests/request-queue.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createWorkOff } from '../../src/work-off.ts'
import { openSlack, type Slack } from './slack.ts'

/** A line of the bot's log at warning or above. */
export type Line = { level: string; what: Record<string, unknown>; text: string }

/** A transaction of the bot: whether the request was acknowledged before it, whether it wrote and whether it was kept. */
export type Deal = { acked: boolean; wrote: boolean; kept: boolean; error: unknown }

/** The bot in this process on a database in memory and a Slack in memory, with a clock that stands still. */
export type Bot = {
  slack: Slack
  edge: Edge
  /** Requests over HTTP that are being worked on. */
  inFlight: InFlight
  lines: Line[]
  deals: Deal[]
  /** Hands an envelope to Bolt as a receiver does, and waits until the bot has done with it; gives its acks. */
  hand(body: unknown): Promise<unknown[]>
  /** Everything that is due. */
  work(): Promise<void>
  travel(hours: number): void
  /** Another database and another state of Slack, at another moment. */
  reset(database: Database, state: State, at: DateTime): void
  now(): DateTime
}

/** Starts the bot; from now on this process fetches from its Slack alone. */
export function startBot(database: Database, state: State, at: DateTime): Bot {
  let now = at
  let acked = true
  const lines: Line[] = []
  const deals: Deal[] = []
  const slack = openSlack(state, () => now.toJSDate())
  globalThis.fetch = slack.fetch
  const log = recordingLog(lines)
  const watched = (real: Database): Database => watch(real, deals, () => acked)
  const context: Context = { database: watched(database), now: () => now }
  const receiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }
  const { app } = slack.core.store.state
  const connection = connectSlack(
    {
      transport: { kind: 'socket', appToken: app.app_token },
      installed: { kind: 'one', botToken: app.bot_token },
      apiUrl: slack.apiUrl,
    },
    log,
    { receiver },
  )
  const edge: Edge = { context, locales: createLocales(), log, requests: createRequestQueue() }
  registerListeners(connection.app, edge)
  const unwatched: Pick<Watch, 'beat' | 'courier'> = { beat: () => undefined, courier: (courier) => courier }
  const { work, rest } = createWorkOff({ context, slack: connection, locales: edge.locales, log, watch: unwatched })
  // The clock stands still: what waits for its pace goes when it is moved.
  rest()
  return {
    slack,
    edge,
    inFlight: createInFlight(),
    lines,
    deals,
    now: () => now,
    async hand(body) {
      const acks: unknown[] = []
      acked = false
      const event: ReceiverEvent = {
        body: body as ReceiverEvent['body'],
        ack: async (answer) => {
          acked = true
          acks.push(answer)
        },
      }
      try {
        await connection.app.processEvent(event)
      } finally {
        acked = true
      }
      return acks
    },
    work,
    travel(hours) {
      now = now.plus({ hours })
    },
    reset(other, otherState, moment) {
      context.database = watched(other)
      Object.assign(slack.core.store.state, structuredClone(otherState))
      now = moment
    },
  }
}

function recordingLog(lines: Line[]): Log {
  const at = (level: string) => (what: unknown, text?: string) => {
    lines.push(
      typeof what === 'object' && what !== null
        ? { level, what: what as Record<string, unknown>, text: text ?? '' }
        : { level, what: {}, text: String(what) },
    )
  }
  const quiet = () => undefined
  return {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: quiet,
    debug: quiet,
    trace: quiet,
  } as unknown as Log
}

/** A database that notes each transaction. */
function watch(real: Database, deals: Deal[], isAcked: () => boolean): Database {
  return {
    kind: real.kind,
    version: real.version,
    migrations: real.migrations,
    get client() {
      return real.client
    },
    maintain: () => real.maintain(),
    copyTo: (folder) => real.copyTo(folder),
    close: () => real.close(),
    async transaction(work, limitMs) {
      const deal: Deal = { acked: isAcked(), wrote: false, kept: false, error: null }
      deals.push(deal)
      try {
        const result = await real.transaction((tx) => {
          deal.wrote = false
          return work(noteWrites(tx, deal))
        }, limitMs)
        deal.kept = true
        return result
      } catch (error) {
        deal.error = error
        throw error
      }
    },
  }
}

const writing = /^(create|update|delete|upsert|\$execute)/
/** A note that a request came in, and to which workspace, is kept whatever becomes of it. */
const apart = new Set(['inboundReceipt', 'workspace'])

/** The transaction, of which `deal` learns whether it writes. */
function noteWrites<T extends object>(holder: T, deal: Deal): T {
  return new Proxy(holder, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member === 'function')
        return (...given: unknown[]) => {
          if (writing.test(String(name)) || isWritingSql(given[0])) deal.wrote = true
          return member.apply(target, given)
        }
      return typeof member === 'object' && member !== null && !apart.has(String(name))
        ? noteWrites(member, deal)
        : member
    },
  })
}

function isWritingSql(given: unknown): boolean {
  const sql = Array.isArray(given) ? given.join('?') : (given as { sql?: unknown } | undefined)?.sql
  return typeof sql === 'string' && /\b(INSERT INTO|UPDATE "|DELETE FROM)/.test(sql)
}
