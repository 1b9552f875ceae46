import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { createDatabase } from '../support/postgres-server.ts'
import { findServerPrograms, startCluster } from './cluster.ts'

const refusedMs = 500

/** The database that the bots work on. */
export type Storage = {
  name: string
  /** What the bots are told of it. */
  env: Record<string, string>
  /** Opened by the harness; on the embedded database no bot may run meanwhile. */
  open(): Promise<Database>
  /** Takes the database from under the bots and brings it back; null where it lives and dies with the bot. */
  crash: (() => Promise<void>) | null
  close(): Promise<void>
}

/** The embedded database, in a folder. */
export function embeddedStorage(folder: string): Storage {
  return {
    name: 'PGlite',
    env: {},
    open: () => openDatabase({ url: null, dataDir: join(folder, 'data', 'database') }),
    crash: null,
    close: async () => undefined,
  }
}

/**
 * PostgreSQL: a database of our own on a named server, whose connections are cut and refused for a while; without one a
 * server of our own, which is restarted without warning.
 */
export async function postgresStorage(folder: string, named: string | null): Promise<Storage> {
  if (named !== null) return namedServer(named)
  const programs = findServerPrograms()
  if (programs === null)
    throw new Error('No PostgreSQL is installed here: name a server with --database postgresql://user@host/database')
  const { url, crash, stop } = await startCluster(programs, join(folder, 'cluster'))
  return { name: 'PostgreSQL (a server of its own, restarted)', ...at(url), crash, close: stop }
}

async function namedServer(server: string): Promise<Storage> {
  const { url, drop } = await createDatabase(server)
  const name = new URL(url).pathname.slice(1)
  const crash = async () => {
    await ask(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await ask(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    await wait(refusedMs)
    await ask(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  }
  return { name: 'PostgreSQL (the server named, connections cut and refused)', ...at(url), crash, close: drop }
}

function at(url: string): Pick<Storage, 'env' | 'open'> {
  return { env: { DATABASE_URL: url }, open: () => openDatabase({ url, dataDir: null }) }
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
