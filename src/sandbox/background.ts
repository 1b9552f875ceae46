/** Work that goes on after an answer, such as processing a file, and that a settled sandbox has finished. */
export type Background = {
  /** Runs `work` after `delayMs` milliseconds of real time. */
  later(delayMs: number, work: () => void): void
  /** Keeps track of work that is already going on. */
  track(work: Promise<unknown>): void
  /** Waits until nothing is going on. */
  settled(): Promise<void>
  /** Drops what has not begun. */
  stop(): void
}

/** Starts with nothing going on. */
export function createBackground(): Background {
  const running = new Set<Promise<unknown>>()
  const timers = new Map<NodeJS.Timeout, () => void>()
  const track = (work: Promise<unknown>) => {
    const tracked = work.catch(() => {}).finally(() => running.delete(tracked))
    running.add(tracked)
  }
  return {
    track,
    later(delayMs, work) {
      track(
        new Promise<void>((resolve) => {
          const timer = setTimeout(() => {
            timers.delete(timer)
            work()
            resolve()
          }, delayMs)
          timers.set(timer, resolve)
        }),
      )
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
    stop() {
      for (const [timer, resolve] of timers) {
        clearTimeout(timer)
        resolve()
      }
      timers.clear()
    },
  }
}
