import type { SqlConnection } from '../engine.ts'
import { columnList, type Table } from './tables.ts'

// How much is inserted at a time.
const INSERT_CHARACTERS = 1_000_000
const INSERT_ROWS = 1000

/** Whether no table holds a row. */
export async function isEmpty(connection: SqlConnection, tables: readonly Table[]): Promise<boolean> {
  const any = tables.map(({ name }) => `EXISTS (SELECT FROM "${name}")`).join(' OR ')
  const [row] = await connection.query(`SELECT ${any || 'false'} AS "any"`)
  return row?.any === false
}

/**
 * Inserts rows, given as JSON objects as they were read; columns left out take their defaults. Returns how many.
 * @throws whatever the database refuses: a value that is none of its column's type, a row that refers to none
 */
export async function insertRows(
  connection: SqlConnection,
  table: Table,
  columns: readonly string[],
  rows: AsyncIterable<string>,
): Promise<number> {
  // PostgreSQL reads the JSON itself: numbers, instants and files never pass through JavaScript's own.
  const insert = `INSERT INTO "${table.name}" (${columnList(columns)})
    SELECT ${columnList(columns)} FROM json_populate_recordset(NULL::"${table.name}", $1::json)`
  let batch: string[] = []
  let characters = 0
  let inserted = 0
  const flush = async () => {
    if (batch.length > 0) await connection.query(insert, [`[${batch.join(',')}]`])
    inserted += batch.length
    batch = []
    characters = 0
  }
  for await (const row of rows) {
    batch.push(row)
    characters += row.length
    if (characters >= INSERT_CHARACTERS || batch.length >= INSERT_ROWS) await flush()
  }
  await flush()
  return inserted
}

/** Lets the counters go on from where they were; see `Snapshot`. */
export async function setCounters(
  connection: SqlConnection,
  tables: readonly Table[],
  counters: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const { name, counter } of tables) {
    const at = counters[name]
    if (counter && at) await connection.query('SELECT setval($1::regclass, $2::bigint, true)', [counter.sequence, at])
  }
}

/**
 * Lets messages that were waiting be looked for in Slack before they are sent: since the rows were read, another process
 * may have sent them.
 */
export async function doubtUnsent(connection: SqlConnection): Promise<void> {
  await connection.run(
    `UPDATE "Delivery" SET "state" = 'unknown', "leasedUntil" = NULL WHERE "state" IN ('pending', 'sending')`,
  )
}
