import type { SqlConnection } from '../engine.ts'

/** A column that refers to a row of another table, or of none where it is `optional`. */
type Reference = { column: string; table: string; target: string; optional: boolean }

/** A table of the product as the database itself describes it. */
export type Table = {
  name: string
  columns: string[]
  /** Columns of text, lists of text and JSON: where a person's id may stand. */
  texts: { name: string; type: 'text' | 'text[]' | 'jsonb' }[]
  /** Columns that hold files; their rows are large. */
  files: string[]
  key: string[]
  references: Reference[]
  /** The column that counts up, with the name of its sequence. */
  counter: { column: string; sequence: string } | null
}

const COLUMNS = `
  SELECT t.relname::text AS "table", a.attname::text AS "column", format_type(a.atttypid, NULL) AS "type",
         pg_get_serial_sequence(quote_ident(t.relname), a.attname) AS "sequence",
         array_position(i.indkey::int2[], a.attnum) AS "keyPlace"
  FROM pg_class t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
  WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'
  ORDER BY t.relname, a.attnum`

const REFERENCES = `
  SELECT child.relname::text AS "table", a.attname::text AS "column", NOT a.attnotnull AS "optional",
         parent.relname::text AS "parent", b.attname::text AS "target"
  FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
  WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
  ORDER BY child.relname, a.attnum`

type ColumnRow = { table: string; column: string; type: string; sequence: string | null; keyPlace: number | null }
type ReferenceRow = { table: string; column: string; optional: boolean; parent: string; target: string }

/** Every table, those that others refer to before the others: rows can be inserted in this order, and deleted in the reverse. */
export async function readTables(connection: Pick<SqlConnection, 'query'>): Promise<Table[]> {
  const columns = (await connection.query(COLUMNS)) as ColumnRow[]
  const references = (await connection.query(REFERENCES)) as ReferenceRow[]
  const names = [...new Set(columns.map(({ table }) => table))]
  return inOrder(
    names.map((name) => {
      const own = columns.filter(({ table }) => table === name)
      const counter = own.find(({ sequence }) => sequence !== null)
      return {
        name,
        columns: own.map(({ column }) => column),
        texts: own.flatMap(({ column, type }) =>
          type === 'text' || type === 'text[]' || type === 'jsonb' ? [{ name: column, type }] : [],
        ),
        files: own.filter(({ type }) => type === 'bytea').map(({ column }) => column),
        key: own
          .filter(({ keyPlace }) => keyPlace !== null)
          .sort((a, b) => Number(a.keyPlace) - Number(b.keyPlace))
          .map(({ column }) => column),
        references: references
          .filter(({ table }) => table === name)
          .map(({ column, parent, target, optional }) => ({ column, table: parent, target, optional })),
        counter: counter?.sequence ? { column: counter.column, sequence: counter.sequence } : null,
      }
    }),
  )
}

function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ name, references }) =>
      references.every(({ table }) => table === name || ![...waiting].some((other) => other.name === table)),
    )
    if (ready.length === 0) throw new Error('the tables refer to each other in a circle')
    for (const table of ready) {
      ordered.push(table)
      waiting.delete(table)
    }
  }
  return ordered
}

/** SQL that holds for the rows of one workspace, whose id is `$1`: by way of what they must refer to. */
export function ofWorkspace(tables: readonly Table[], table: Table): string {
  const path = pathToWorkspace(tables, table, new Set())
  if (path === null) throw new Error(`${table.name} belongs to no workspace`)
  return path
}

function pathToWorkspace(tables: readonly Table[], table: Table, seen: ReadonlySet<string>): string | null {
  if (table.name === 'Workspace') return `"id" = $1`
  const paths = table.references
    .filter(({ optional, table: parent }) => !optional && !seen.has(parent))
    .flatMap(({ column, table: parent, target }) => {
      const found = tables.find(({ name }) => name === parent)
      if (parent === 'Workspace') return [`"${column}" = $1`]
      const inner = found && pathToWorkspace(tables, found, new Set([...seen, table.name]))
      return inner ? [`"${column}" IN (SELECT "${target}" FROM "${parent}" WHERE ${inner})`] : []
    })
  return paths.sort((a, b) => a.length - b.length)[0] ?? null
}

/** Names as SQL writes a list of columns. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}
