import type { Engine } from '../../src/db/engine.ts'

/** An engine that notes how the database would answer each question asked in a transaction, and those plans as text. */
export function explaining(engine: Engine): { engine: Engine; takePlans: () => string } {
  const lines: string[] = []
  const adapter: Engine['adapter'] = {
    ...{ provider: engine.adapter.provider, adapterName: engine.adapter.adapterName },
    async connect() {
      const connected = await engine.adapter.connect()
      const start = connected.startTransaction.bind(connected)
      connected.startTransaction = async (isolation) => {
        const tx = await start(isolation)
        const ask = tx.queryRaw.bind(tx)
        tx.queryRaw = async (query) => {
          if (/^\s*(SELECT|WITH)\b/.test(query.sql)) {
            const { rows } = await ask({ ...query, sql: `EXPLAIN ${query.sql}` })
            lines.push(...rows.map(([line]) => String(line)))
          }
          return ask(query)
        }
        return tx
      }
      return connected
    },
  }
  return { engine: { ...engine, adapter }, takePlans: () => lines.splice(0).join('\n') }
}
