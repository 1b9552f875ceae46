import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { State } from './entities.ts'
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

/** A workspace kept in `dataFile` (JSON), with the bytes of its files in the folder `<dataFile>.files` beside it. */
export function keepInFile(dataFile: string): Persistence {
  const contentFolder = `${dataFile}.files`
  let latest: (() => State) | null = null
  let current: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  const write = async () => {
    await current.catch(() => {})
    // What changes in the same turn belongs to the same write.
    await new Promise((resolve) => setImmediate(resolve))
    current = queued ?? current
    queued = null
    if (latest) await writeDurably(dataFile, JSON.stringify(latest()))
  }
  return {
    load: () => loadState(dataFile),
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

async function loadState(dataFile: string): Promise<State | null> {
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
  return saved as State
}

function damaged(dataFile: string, reason: string): SandboxError {
  return new SandboxError(
    `The sandbox data file ${dataFile} is damaged (${reason}). Restore it from a copy, or move it away to start with a new workspace.`,
    `沙箱数据文件 ${dataFile} 已损坏（${reason}）。请用备份恢复，或将其移走，以全新的工作区启动。`,
  )
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes beside the target, forces it to disk, then renames: a reader finds the old content or the new, never half. */
async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.tmp`
  const file = await open(draft, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}
