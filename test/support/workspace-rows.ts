import { createHash } from 'node:crypto'
import type { Database } from '../../src/db/database.ts'

type Reference = { table: string; column: string; parent: string; key: string }
type Columns = { table: string; columns: string[] }

/**
 * The rows that are a workspace's, in every table: those that name it or a plan of its, and those that refer to such rows,
 * as the database's own foreign keys tell. A new table is covered by itself. Gives a hash of each table's rows.
 */
export async function hashRows(database: Database, workspaceId: string): Promise<Record<string, string>> {
  const conditions = await ownership(database, workspaceId)
  const hashes: Record<string, string> = {}
  for (const [table, condition] of conditions) {
    const rows = await database.client.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${table}" t WHERE ${condition} ORDER BY 1`,
    )
    hashes[table] = `${rows.length} ${createHash('sha256')
      .update(rows.map(({ row }) => row).join('\n'))
      .digest('hex')}`
  }
  return hashes
}

async function ownership(database: Database, workspaceId: string): Promise<Map<string, string>> {
  const tables = await database.client.$queryRaw<Columns[]>`
    SELECT table_name::text AS "table", array_agg(column_name::text) AS "columns" FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations' GROUP BY table_name`
  const references = await database.client.$queryRaw<Reference[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column", c.confrelid::regclass::text AS "parent",
           f.attname::text AS "key"
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
    WHERE c.contype = 'f'`
  const conditions = new Map<string, string>()
  const conditionOf = (table: string, path: readonly string[]): string => {
    const known = conditions.get(table)
    if (known) return known
    const columns = tables.find((one) => one.table === table)?.columns ?? []
    const own = table === 'Workspace' ? ['"id"'] : columns.includes('workspaceId') ? ['"workspaceId"'] : []
    if (own.length > 0) return `${own[0]} = '${workspaceId}'`
    const parents = references
      .map((one) => ({ ...one, table: one.table.replaceAll('"', ''), parent: one.parent.replaceAll('"', '') }))
      .filter((one) => one.table === table && one.parent !== table && !path.includes(one.parent))
      .map(({ column, parent, key }) => {
        return `"${column}" IN (SELECT "${key}" FROM "${parent}" WHERE ${conditionOf(parent, [...path, table])})`
      })
    if (parents.length === 0) throw new Error(`whose are the rows of ${table}?`)
    return parents.join(' OR ')
  }
  for (const { table } of tables) conditions.set(table, conditionOf(table, []))
  return conditions
}

/** Keeps every row as it is now; the answer puts them back. */
export async function keepRows(database: Database): Promise<() => Promise<void>> {
  const tables = await database.client.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`
  await database.client.$executeRawUnsafe('CREATE SCHEMA kept')
  for (const { name } of tables)
    await database.client.$executeRawUnsafe(`CREATE TABLE kept."${name}" AS TABLE "${name}"`)
  return () =>
    database.transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      for (const { name } of tables) {
        await tx.$executeRawUnsafe(`DELETE FROM "${name}"`)
        await tx.$executeRawUnsafe(`INSERT INTO "${name}" SELECT * FROM kept."${name}"`)
      }
    })
}
