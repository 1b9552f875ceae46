import type { Database } from '../../src/db/database.ts'

/** How often stores ask the database while something is done with it: what must not grow with the data. */
export async function countCalls(database: Database, act: (counted: Database) => Promise<unknown>): Promise<number> {
  let calls = 0
  const counting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name)
        if (typeof value === 'function') {
          return (...given: unknown[]) => {
            calls += 1
            return Reflect.apply(value, of, given)
          }
        }
        return typeof value === 'object' && value !== null ? counting(value) : value
      },
    })
  await act({ ...database, transaction: (work) => database.transaction((tx) => work(counting(tx))) })
  return calls
}
