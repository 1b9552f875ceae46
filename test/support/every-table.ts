import type { SqlConnection } from '../../src/db/engine.ts'
import { columnList, readTables, type Table } from '../../src/db/transfer/tables.ts'

type Asking = Pick<SqlConnection, 'query'>

/** Texts that a careless copy would spoil: quotes, line ends, what JSON, COPY and SQL escape, other planes. */
export const hostileText = `"'\\ \n\r\t\\n\\x41 {} [] , ; \u2028 \u200b 武汉 👩‍💻 $1 %s </script> NULL`

/**
 * Puts a row into every table for each of `workspaces`, with a value in every column, so that a table or a column that is new is
 * covered by itself. `text` is what stands in columns of text, and inside lists and JSON.
 */
export async function fillEveryTable(
  connection: Asking,
  workspaces: readonly string[],
  text: (workspaceId: string) => string,
): Promise<void> {
  const tables = await readTables(connection)
  const types = await columnTypes(connection)
  const enums = await enumLabels(connection)
  for (const [at, workspaceId] of workspaces.entries())
    for (const table of tables) {
      const values = []
      for (const column of table.columns) {
        const type = types.get(`${table.name}.${column}`) ?? ''
        values.push(sqlValue({ table, column, type, at, workspaceId, text: text(workspaceId), enums }))
      }
      await connection.query(`INSERT INTO "${table.name}" (${columnList(table.columns)}) VALUES (${values.join(', ')})`)
      if (table.counter) await connection.query(`SELECT setval('${table.counter.sequence}', ${at + 41}, true)::text`)
    }
}

type Wanted = {
  table: Table
  column: string
  type: string
  at: number
  workspaceId: string
  text: string
  enums: Map<string, string[]>
}

function sqlValue({ table, column, type, at, workspaceId, text, enums }: Wanted): string {
  const reference = table.references.find((one) => one.column === column)
  const id = String(at + 1)
  // A pause is of a task or of a period.
  if (table.name === 'Pause' && column === 'periodId') return 'NULL'
  if (reference) return reference.table === 'Workspace' ? quoted(workspaceId) : id
  if (column === 'id') return table.name === 'Workspace' ? quoted(workspaceId) : id
  const words = `${text} ${table.name}.${column} ${at}`
  // The last label: signed minutes, which a trigger guards.
  const label = enums.get(type)?.at(-1)
  if (label) return `'${label}'::${type}`
  const values: Record<string, string> = {
    text: quoted(words),
    'text[]': `ARRAY[${quoted(words)}, ${quoted(text)}, '', NULL]`,
    jsonb: `${quoted(JSON.stringify({ [text]: [text, 12345678901234567890n.toString(), null, { a: 1.1 }] }))}::jsonb`,
    integer: id,
    'integer[]': `ARRAY[${id}, -2147483648]`,
    bigint: `9007199254740993 + ${at}`,
    boolean: String(at % 2 === 0),
    numeric: '-999999999999999999.000001',
    date: "'2024-02-29'",
    'timestamp with time zone': "'2024-06-24T01:00:00.123Z'",
    bytea: `'\\x00ff275c0a${at}0'::bytea`,
  }
  const value = values[type]
  if (!value) throw new Error(`no value for ${table.name}.${column}: ${type}`)
  return value
}

/** Every row of every table, as PostgreSQL writes it. */
export async function dumpTables(connection: Asking): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const { name, key } of await readTables(connection)) {
    const rows = await connection.query(
      `SELECT row_to_json(r)::text AS "line" FROM (SELECT * FROM "${name}" ORDER BY ${columnList(key)}) r`,
    )
    dump[name] = rows.map(({ line }) => String(line))
  }
  return dump
}

async function columnTypes(connection: Asking): Promise<Map<string, string>> {
  const rows = await connection.query(
    `SELECT t.relname || '.' || a.attname AS "name", format_type(a.atttypid, NULL) AS "type"
     FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace`,
  )
  return new Map(rows.map(({ name, type }) => [String(name), String(type)]))
}

async function enumLabels(connection: Asking): Promise<Map<string, string[]>> {
  const rows = await connection.query(
    `SELECT format_type(t.oid, NULL) AS "type", e.enumlabel::text AS "label"
     FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid ORDER BY e.enumsortorder`,
  )
  const labels = new Map<string, string[]>()
  for (const { type, label } of rows) labels.set(String(type), [...(labels.get(String(type)) ?? []), String(label)])
  return labels
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
