import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SqlConnection } from './engine.ts'
import { StorageError } from './storage-error.ts'

/** A migration as it is on disk; `checksum` is SHA-256 in hex, as Prisma records it. */
export type Migration = { name: string; sql: string; checksum: string }

/** `applied`: names applied now, in order. `unknown`: names a newer version applied, which this one does not have. */
export type MigrationReport = { applied: string[]; unknown: string[] }

/** The migrations of this version of the product. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', 'prisma', 'migrations')

// The key that Prisma's own engine locks, so that it and this migrator exclude each other.
const LOCK = 72_707_369

// Column for column the ledger that `prisma migrate deploy` makes and reads.
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** The migrations in a folder, by name, which starts with the time they were written. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      // A checkout may have turned the line ends; the ledger must not depend on it.
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings a database up to `migrations`. Each is applied together with its line in the ledger in one transaction, so a
 * failed one leaves nothing behind; processes that start together wait for one another. Migrations of a newer version are
 * left alone and reported: a version runs on the schema of the next.
 * @throws StorageError when an applied migration was edited, one is marked as failed, or one fails
 */
export async function migrate(connection: SqlConnection, migrations: readonly Migration[]): Promise<MigrationReport> {
  await connection.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    const done = await readLedger(connection)
    for (const migration of migrations) checkUnchanged(migration, done.get(migration.name))
    const pending = migrations.filter(({ name }) => !done.has(name))
    for (const migration of pending) await apply(connection, migration)
    const known = new Set(migrations.map(({ name }) => name))
    return { applied: pending.map(({ name }) => name), unknown: [...done.keys()].filter((name) => !known.has(name)) }
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

/** Names of the applied migrations with their checksums. */
async function readLedger(connection: SqlConnection): Promise<Map<string, string>> {
  await connection.run(LEDGER)
  const rows = await connection.query(
    `SELECT migration_name AS name, checksum, finished_at IS NULL AS failed FROM "_prisma_migrations"
      WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  for (const { name, failed } of rows)
    if (failed)
      throw new StorageError(
        `Migration ${name} is marked as failed in the database. Repair it and run: prisma migrate resolve`,
        `数据库中迁移 ${name} 标记为失败。请修复后运行 prisma migrate resolve。`,
      )
  return new Map(rows.map(({ name, checksum }) => [String(name), String(checksum)]))
}

function checkUnchanged(migration: Migration, applied: string | undefined): void {
  if (applied === undefined || applied === migration.checksum) return
  throw new StorageError(
    `Migration ${migration.name} was changed after it had been applied to this database. Restore its file, and write a new migration instead.`,
    `迁移 ${migration.name} 在应用到此数据库之后被改动。请恢复原文件，另写新的迁移。`,
  )
}

async function apply(connection: SqlConnection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.run('BEGIN')
  try {
    await connection.run(sql)
    await connection.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
        VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await connection.run('COMMIT')
  } catch (cause) {
    await connection.run('ROLLBACK')
    throw new StorageError(
      `Migration ${name} failed and was rolled back: ${(cause as Error).message}`,
      `迁移 ${name} 失败，已全部回退：${(cause as Error).message}`,
      { cause },
    )
  }
}
