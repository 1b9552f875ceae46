import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Store } from '../store.ts'

const coalesceMs = 20

/** Server-sent events: a `change` with a sequence number after changes; those that come together make one. */
export type ChangeStream = { respond(c: Context): Response; stop(): void }

/** A stream of the changes of a store. */
export function createChangeStream(store: Store): ChangeStream {
  const readers = new Set<(sequence: number) => void>()
  let sequence = 0
  let timer: NodeJS.Timeout | undefined
  const unsubscribe = store.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      sequence += 1
      for (const tell of readers) tell(sequence)
    }, coalesceMs)
  })
  return {
    respond: (c) =>
      streamSSE(c, async (stream) => {
        const tell = (number: number) =>
          void stream.writeSSE({ event: 'change', id: String(number), data: String(number) })
        readers.add(tell)
        tell(sequence)
        await new Promise<void>((resolve) => stream.onAbort(resolve))
        readers.delete(tell)
      }),
    stop() {
      clearTimeout(timer)
      unsubscribe()
      readers.clear()
    },
  }
}
