import { type Database, prepare } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { SqlConnection } from '../../src/db/engine.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { createDatabase, findServer } from '../support/postgres-server.ts'
import type { Finding } from './measure.ts'

/** A migrated, empty database, and a connection to it past Prisma. `name` as the findings call it. */
export type BenchDatabase = { name: string; database: Database; connection: SqlConnection }

type OnDatabase = (work: (on: BenchDatabase) => Promise<Finding[]>) => Promise<Finding[]>

/** Does something on a fresh embedded database in memory, then on a fresh one of the PostgreSQL server where one answers. */
export async function onEachDatabase(work: (on: BenchDatabase) => Promise<Finding[]>): Promise<Finding[]> {
  return [...(await onEmbedded(work)), ...(await onServer(work))]
}

/** As {@link onEachDatabase}, with two fresh databases of the same kind beside one another. */
export async function onPairs(
  work: (one: BenchDatabase, other: BenchDatabase) => Promise<Finding[]>,
): Promise<Finding[]> {
  const pair = (on: OnDatabase) => on((one) => on((other) => work(one, other)))
  return [...(await pair(onEmbedded)), ...(await pair(onServer))]
}

async function onEmbedded(work: (on: BenchDatabase) => Promise<Finding[]>): Promise<Finding[]> {
  const engine = await openEmbedded(null)
  const database = await prepare(engine)
  try {
    return await engine.withConnection((connection) => work({ name: 'embedded', database, connection }))
  } finally {
    await database.close()
  }
}

async function onServer(work: (on: BenchDatabase) => Promise<Finding[]>): Promise<Finding[]> {
  const server = await findServer(process.env.TEST_DATABASE_URL)
  if (!server) return []
  const { url, drop } = await createDatabase(server.url)
  try {
    const engine = openPostgres(url)
    const database = await prepare(engine)
    try {
      return await engine.withConnection((connection) => work({ name: 'server', database, connection }))
    } finally {
      await database.close()
    }
  } finally {
    await drop()
  }
}
