import { basename, join } from 'node:path'
import { z } from 'zod'
import { readOrNull, writeDurably } from './durable-file.ts'
import type { State } from './entities.ts'
import { createMessageArchive, type MessageArchive } from './message-archive.ts'
import { SandboxError } from './sandbox-error.ts'

/** Where a workspace and the contents of its files are kept. */
export type Persistence = {
  /** The saved workspace, or null where there is none yet. Throws an Error that names the file where it cannot be used. */
  load(): Promise<State | null>
  /** Saves the workspace soon; calls that come close together make one write. */
  schedule(state: () => State): void
  /** Waits until everything scheduled so far is on disk. Throws the file system's error where it cannot be. */
  flush(): Promise<void>
  /** Keeps the bytes of a file. */
  writeContent(id: string, bytes: Uint8Array): Promise<void>
  /** The bytes of a file, or null where there are none. */
  readContent(id: string): Promise<Uint8Array | null>
}

const savedSchema = z.looseObject({
  version: z.literal(1),
  clock_ms: z.number(),
  last_ts: z.number(),
  team: z.looseObject({ id: z.string(), name: z.string() }),
  app: z.looseObject({
    id: z.string(),
    bot_user: z.string(),
    bot_id: z.string(),
    bot_token: z.string(),
    app_token: z.string(),
  }),
  users: z.array(z.looseObject({ id: z.string() })),
  channels: z.array(z.looseObject({ id: z.string(), members: z.array(z.string()) })),
  messages: z.array(z.looseObject({ channel: z.string(), ts: z.string() })),
  archived: z.array(z.string().regex(/^[\w-]+\.json$/)).default([]),
  views: z.array(z.looseObject({})),
  homes: z.array(z.looseObject({})),
  files: z.array(z.looseObject({ id: z.string() })),
  usergroups: z.array(z.looseObject({ id: z.string() })),
  triggers: z.array(z.looseObject({ id: z.string() })),
  response_urls: z.array(z.looseObject({ key: z.string() })),
})

/** A workspace that lives in memory only. */
export function keepInMemory(): Persistence {
  const contents = new Map<string, Uint8Array>()
  return {
    load: async () => null,
    schedule() {},
    flush: async () => {},
    writeContent: async (id, bytes) => void contents.set(id, bytes),
    readContent: async (id) => contents.get(id) ?? null,
  }
}

/**
 * A workspace kept in `dataFile` (JSON), with the bytes of its files in the folder `<dataFile>.files` and its older
 * messages in `<dataFile>.messages` beside it.
 */
export function keepInFile(dataFile: string): Persistence {
  const contentFolder = `${dataFile}.files`
  const archive = createMessageArchive(`${dataFile}.messages`)
  let latest: (() => State) | null = null
  let current: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  const write = async () => {
    await current.catch(() => {})
    // What changes in the same turn belongs to the same write.
    await new Promise((resolve) => setImmediate(resolve))
    current = queued ?? current
    queued = null
    if (latest) await writeState(latest())
  }
  const writeState = async (state: State) => {
    const division = archive.divide(state.messages)
    const content = JSON.stringify({ ...state, messages: division.recent, archived: division.names })
    await division.store()
    await writeDurably(dataFile, content)
    await division.settle()
  }
  return {
    load: () => loadState(dataFile, archive),
    schedule(state) {
      latest = state
      if (queued) return
      queued = write()
      queued.catch(() => {})
    },
    flush: () => queued ?? current,
    writeContent: (id, bytes) => writeDurably(join(contentFolder, basename(id)), bytes),
    readContent: (id) => readOrNull(join(contentFolder, basename(id))),
  }
}

async function loadState(dataFile: string, archive: MessageArchive): Promise<State | null> {
  const bytes = await readOrNull(dataFile)
  if (bytes === null) return null
  let saved: unknown
  try {
    saved = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw damaged(dataFile, 'JSON')
  }
  const checked = savedSchema.safeParse(saved)
  if (!checked.success) throw damaged(dataFile, z.prettifyError(checked.error))
  const { archived, ...state } = checked.data
  const older = await archive.load(archived)
  if (!older) throw damaged(`${dataFile}.messages`, 'messages')
  return { ...state, messages: [...older, ...state.messages] } as unknown as State
}

function damaged(dataFile: string, reason: string): SandboxError {
  return new SandboxError(
    `The sandbox data file ${dataFile} is damaged (${reason}). Restore it from a copy, or move it away to start with a new workspace.`,
    `沙箱数据文件 ${dataFile} 已损坏（${reason}）。请用备份恢复，或将其移走，以全新的工作区启动。`,
  )
}
