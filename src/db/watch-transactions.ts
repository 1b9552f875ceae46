import type { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/client/runtime/client'

/** The connection to PostgreSQL broke, could not be made, or fell silent. */
export class LostConnectionError extends Error {
  override readonly name = 'LostConnectionError'
}

/**
 * The adapter with transactions that say what happened to them. PostgreSQL answers COMMIT with a rollback, and no error, when a
 * statement of the transaction had failed and the error was overlooked: then the commit must not look like one. A broken
 * connection is told apart from a refused statement. And statements that are asked for at once go one after the other, as the
 * protocol has it, and as the driver will soon insist on.
 */
export function watchTransactions(factory: PrismaPg): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolation) => watch(await start(isolation).catch(refuse))
      return adapter
    },
  }
}

type PgTransaction = Awaited<ReturnType<Awaited<ReturnType<PrismaPg['connect']>>['startTransaction']>>

function watch(tx: PgTransaction): PgTransaction {
  const { queryRaw, executeRaw, rollbackToSavepoint } = tx
  let failure: unknown = null
  let last: Promise<unknown> = Promise.resolve()
  const noting = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => {
    return (...args: A): Promise<R> => {
      const answer = last
        .then(() => ask.apply(tx, args))
        .catch((error: unknown) => {
          failure = error
          return refuse(error, tx)
        })
      last = answer.catch(() => undefined)
      return answer
    }
  }
  tx.queryRaw = noting(queryRaw)
  const execute = noting(executeRaw)
  tx.executeRaw = async (query) => {
    const result = await execute(query)
    if (query.sql === 'COMMIT' && failure !== null) throw failure
    return result
  }
  tx.rollbackToSavepoint = async (name) => {
    await rollbackToSavepoint?.call(tx, name)
    failure = null
  }
  return tx
}

/** The adapter wraps what the server said; whatever else is thrown is about the connection, which is of no more use. */
function refuse(error: unknown, tx?: PgTransaction): never {
  if (error instanceof Error && error.name === 'DriverAdapterError') throw error
  const client: unknown = tx && Reflect.get(tx, 'client')
  if (isWired(client)) client.connection.stream.destroy()
  throw new LostConnectionError('The connection to PostgreSQL was lost', { cause: error })
}

type Wired = { connection: { stream: { destroy(): void } } }

function isWired(client: unknown): client is Wired {
  return typeof client === 'object' && client !== null && 'connection' in client
}
