import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/db/migrator.ts'
import { readTemplate } from '../../src/db/template.ts'
import { dropLeftovers, findServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** File with a migrated, empty PGlite data folder as tar: the tests' databases start from it. */
    embeddedImage: string
    /** URL of the PostgreSQL server to make test databases on; null where none answers. */
    postgresUrl: string | null
  }
}

/** Prepares the databases of a test run, and says aloud which it covers. In CI a run without PostgreSQL fails. */
export default async function setup(project: TestProject) {
  const server = await findServer(process.env.TEST_DATABASE_URL)
  const folder = mkdtempSync(join(tmpdir(), 'liaison-tests-'))
  const image = join(folder, 'migrated.tar')
  const version = await writeMigratedImage(image)
  const servers = server ? `PostgreSQL ${server.version}` : 'no other: no PostgreSQL server answered'
  process.stdout.write(`databases covered: PGlite (PostgreSQL ${version}), ${servers}\n`)
  if (server === null && process.env.CI === 'true')
    throw new Error('In CI the tests must cover PostgreSQL: start it on 127.0.0.1:5432, or set TEST_DATABASE_URL')
  // The workers inherit it, so that what they leave can be told from what another run works on.
  process.env.TEST_RUN = randomBytes(4).toString('hex')
  if (server) await dropLeftovers(server.url)
  project.provide('embeddedImage', image)
  project.provide('postgresUrl', server?.url ?? null)
  return async () => {
    rmSync(folder, { recursive: true })
    if (server) await dropLeftovers(server.url)
  }
}

async function writeMigratedImage(path: string): Promise<string> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([readTemplate()]) })
  await migrate(
    {
      run: async (script) => void (await pglite.exec(script)),
      query: async (statement, parameters = []) =>
        (await pglite.query<Record<string, unknown>>(statement, [...parameters])).rows,
    },
    readMigrations(MIGRATIONS_FOLDER),
  )
  await pglite.exec('CHECKPOINT')
  const { rows } = await pglite.query<{ server_version: string }>('SHOW server_version')
  writeFileSync(path, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await pglite.close()
  return rows[0]?.server_version.split(' ')[0] ?? '?'
}
