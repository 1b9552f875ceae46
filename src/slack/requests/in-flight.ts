/** The requests being worked on right now, so that a stop can drain them and a test can wait for them. */
export type InFlight = {
  /** Follows a piece of work until it ends. */
  follow<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is being worked on; failures are the workers' own business. */
  drained(): Promise<void>
  /** How many are being worked on. */
  count(): number
}

/** An empty set of running requests. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  return {
    async follow(work) {
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    count: () => running.size,
    async drained() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
