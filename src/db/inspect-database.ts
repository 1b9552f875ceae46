import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, databaseOn } from './database.ts'
import { openEmbedded } from './embedded.ts'
import type { Engine, SqlConnection } from './engine.ts'
import { MIGRATIONS_FOLDER, readMigrations } from './migrator.ts'
import { openPostgres } from './postgres.ts'

/** What a database says of itself; nothing is changed by asking. */
export type Inspection = {
  kind: Engine['kind']
  version: string
  zone: string
  bytes: number
  /** Its clock ahead of this machine's. */
  aheadMs: number
  /** Migrations that the next start applies; those of a newer version; those that were edited after they had been applied. */
  pending: string[]
  unknown: string[]
  edited: string[]
}

/**
 * Looks at the database at `url`, or at the embedded one in `dataDir`, and lets `read` ask it more where its schema is that
 * of this version. Null where the embedded one was not made yet: the first start makes it.
 * @throws FolderHeldError while another process uses the folder, StorageError when it cannot be reached or opened
 */
export async function inspectDatabase<T>(
  options: { url: string | null; dataDir: string },
  read: (database: Database) => Promise<T>,
): Promise<{ facts: Inspection; answer: T | null } | null> {
  if (options.url === null && !existsSync(join(options.dataDir, 'postgres'))) return null
  const engine = options.url === null ? await openEmbedded(options.dataDir) : openPostgres(options.url)
  try {
    return await engine.withConnection(async (connection) => {
      const facts = await inspect(engine.kind, connection)
      if (facts.pending.length + facts.edited.length > 0 || facts.zone !== 'UTC') return { facts, answer: null }
      const database = databaseOn(engine, facts.version, { applied: [], unknown: facts.unknown })
      return { facts, answer: await read(database) }
    })
  } finally {
    await engine.close()
  }
}

async function inspect(kind: Engine['kind'], connection: SqlConnection): Promise<Inspection> {
  const asked = Date.now()
  const [row] = await connection.query(`SELECT current_setting('server_version') AS version,
    current_setting('TimeZone') AS zone, pg_database_size(current_database())::float8 AS bytes,
    extract(epoch FROM clock_timestamp())::float8 * 1000 AS now, to_regclass('"_prisma_migrations"') IS NOT NULL AS made`)
  const aheadMs = Number(row?.now) - (asked + Date.now()) / 2
  const done = row?.made
    ? await connection.query(
        'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
      )
    : []
  const applied = new Map(done.map(({ name, checksum }) => [String(name), String(checksum)]))
  const own = readMigrations(MIGRATIONS_FOLDER)
  return {
    kind,
    version: String(row?.version),
    zone: String(row?.zone),
    bytes: Number(row?.bytes),
    aheadMs,
    pending: own.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
    unknown: [...applied.keys()].filter((name) => !own.some((one) => one.name === name)),
    edited: own.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum).map(({ name }) => name),
  }
}
