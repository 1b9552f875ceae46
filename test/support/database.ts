import { openAsBlob } from 'node:fs'
import { beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase, prepare } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import { createDatabase } from './postgres-server.ts'

/**
 * Describes the same behaviour on each database of the run: on PGlite in memory, and on PostgreSQL where there is one. Each
 * has a migrated database, empty before every test. `define` gets a function for use inside hooks and tests.
 */
export function describeOnEachDatabase(name: string, define: (database: () => Database) => void): void {
  describeOnPGlite(name, define)
  describeOnPostgres(name, define)
}

/** Like `describeOnEachDatabase`, on PGlite alone. */
function describeOnPGlite(name: string, define: (database: () => Database) => void): void {
  describe(`${name} (PGlite)`, () => {
    define(useDatabase('pglite', openImage))
  })
}

/** Like `describeOnEachDatabase`, on PostgreSQL alone: for races, which PGlite's one connection hides. */
export function describeOnPostgres(name: string, define: (database: () => Database) => void): void {
  const server = inject('postgresUrl')
  if (server === null) return
  describe(`${name} (PostgreSQL)`, () => {
    define(useDatabase('postgresql', async () =>
      openDatabase({ url: (await createDatabase(server)).url, dataDir: null }),
    ))
  })
}

/** A migrated, empty database in memory, for a test that makes do with PGlite. The caller closes it. */
export async function openImage(): Promise<Database> {
  return prepare(await openEmbedded(null, await openAsBlob(inject('embeddedImage'))))
}

/** The databases of this worker, which all its files share: opening one takes longer than most of what is tried on it. */
const shared = new Map<Database['kind'], Database>()

function useDatabase(kind: Database['kind'], open: () => Promise<Database>): () => Database {
  const database = () => {
    const opened = shared.get(kind)
    if (!opened) throw new Error('The database is there in hooks and tests only')
    return opened
  }
  beforeAll(async () => {
    if (!shared.has(kind)) shared.set(kind, await open())
  })
  beforeEach(() => emptyTables(database()))
  return database
}

/**
 * Empties every table and restarts the ids; deleting takes a fraction of truncating so many small tables. Triggers are off
 * meanwhile, or the audit would refuse.
 */
async function emptyTables(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`
      DO $$ DECLARE found record; BEGIN
        FOR found IN SELECT format('%I', tablename) AS name FROM pg_tables
                      WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' LOOP
          EXECUTE 'DELETE FROM ' || found.name;
        END LOOP;
        FOR found IN SELECT format('%I', sequencename) AS name FROM pg_sequences WHERE schemaname = current_schema() LOOP
          PERFORM setval(found.name::regclass, 1, false);
        END LOOP;
      END $$`
  })
}
