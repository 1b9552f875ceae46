import type { Database } from '../../src/db/database.ts'

/** Where a process dies: at which of its transactions, and whether that was committed before. */
export type KillPoint = { transaction: number; committed: boolean }

/** A database as a process sees it that dies at a point: from then on nothing works, and nothing more is changed. */
export function mortalDatabase(database: Database, kill: KillPoint | null): Database {
  let begun = 0
  let dead = false
  const killed = () => new Error('the process was killed')
  return {
    ...database,
    async transaction(work) {
      if (dead) throw killed()
      begun += 1
      const last = begun === kill?.transaction
      const result = await database.transaction(async (tx) => {
        const done = await work(tx)
        if (last && !kill?.committed) {
          dead = true
          throw killed()
        }
        return done
      })
      if (last) {
        dead = true
        throw killed()
      }
      return result
    },
  }
}
