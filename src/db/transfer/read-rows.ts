import { DomainError } from '../../domain/errors.ts'
import type { Engine, SqlConnection } from '../engine.ts'
import { columnList, ofWorkspace, readTables, type Table } from './tables.ts'

/** Which columns of a table's rows, and of which workspace alone. */
type Choice = { columns?: readonly string[]; workspaceId?: string }

/** Everything in a database as it was at one instant. */
export type Snapshot = {
  tables: readonly Table[]
  /** Names and checksums of the migrations that made the tables, the first first. */
  migrations: { name: string; checksum: string }[]
  /** How far each counter has counted, by its table; null: it has not begun. */
  counters: Record<string, string | null>
  count(table: Table, choice?: Choice): Promise<number>
  /** Rows as JSON objects, one a string, in the order of their key. Values are exactly as PostgreSQL writes them. */
  rows(table: Table, choice?: Choice): AsyncGenerator<string>
  /** The file in a column of the row with this id. */
  file(table: Table, column: string, id: number): Promise<Uint8Array>
}

// How much is fetched at a time: few round trips, and little memory whatever the size of a row.
const FETCH_CHARACTERS = 2_000_000
const FETCH_AT_MOST = 1000

/**
 * Lends everything in a database at one instant: on a server one REPEATABLE READ transaction, beside which others go on
 * writing; on the embedded one nobody else can.
 * @throws DomainError `transfer.never_started`, and what `work` throws
 */
export async function inSnapshot<T>(engine: Engine, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return engine.withConnection(async (connection) => {
    await connection.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      await connection.run(
        'SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL bytea_output = hex',
      )
      return await work(await snapshotOf(connection))
    } finally {
      await connection.run('ROLLBACK')
    }
  })
}

async function snapshotOf(connection: SqlConnection): Promise<Snapshot> {
  const tables = await readTables(connection)
  const filter = (table: Table, { workspaceId }: Choice) =>
    workspaceId === undefined ? '' : ` WHERE ${ofWorkspace(tables, table)}`
  const values = ({ workspaceId }: Choice) => (workspaceId === undefined ? [] : [workspaceId])
  return {
    tables,
    migrations: await readMigrationsApplied(connection),
    counters: await readCounters(connection, tables),
    async count(table, choice = {}) {
      const statement = `SELECT count(*) AS "count" FROM "${table.name}"${filter(table, choice)}`
      const [row] = await connection.query(statement, values(choice))
      return Number(row?.count)
    },
    async *rows(table, choice = {}) {
      const chosen = `SELECT ${columnList(choice.columns ?? table.columns)} FROM "${table.name}"${filter(table, choice)}`
      await connection.query(
        `DECLARE rows NO SCROLL CURSOR FOR
           SELECT row_to_json(r)::text AS line FROM (${chosen} ORDER BY ${columnList(table.key)}) r`,
        values(choice),
      )
      for (let most = table.files.length > 0 ? 1 : 100; ; ) {
        const rows = (await connection.query(`FETCH ${most} FROM rows`)) as { line: string }[]
        if (rows.length === 0) break
        let characters = 0
        for (const { line } of rows) {
          characters += line.length
          yield line
        }
        most = Math.max(1, Math.min(FETCH_AT_MOST, Math.floor((FETCH_CHARACTERS * rows.length) / characters)))
      }
      await connection.run('CLOSE rows')
    },
    async file(table, column, id) {
      const [row] = await connection.query(`SELECT "${column}" AS "file" FROM "${table.name}" WHERE "id" = $1`, [id])
      return row?.file as Uint8Array
    },
  }
}

/** @throws DomainError `transfer.never_started` where no table of ours was ever made */
async function readMigrationsApplied(connection: SqlConnection): Promise<Snapshot['migrations']> {
  const [row] = await connection.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "there"`)
  if (row?.there !== true) throw new DomainError('transfer.never_started')
  const rows = await connection.query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) }))
}

async function readCounters(connection: SqlConnection, tables: readonly Table[]): Promise<Snapshot['counters']> {
  const counters: Snapshot['counters'] = {}
  for (const { name, counter } of tables) {
    if (!counter) continue
    const [row] = await connection.query(
      `SELECT CASE WHEN is_called THEN last_value::text END AS "at" FROM ${counter.sequence}`,
    )
    counters[name] = (row?.at as string | null | undefined) ?? null
  }
  return counters
}
