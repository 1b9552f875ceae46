import { randomBytes } from 'node:crypto'
import pg from 'pg'

const LOCAL = 'postgresql://postgres@127.0.0.1:5432/postgres'
const PREFIX = 'liaison_test_'
const HOUR_S = 3600

/** A PostgreSQL server for tests; the URL's user may create databases. */
export type TestServer = { url: string; version: string }

/**
 * The server of TEST_DATABASE_URL, else the one on this machine; null when the latter does not answer.
 * @throws when a server was named and does not answer
 */
export async function findServer(named: string | undefined): Promise<TestServer | null> {
  const url = named || LOCAL
  try {
    const version = await onServer(url, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
      return rows[0]?.server_version.split(' ')[0] ?? '?'
    })
    return { url, version }
  } catch (cause) {
    if (named) throw new Error('TEST_DATABASE_URL is set, but no PostgreSQL answers there', { cause })
    return null
  }
}

/** Makes an empty database; `drop` removes it, whoever is connected. */
export async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  // The time is in the name because PostgreSQL does not keep it.
  const name = `${PREFIX}${Math.floor(Date.now() / 1000)}_${process.env.TEST_RUN ?? ''}${randomBytes(5).toString('hex')}`
  await onServer(serverUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name}`)
    // What a test writes need not outlive the server; waiting for the disk is most of a small transaction.
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`)
  })
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => dropDatabase(serverUrl, name) }
}

/** Drops what this run (its name in TEST_RUN) made, and what runs that died more than an hour ago left behind. */
export async function dropLeftovers(serverUrl: string): Promise<void> {
  const names = await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [PREFIX],
    )
    return rows.map(({ datname }) => datname)
  })
  const limit = Date.now() / 1000 - HOUR_S
  for (const name of names) {
    const [, made = '', rest = ''] = /^liaison_test_(\d+)_([0-9a-f]+)$/.exec(name) ?? []
    const ours = process.env.TEST_RUN && rest.startsWith(process.env.TEST_RUN)
    if (ours || (made && Number(made) < limit)) await dropDatabase(serverUrl, name)
  }
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
