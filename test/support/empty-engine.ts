import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { Engine } from '../../src/db/engine.ts'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/db/migrator.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { createDatabase } from './postgres-server.ts'

/** An embedded database in memory, migrated and empty. */
export async function emptyEmbedded(): Promise<Engine> {
  return openEmbedded(null, await openAsBlob(inject('embeddedImage')))
}

/** A PostgreSQL database, of which closing drops it: bare, or with the first `migrations`. Null where there is no server. */
export async function emptyPostgres(migrations = 0): Promise<(Engine & { url: string }) | null> {
  const server = inject('postgresUrl')
  if (server === null) return null
  const { url, drop } = await createDatabase(server)
  const engine = { ...openPostgres(url), url, close: drop }
  if (migrations > 0)
    await engine.withConnection((connection) =>
      migrate(connection, readMigrations(MIGRATIONS_FOLDER).slice(0, migrations)),
    )
  return engine
}
