import { setImmediate as turn } from 'node:timers/promises'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { SqlDriverAdapterFactory } from '@prisma/client/runtime/client'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/**
 * Prisma's adapter for PGlite, with a commit that fails when the commit failed: the adapter by itself swallows the error
 * of COMMIT (a full disk, a deferred constraint, a transaction whose failed statement was overlooked) and reports success.
 * Before each statement what came in meanwhile has its turn: statements run in this thread, one after the other without an end
 * as long as there is work, and Slack waits three seconds for its acknowledgement.
 */
export function embeddedAdapter(pglite: PGlite): SqlDriverAdapterFactory {
  const failures = new WeakMap<object, unknown>()
  const observed = new Proxy(pglite, {
    get(target, property) {
      if (property === 'transaction') return transaction
      if (property === 'query') return takingTurns(target)
      const value = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const transaction: PGlite['transaction'] = async (work) => {
    let inner: object | undefined
    try {
      return await pglite.transaction((tx) => {
        inner = tx
        return work(Object.assign(tx, { query: takingTurns(tx) }))
      })
    } catch (error) {
      if (inner) failures.set(inner, error)
      throw error
    }
  }
  const factory = new PrismaPGlite(observed)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolation) => {
        const tx = await start(isolation)
        const commit = tx.commit.bind(tx)
        tx.commit = async () => {
          await commit()
          const failure = failures.get((tx as typeof tx & { client: object }).client)
          if (failure !== undefined) throw failure
        }
        return tx
      }
      return adapter
    },
  }
}

function takingTurns(client: PGlite | Transaction): PGlite['query'] {
  const query = client.query.bind(client)
  return async (...given) => {
    await turn()
    return query(...given)
  }
}
