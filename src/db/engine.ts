import type { SqlDriverAdapterFactory } from '@prisma/client/runtime/client'

/** SQL through the driver itself, on one connection: several statements at once, or one with parameters. */
export type SqlConnection = {
  run(script: string): Promise<void>
  query(statement: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>
}

/** A PostgreSQL, in this process or elsewhere, that Prisma can be laid on. */
export type Engine = {
  readonly kind: 'pglite' | 'postgresql'
  readonly adapter: SqlDriverAdapterFactory
  /** Lends a connection outside Prisma: for migrations and checks. */
  withConnection<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T>
  /**
   * Copies the data folder as it stands, as a crash would leave it; statements wait meanwhile. Only where the database is a
   * folder of this process.
   */
  copyTo?(folder: string): Promise<void>
  close(): Promise<void>
}
