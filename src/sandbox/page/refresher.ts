/**
 * Turns a slow `load` into one that may be asked for at any moment: never two loads at once, and however many asks come
 * while one runs, one more load follows. The answer resolves when a load that began after the ask has ended.
 */
export function createRefresher(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = () => {
    running = load().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
}
