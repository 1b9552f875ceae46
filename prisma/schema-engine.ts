import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { type DiffTarget, type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { readMigrations } from '../src/db/migrator.ts'
import { readTemplate } from '../src/db/template.ts'

const SCHEMA = join(import.meta.dirname, 'schema.prisma')
const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] }

/** The migrations of a folder as Prisma's schema engine takes them. */
function migrationList(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/**
 * The SQL that leads to `schema.prisma` from the migrations of a folder, or null when they already lead there. They are
 * replayed on a database in memory. What Prisma cannot express (triggers, functions) is not compared.
 */
export async function missingSql(folder: string): Promise<string | null> {
  return diffToSchema({ tag: 'migrations', ...migrationList(folder) })
}

/** The SQL that makes all of `schema.prisma` in an empty database. */
export async function wholeSql(): Promise<string | null> {
  return diffToSchema({ tag: 'empty' })
}

async function diffToSchema(from: DiffTarget): Promise<string | null> {
  const shadow = await PGlite.create({ loadDataDir: new Blob([readTemplate()]) })
  try {
    const engine = await startEngine(shadow)
    const { exitCode, stdout } = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }] },
      script: true,
      exitCode: true,
      filters: NOTHING_EXTERNAL,
    })
    return exitCode === 0 ? null : stdout
  } finally {
    await shadow.close()
  }
}

/** What Prisma itself makes of a migrated database: both lists are empty when its ledger agrees with the folder. */
export async function diagnose(database: PGlite, folder: string) {
  const engine = await startEngine(database)
  return engine.diagnoseMigrationHistory({
    migrationsList: migrationList(folder),
    optInToShadowDatabase: false,
    filters: NOTHING_EXTERNAL,
  })
}

async function startEngine(database: PGlite): Promise<SchemaEngine> {
  const schema: [string, string] = [SCHEMA, readFileSync(SCHEMA, 'utf8')]
  return SchemaEngine.new(
    { datamodels: [schema] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFor(database)),
  )
}

/** The ready adapter does not wait for a script, nor for its error; here both are needed. */
function adapterFor(database: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(database)
  const connect = async () => {
    const adapter = await factory.connect()
    adapter.executeScript = async (script) => void (await database.exec(script))
    return adapter
  }
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect }
}
