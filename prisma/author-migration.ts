/**
 * Writes the migration from `prisma/migrations` to `prisma/schema.prisma`, without a database server or Prisma's binary:
 *   npm run migration -- NAME        writes prisma/migrations/<time>_NAME/migration.sql, to be read and completed by hand
 *   npm run migration -- --initial   writes the first migration anew; only before the first release, for data
 *                                    folders that have the old one are refused (delete them)
 *   npm run -s migration:check       fails when schema and migrations differ
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MIGRATIONS_FOLDER } from '../src/db/migrator.ts'
import { missingSql, wholeSql } from './schema-engine.ts'

const INITIAL = '20240101000000_initial'
const LOCKFILE = '# Prisma reads this file: the kind of database the migrations are for.\nprovider = "postgresql"\n'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, initial: { type: 'boolean' } },
})
process.exitCode = await run()

async function run(): Promise<number> {
  if (values.check) {
    const sql = await missingSql(MIGRATIONS_FOLDER)
    if (sql === null) return 0
    return fail(
      `prisma/schema.prisma and prisma/migrations differ. Write the migration: npm run migration -- NAME\n${sql}`,
    )
  }
  const name = values.initial ? INITIAL : newName(positionals[0] ?? '')
  if (name === null) return fail('Name the migration in small letters, digits and _: npm run migration -- add_slips')
  const sql = values.initial ? await wholeSql() : await missingSql(MIGRATIONS_FOLDER)
  if (sql === null) return fail('Nothing to do: the migrations already lead to prisma/schema.prisma.')
  mkdirSync(join(MIGRATIONS_FOLDER, name), { recursive: true })
  writeFileSync(join(MIGRATIONS_FOLDER, name, 'migration.sql'), sql)
  writeFileSync(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), LOCKFILE)
  process.stdout.write(`prisma/migrations/${name}/migration.sql\n`)
  return 0
}

function newName(given: string): string | null {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(given)) return null
  return `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${given}`
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
