import { DomainError } from '../../domain/errors.ts'
import type { Engine, SqlConnection } from '../engine.ts'
import { MIGRATIONS_FOLDER, type Migration, migrate, readMigrations } from '../migrator.ts'
import type { Contents } from './contents.ts'
import { readTables, type Table } from './tables.ts'
import { doubtUnsent, insertRows, isEmpty, setCounters } from './write-rows.ts'

/** Inserts all rows of the tables one after the other, and checks them at the end: what it throws, none of them is kept. */
type Load = (insert: (table: string, rows: AsyncIterable<string>) => Promise<void>) => Promise<void>

/**
 * Fills an empty installation with rows of this or an older version: makes the tables as they were then, inserts
 * everything in one transaction, and brings the tables up to this version as a start of the bot would.
 * @throws DomainError `transfer.newer` {name}, `transfer.other_history` {migration}, `transfer.bot_runs`,
 * `transfer.not_empty`, `transfer.older` {migration}, `transfer.refused` {reason}, and what `load` throws
 */
export async function fillInstallation(engine: Engine, file: string, from: Contents, load: Load): Promise<void> {
  const known = readMigrations(MIGRATIONS_FOLDER)
  const then = migrationsOf(from, known, file)
  await engine.withConnection(async (connection) => {
    await refuseWhileUsed(engine, connection)
    const ledger = await appliedMigrations(connection)
    const later = ledger.find((name) => !then.some((migration) => migration.name === name))
    const tables = ledger.length > 0 ? await readTables(connection) : []
    if (!(await isEmpty(connection, tables))) throw new DomainError('transfer.not_empty')
    if (later !== undefined) throw new DomainError('transfer.older', { migration: then.at(-1)?.name ?? '' })
    await migrate(connection, then)
    await insertAll(connection, from, load)
    await migrate(connection, known)
    await connection.run('ANALYZE')
  })
}

/** The migrations that had been applied, as this version knows them. */
function migrationsOf(from: Contents, known: readonly Migration[], file: string): Migration[] {
  return from.migrations.map(({ name, checksum }, index) => {
    const own = known[index]
    if (!own || (own.name < name && known.every((migration) => migration.name !== name)))
      throw new DomainError('transfer.newer', { name: file })
    if (own.name !== name || own.checksum !== checksum)
      throw new DomainError('transfer.other_history', { migration: name })
    return own
  })
}

/** @throws DomainError `transfer.other_version` where other migrations were applied than this version has */
export function refuseOther(applied: Contents['migrations']): void {
  const known = readMigrations(MIGRATIONS_FOLDER)
  const same = applied.length === known.length && applied.every(({ name }, index) => known[index]?.name === name)
  if (!same) throw new DomainError('transfer.other_version')
}

/** The migrator's own lock is held to the end: a bot that starts meanwhile waits. */
async function refuseWhileUsed(engine: Engine, connection: SqlConnection): Promise<void> {
  if (engine.kind === 'pglite') return
  await connection.query('SELECT pg_advisory_lock(72707369)')
  const [row] = await connection.query(
    `SELECT count(*)::int AS "count" FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()`,
  )
  if (row?.count !== 0) throw new DomainError('transfer.bot_runs')
}

async function appliedMigrations(connection: SqlConnection): Promise<string[]> {
  const [row] = await connection.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "there"`)
  if (row?.there !== true) return []
  const rows = await connection.query(
    `SELECT migration_name AS "name" FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  )
  return rows.map(({ name }) => String(name))
}

async function insertAll(connection: SqlConnection, from: Contents, load: Load): Promise<void> {
  const tables = await readTables(connection)
  await connection.run('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0')
  try {
    await load(async (name, rows) => {
      const { table, columns, count } = fitting(tables, from, name)
      const inserted = await insertRows(connection, table, columns, rows)
      if (inserted !== count) throw new DomainError('transfer.broken')
    })
    await setCounters(connection, tables, from.counters)
    await doubtUnsent(connection)
    await connection.run('COMMIT')
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined)
    if (error instanceof DomainError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('transfer.refused', { reason })
  }
}

/** Names of tables and columns come from the database alone: what a file names is only compared with them. */
function fitting(tables: readonly Table[], from: Contents, name: string) {
  const table = tables.find((one) => one.name === name)
  const described = from.tables.find((one) => one.name === name)
  const columns = table?.columns.filter((column) => described?.columns.includes(column))
  if (!table || !described || columns?.length !== described.columns.length)
    throw new DomainError('transfer.refused', { reason: name })
  return { table, columns, count: described.rows }
}
