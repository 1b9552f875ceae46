import type { Config } from './config.ts'
import type { Database } from './db/database.ts'

/** What became of the settings. */
type Started = {
  version: string
  database: Pick<Database, 'kind' | 'version' | 'migrations'>
  workspaces: readonly { id: string }[]
  url: string | undefined
  monitor: string | undefined
}

/** What the log says once the bot runs: versions, the database, the connection and the settings that are no secret. */
export function describeStart(config: Config, { version, database, workspaces, url, monitor }: Started) {
  const { connection, databaseUrl, dataDir, logLevel } = config
  return {
    version,
    node: process.versions.node,
    database: {
      kind: database.kind,
      version: database.version,
      at: databaseUrl === null ? dataDir : new URL(databaseUrl).host,
      migrated: database.migrations.applied,
    },
    connection: connection.kind === 'sandbox' ? { kind: 'sandbox', url } : describeSlack(connection),
    workspaces: workspaces.map(({ id }) => id),
    monitor: monitor ?? 'off',
    logLevel,
  }
}

function describeSlack({ transport, apiUrl }: Extract<Config['connection'], { kind: 'slack' }>) {
  const { kind } = transport
  return { kind, ...(kind === 'http' ? { host: transport.host, port: transport.port } : {}), apiUrl: apiUrl ?? 'Slack' }
}
