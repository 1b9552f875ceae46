import { AsyncLocalStorage } from 'node:async_hooks'
import { openEmbedded } from './embedded.ts'
import type { Engine, SqlConnection } from './engine.ts'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { MIGRATIONS_FOLDER, type MigrationReport, migrate, readMigrations } from './migrator.ts'
import { openPostgres } from './postgres.ts'
import { retrying } from './retrying.ts'
import { StorageError } from './storage-error.ts'

/** What a store works in: Prisma's client, bound to one transaction. */
export type Transaction = Prisma.TransactionClient

/** The open, migrated database. */
export type Database = {
  readonly kind: Engine['kind']
  /** The version of its server. */
  readonly version: string
  /** For reads outside a transaction. @throws Error inside one: use the transaction's client there */
  readonly client: PrismaClient
  /** What was migrated at opening; `unknown` is worth a warning. */
  readonly migrations: MigrationReport
  /**
   * Runs `work` in one transaction and returns what it returns; if it throws, nothing is kept. After a deadlock, a
   * serialization failure or a lost connection it is run again, a few times: it must have no other effects. No nesting, and no
   * waiting for anything but the database in it: on the embedded database everybody else waits meanwhile. It is given up after
   * 30 s, or after `limitMs`.
   * @throws UnavailableError when the database cannot be reached for some seconds, or is too slow
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, limitMs?: number): Promise<T>
  /** Vacuums and refreshes the planner's statistics where the server does not by itself. For a quiet hour. */
  maintain(): Promise<void>
  /** Copies the data folder of the embedded database to a new one, which can be opened as one: see `Engine`. */
  copyTo(folder: string): Promise<void>
  /** Closes it for good, and lets go of the data folder. May be called twice. */
  close(): Promise<void>
}

const OLDEST_POSTGRES = 14
const MAX_WAIT_MS = 10_000
const TIMEOUT_MS = 30_000

/**
 * Opens the PostgreSQL at `url`, or without one the embedded database in `dataDir` (null: in memory, for tests), checks it
 * and applies the migrations it lacks.
 * @throws StorageError when it cannot be reached, is held by another process, is too old or does not fit the migrations
 */
export async function openDatabase(options: { url: string | null; dataDir: string | null }): Promise<Database> {
  return prepare(options.url === null ? await openEmbedded(options.dataDir) : openPostgres(options.url))
}

/** Checks and migrates an engine, and lays Prisma on it. On failure the engine is closed. */
export async function prepare(engine: Engine): Promise<Database> {
  try {
    return await engine.withConnection(async (connection) => {
      const version = await checkServer(connection)
      const migrations = await migrate(connection, readMigrations(MIGRATIONS_FOLDER))
      return databaseOn(engine, version, migrations)
    })
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** @throws StorageError */
async function checkServer(connection: SqlConnection): Promise<string> {
  const [row] = await connection.query(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major, current_setting('TimeZone') AS zone",
  )
  if (Number(row?.major) < OLDEST_POSTGRES)
    throw new StorageError(
      `PostgreSQL ${row?.version} is too old; ${OLDEST_POSTGRES} or later is needed.`,
      `PostgreSQL ${row?.version} 版本过低，需要 ${OLDEST_POSTGRES} 或更高版本。`,
    )
  // Anything else, set by a pooler that drops our option for instance, would shift every time by hours, silently.
  if (row?.zone !== 'UTC')
    throw new StorageError(
      `The database session is in time zone ${row?.zone}, not UTC. Let the connection pass the option "-c TimeZone=UTC".`,
      `数据库会话时区为 ${row?.zone}，不是 UTC。请让连接保留选项 “-c TimeZone=UTC”。`,
    )
  return String(row.version)
}

/** Lays Prisma on a migrated engine. */
export function databaseOn(engine: Engine, version: string, migrations: MigrationReport): Database {
  const client = new PrismaClient({
    adapter: engine.adapter,
    transactionOptions: { maxWait: MAX_WAIT_MS },
  })
  // On the embedded database, with its one connection, a statement beside the transaction would wait for the transaction
  // that waits for it. So it is refused at once, and on PostgreSQL too, where it would only have escaped the transaction.
  const current = new AsyncLocalStorage<{ open: boolean }>()
  const refuseInside = () => {
    if (current.getStore()?.open) throw new Error('Inside a transaction, use its own client and no other transaction')
  }
  let closing: Promise<void> | undefined
  return {
    kind: engine.kind,
    version,
    migrations,
    get client() {
      refuseInside()
      return client
    },
    async transaction(work, limitMs = TIMEOUT_MS) {
      refuseInside()
      const scope = { open: true }
      try {
        return await retrying((finished) =>
          client.$transaction(
            async (tx) => {
              if (limitMs > TIMEOUT_MS)
                await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(limitMs)}, true)`
              const result = await current.run(scope, () => work(tx))
              finished()
              return result
            },
            { timeout: limitMs },
          ),
        )
      } finally {
        scope.open = false
      }
    },
    async maintain() {
      if (engine.kind === 'pglite') await engine.withConnection((connection) => connection.run('VACUUM (ANALYZE)'))
    },
    async copyTo(folder) {
      if (!engine.copyTo) throw new Error('Only the embedded database is a folder that can be copied')
      await engine.copyTo(folder)
    },
    close() {
      closing ??= client.$disconnect().finally(() => engine.close())
      return closing
    },
  }
}
