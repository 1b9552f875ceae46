import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { diagnose, missingSql } from '../../prisma/schema-engine.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { Engine, SqlConnection } from '../../src/db/engine.ts'
import { MIGRATIONS_FOLDER, type Migration, migrate, readMigrations } from '../../src/db/migrator.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { readTemplate } from '../../src/db/template.ts'
import { createDatabase } from '../support/postgres-server.ts'

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
const first = migration('1_towns', 'CREATE TABLE towns (id int);\nINSERT INTO towns VALUES (1);')
const second = migration('2_names', "ALTER TABLE towns ADD name text DEFAULT 'a;b';")

const serverUrl = inject('postgresUrl')
const engines: [string, () => Promise<Engine>][] = [['PGlite', () => openEmbedded(null)]]
if (serverUrl) engines.push(['PostgreSQL', () => openEmptyPostgres(serverUrl)])

async function openEmptyPostgres(server: string): Promise<Engine> {
  const { url, drop } = await createDatabase(server)
  return { ...openPostgres(url), close: drop }
}

describe.each(engines)('the migrator on %s', (_, open) => {
  let engine: Engine
  beforeEach(async () => {
    engine = await open()
  })
  afterEach(() => engine.close())
  const run = (migrations: Migration[]) => engine.withConnection((connection) => migrate(connection, migrations))
  const ask = (sql: string) => engine.withConnection((connection) => connection.query(sql))

  it('applies what is missing, once and in order', async () => {
    expect(await run([first])).toEqual({ applied: ['1_towns'], unknown: [] })
    expect(await run([first, second])).toEqual({ applied: ['2_names'], unknown: [] })
    expect(await run([first, second])).toEqual({ applied: [], unknown: [] })
    expect(await ask('SELECT * FROM towns')).toEqual([{ id: 1, name: 'a;b' }])
  })

  it('leaves nothing of a migration that fails, and goes on when it is mended', async () => {
    const broken = migration('2_names', 'CREATE TABLE half (id int); SELECT 1 / 0;')
    await expect(run([first, broken])).rejects.toThrow('Migration 2_names failed and was rolled back')
    expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
    expect(await run([first, second])).toEqual({ applied: ['2_names'], unknown: [] })
  })

  it('refuses when an applied migration was edited', async () => {
    await run([first])
    await expect(run([migration('1_towns', 'CREATE TABLE other (id int);')])).rejects.toThrow('1_towns was changed')
  })

  it('runs on the schema of a newer version, and says so', async () => {
    await run([first, second])
    expect(await run([first])).toEqual({ applied: [], unknown: ['2_names'] })
  })

  it('refuses a database where another tool left a failed migration, unless that was rolled back', async () => {
    await run([first])
    await ask(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'y', '2_names')`)
    await expect(run([first, second])).rejects.toThrow('2_names is marked as failed')
    await ask('UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE id = \'x\'')
    expect((await run([first, second])).applied).toEqual(['2_names'])
  })

  it('applies each once when several start together', async () => {
    // On PGlite they share one connection, and so only the server shows that they wait for one another.
    const starters = engine.kind === 'postgresql' ? 4 : 1
    const reports = await Promise.all(Array.from({ length: starters }, () => run([first, second])))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['1_towns', '2_names'])
  })
})

describe('the migrations of the product', () => {
  it('are the same whatever the line ends of the checkout', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-migrations-'))
    try {
      for (const name of ['1_unix', '2_windows']) mkdirSync(join(folder, name))
      writeFileSync(join(folder, '1_unix', 'migration.sql'), 'SELECT 1;\n')
      writeFileSync(join(folder, '2_windows', 'migration.sql'), 'SELECT 1;\r\n')
      writeFileSync(join(folder, 'migration_lock.toml'), '')
      const [unix, windows] = readMigrations(folder)
      expect([unix?.name, windows?.name]).toEqual(['1_unix', '2_windows'])
      expect(windows?.checksum).toBe(unix?.checksum)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('leave a ledger with which Prisma itself agrees', async () => {
    const pglite = await PGlite.create({ loadDataDir: new Blob([readTemplate()]) })
    const connection: SqlConnection = {
      run: async (script) => void (await pglite.exec(script)),
      query: async (statement, parameters = []) =>
        (await pglite.query<Record<string, unknown>>(statement, [...parameters])).rows,
    }
    await migrate(connection, readMigrations(MIGRATIONS_FOLDER))
    const agreed = { editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null }
    expect(await diagnose(pglite, MIGRATIONS_FOLDER)).toEqual(agreed)
    await pglite.exec(
      `UPDATE "_prisma_migrations" SET checksum = repeat('0', 64) WHERE migration_name LIKE '%_initial'`,
    )
    const edited = await diagnose(pglite, MIGRATIONS_FOLDER)
    expect(edited.editedMigrationNames).toEqual(['20240101000000_initial'])
    await pglite.close()
  })

  it('are found wanting where they do not lead to the schema', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-migrations-'))
    try {
      expect(await missingSql(folder)).toContain('CREATE TABLE "AuditEvent"')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
