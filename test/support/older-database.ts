import { inject } from 'vitest'
import { type Database, prepare } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { Engine } from '../../src/db/engine.ts'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/db/migrator.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { createDatabase } from './postgres-server.ts'

type Open = () => Promise<Engine>

const serverUrl = inject('postgresUrl')

/** The engines that migrations of data are tested on, by name: an empty database each. */
export const engines: [string, Open][] = [['PGlite', () => openEmbedded(null)]]
if (serverUrl)
  engines.push([
    'PostgreSQL',
    async () => {
      const { url, drop } = await createDatabase(serverUrl)
      return { ...openPostgres(url), close: drop }
    },
  ])

/** A database as the first `count` migrations left it, holding what `rows` inserts, opened by this version. */
export async function openOlder(open: Open, count: number, rows: string): Promise<Database> {
  const engine = await open()
  await engine.withConnection(async (connection) => {
    await migrate(connection, readMigrations(MIGRATIONS_FOLDER).slice(0, count))
    await connection.run(rows)
  })
  return prepare(engine)
}
