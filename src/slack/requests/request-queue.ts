/** Too many requests wait already; this one was not begun. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

/** Lets requests work a few at a time, those of one person one after the other in the order they came. */
export type RequestQueue = {
  /** Runs `work` when its turn comes. @throws QueueFullError at once where too many wait, else what `work` throws */
  run<T>(person: string, work: () => Promise<T>): Promise<T>
}

type Waiting = { person: string; begin: () => Promise<void> }

/**
 * `atOnce`: fewer than the database has connections, so that the schedule and the outbox get theirs. `each`: more than anybody
 * clicks while they wait.
 */
const usualLimits = { atOnce: 8, waiting: 1000, each: 25 }

/** An empty queue: at most `atOnce` requests work, at most `waiting` more wait for it, `each` of one person. */
export function createRequestQueue(limits: Partial<typeof usualLimits> = {}): RequestQueue {
  const { atOnce, waiting: room, each } = { ...usualLimits, ...limits }
  const waiting: Waiting[] = []
  const busy = new Set<string>()
  const beginNext = () => {
    while (busy.size < atOnce) {
      const index = waiting.findIndex(({ person }) => !busy.has(person))
      const [next] = index < 0 ? [] : waiting.splice(index, 1)
      if (!next) return
      busy.add(next.person)
      next.begin().finally(() => {
        busy.delete(next.person)
        beginNext()
      })
    }
  }
  return {
    run<T>(person: string, work: () => Promise<T>) {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      const begin = async () => {
        try {
          resolve(await work())
        } catch (error) {
          reject(error)
        }
      }
      const begins = busy.size < atOnce && !busy.has(person)
      const own = waiting.filter((one) => one.person === person).length
      if (!begins && (waiting.length >= room || own >= each)) reject(new QueueFullError('too many requests wait'))
      else waiting.push({ person, begin })
      beginNext()
      return promise
    },
  }
}
