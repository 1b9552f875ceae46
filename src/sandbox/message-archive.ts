import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readOrNull, writeDurably } from './durable-file.ts'
import type { Message } from './entities.ts'

const segmentSize = 100

/** A run of older messages, kept in a file of its own. A file is never written twice: what changes gets a new one. */
type Segment = { name: string; messages: readonly Message[] }

/**
 * The older messages of a workspace, in a folder beside its data file, so that a change writes the newest ones alone. The
 * data file names the segments that count: whichever write a crash interrupts, it and they belong together.
 */
export type MessageArchive = {
  /** Reads the segments with these names, in order; null where one is missing or no list. Others are removed. */
  load(names: readonly string[]): Promise<Message[] | null>
  /** Divides all messages into segments, by name, and the recent ones that belong in the data file. */
  divide(messages: readonly Message[]): Division
}

/** How messages are divided at one moment. */
type Division = {
  names: string[]
  recent: readonly Message[]
  /** Writes the segments that are new. */
  store(): Promise<void>
  /** Call once the data file names these segments: removes those it no longer does. */
  settle(): Promise<void>
}

/** The archive in a folder. Messages are compared by identity: who changes one puts a new object in its place. */
export function createMessageArchive(folder: string): MessageArchive {
  let stored: Segment[] = []
  const pathOf = (name: string) => join(folder, name)
  const read = async (name: string): Promise<Segment | null> => {
    const bytes = await readOrNull(pathOf(name))
    const messages: unknown = bytes && parseOrNull(new TextDecoder().decode(bytes))
    return Array.isArray(messages) ? { name, messages } : null
  }
  return {
    async load(names) {
      const segments = await Promise.all(names.map(read))
      const found = segments.filter((segment) => segment !== null)
      if (found.length < names.length) return null
      stored = found
      const present = await readdir(folder).catch(() => [])
      const strays = present.filter((name) => !names.includes(name))
      await Promise.all(strays.map((name) => rm(pathOf(name), { force: true })))
      return found.flatMap(({ messages }) => messages)
    },
    divide(messages) {
      const count = Math.max(0, Math.floor(messages.length / segmentSize) - 1)
      const segments = Array.from({ length: count }, (_, place): Segment => {
        const part = messages.slice(place * segmentSize, (place + 1) * segmentSize)
        const known = stored[place]
        const same = known !== undefined && part.every((message, index) => message === known.messages[index])
        return same ? known : { name: `${crypto.randomUUID()}.json`, messages: part }
      })
      const fresh = segments
        .filter((segment) => !stored.includes(segment))
        .map((segment) => ({ path: pathOf(segment.name), content: JSON.stringify(segment.messages) }))
      return {
        names: segments.map(({ name }) => name),
        recent: messages.slice(count * segmentSize),
        store: async () => void (await Promise.all(fresh.map(({ path, content }) => writeDurably(path, content)))),
        async settle() {
          const gone = stored.filter((segment) => !segments.includes(segment))
          stored = segments
          await Promise.all(gone.map(({ name }) => rm(pathOf(name), { force: true })))
        },
      }
    },
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
