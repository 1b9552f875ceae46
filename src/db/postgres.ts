import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { StorageError } from './storage-error.ts'
import { watchTransactions } from './watch-transactions.ts'

const CONNECT_TIMEOUT_MS = 10_000
const POOL_SIZE = 10
/** After so long an idle connection is asked whether its other end is still there. */
const KEEP_ALIVE_MS = 30_000
/** Longer than the server's own limits below: only a server that went silent meets it. */
const SILENCE_MS = 35_000

/**
 * What the server itself gives up, in milliseconds: a statement before its transaction's time is over, a wait for a row that
 * somebody holds, and a transaction whose process fell silent, so that what it holds is let go. The URL may say otherwise.
 */
const SERVER_LIMITS = '-c statement_timeout=25000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000'

/**
 * A PostgreSQL server by its URL. It is asked for nothing yet: the first `withConnection` meets an unreachable server.
 * `silence`: after so many milliseconds without an answer a connection counts as lost.
 * @throws StorageError from `withConnection` when the server cannot be reached
 */
export function openPostgres(url: string, silence = SILENCE_MS): Engine {
  const common = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'liaison', keepAlive: true }
  // Migrations may take their time, and wait for one another.
  const config = { ...common, connectionString: inUtc(url, '') }
  const pool = new pg.Pool({
    ...common,
    connectionString: inUtc(url, SERVER_LIMITS),
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    query_timeout: silence,
    max: POOL_SIZE,
  })
  // The pool hears of idle clients that break, Prisma's adapter of those in a transaction; between the two nobody listens, and an
  // error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    kind: 'postgresql',
    adapter: watchTransactions(new PrismaPg(pool, { disposeExternalPool: true })),
    async withConnection(work) {
      const client = new pg.Client(config)
      // A connection that breaks fails the statement under way; the event on its own must not end the process.
      client.on('error', () => undefined)
      try {
        await client.connect()
      } catch (cause) {
        throw unreachable(url, cause)
      }
      try {
        return await work({
          run: async (script) => void (await client.query(script)),
          query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
        })
      } finally {
        await client.end()
      }
    },
    close: async () => undefined,
  }
}

/** Prisma's adapter writes UTC without saying so, so every session must be in UTC, whatever else the URL asks for. */
function inUtc(url: string, limits: string): string {
  const parsed = parse(url)
  const options = parsed.searchParams.get('options') ?? ''
  parsed.searchParams.set('options', `${limits} ${options} -c TimeZone=UTC`.trim())
  return parsed.href
}

function parse(url: string): URL {
  try {
    return new URL(url)
  } catch (cause) {
    throw new StorageError(
      'DATABASE_URL is no URL. Write it as postgresql://user:password@host:5432/database',
      'DATABASE_URL 格式有误。请写成 postgresql://用户:密码@主机:5432/数据库',
      { cause },
    )
  }
}

/** Says where it tried, never with which password. */
function unreachable(url: string, cause: unknown): StorageError {
  const { host, pathname, username } = parse(url)
  const where = `${host}${pathname}`
  const reason = reasonOf(cause)
  return new StorageError(
    `PostgreSQL at ${where} (user ${username}) cannot be reached: ${reason}. Check DATABASE_URL, that the server runs and that the database exists.`,
    `无法连接 PostgreSQL ${where}（用户 ${username}）：${reason}。请检查 DATABASE_URL、服务器是否运行、数据库是否存在。`,
    { cause },
  )
}

/** A host of several addresses fails with an AggregateError, whose own message is empty. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}
