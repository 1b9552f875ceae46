import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/client/runtime/client'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { StorageError } from './storage-error.ts'

const CONNECT_TIMEOUT_MS = 10_000
const POOL_SIZE = 10

/**
 * A PostgreSQL server by its URL. It is asked for nothing yet: the first `withConnection` meets an unreachable server.
 * @throws StorageError from `withConnection` when the server cannot be reached
 */
export function openPostgres(url: string): Engine {
  const config = {
    connectionString: inUtc(url),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'liaison',
  }
  return {
    kind: 'postgresql',
    adapter: honestCommits(new PrismaPg({ ...config, max: POOL_SIZE })),
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
function inUtc(url: string): string {
  const parsed = parse(url)
  const options = parsed.searchParams.get('options')
  parsed.searchParams.set('options', `${options ? `${options} ` : ''}-c TimeZone=UTC`)
  return parsed.href
}

function parse(url: string): URL {
  try {
    return new URL(url)
  } catch (cause) {
    throw new StorageError(
      'DATABASE_URL is no URL. Write it as postgresql://user:password@host:5432/database',
      'DATABASE_URL 格式有误。请写成 postgresql://用户：密码@主机：5432/数据库',
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

/**
 * PostgreSQL answers COMMIT with a rollback, and no error, when a statement of the transaction had failed and the error was
 * overlooked. Then the commit must not look like one.
 */
function honestCommits(factory: PrismaPg): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolation) => {
        const tx = await start(isolation)
        const { queryRaw, executeRaw, rollbackToSavepoint } = tx
        let failure: unknown = null
        const noting = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => {
          return async (...args: A): Promise<R> => {
            try {
              return await ask.apply(tx, args)
            } catch (error) {
              failure = error
              throw error
            }
          }
        }
        tx.queryRaw = noting(queryRaw)
        const execute = noting(executeRaw)
        tx.executeRaw = async (query) => {
          const result = await execute(query)
          if (query.sql === 'COMMIT' && failure !== null) throw failure
          return result
        }
        tx.rollbackToSavepoint = async (name) => {
          await rollbackToSavepoint?.call(tx, name)
          failure = null
        }
        return tx
      }
      return adapter
    },
  }
}
