import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { copyFolder } from './copy-folder.ts'
import { DurableFileSystem } from './durable-filesystem.ts'
import { embeddedAdapter } from './embedded-adapter.ts'
import type { Engine, SqlConnection } from './engine.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { StorageError } from './storage-error.ts'
import { readTemplate, unpackTemplate } from './template.ts'

const POSTGRES_MAJOR = '18'
// The adapter reads and writes times as UTC whatever the session says; and a plan's data is small.
const SETTINGS = ['-c', 'TimeZone=UTC', '-c', 'shared_buffers=16MB']
// PGlite starts with -F, which is fsync=off; and only plain fsync reaches the file system, fdatasync does nothing there.
const DURABLE = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...SETTINGS,
  '-c',
  'wal_sync_method=fsync',
]
const IN_MEMORY = [...PGlite.defaultStartParams, ...SETTINGS]

// The optimizing compiler takes up to 480 MB for PostgreSQL's largest functions and makes short statements no faster
// (12,000 in 2.2 s with it and without). So WebAssembly stays with the baseline compiler.
for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag)

/**
 * Starts the embedded PostgreSQL. `dataDir` is created where it is missing (mode 0700) and is held by this process until
 * `close`; null keeps everything in memory, for tests. `image` is a data folder as tar to start the one in memory from.
 * @throws StorageError when another process holds the folder, or it cannot be used
 */
export async function openEmbedded(dataDir: string | null, image?: Blob): Promise<Engine> {
  if (dataDir === null) {
    const loadDataDir = image ?? new Blob([readTemplate()])
    return engineOf(await PGlite.create({ loadDataDir, startParams: IN_MEMORY }))
  }
  const folder = ownFolder(dataDir)
  const lock = lockFolder(folder)
  try {
    const postgres = join(folder, 'postgres')
    return engineOf(await startIn(postgres), { lock, folder: postgres })
  } catch (error) {
    lock.release()
    throw error
  }
}

function ownFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    chmodSync(dataDir, 0o700)
    return realpathSync(dataDir)
  } catch (cause) {
    const reason = (cause as Error).message
    throw new StorageError(
      `The data folder ${dataDir} cannot be used: ${reason}. Set LIAISON_DATA to a folder that this user may write.`,
      `数据目录 ${dataDir} 无法使用：${reason}。请用 LIAISON_DATA 指定当前用户可写的目录。`,
      { cause },
    )
  }
}

async function startIn(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) unpackTemplate(folder)
  const versionFile = join(folder, 'PG_VERSION')
  const major = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : '?'
  if (major !== POSTGRES_MAJOR)
    throw new StorageError(
      `${folder} holds no database of PostgreSQL ${POSTGRES_MAJOR} (found: ${major}). Restore it from a backup, or set LIAISON_DATA to another folder.`,
      `${folder} 中不是 PostgreSQL ${POSTGRES_MAJOR} 的数据库（版本：${major}）。请从备份恢复，或用 LIAISON_DATA 指定其他目录。`,
    )
  try {
    return await PGlite.create({ fs: new DurableFileSystem(folder), startParams: DURABLE })
  } catch (cause) {
    throw new StorageError(
      `The database in ${folder} does not start: ${(cause as Error).message}. Nothing was changed; restore the folder from a backup.`,
      `${folder} 中的数据库无法启动：${(cause as Error).message}。未作任何改动；请从备份恢复该目录。`,
      { cause },
    )
  }
}

/** `held` is the folder of one that is not in memory, with its lock. */
function engineOf(pglite: PGlite, held?: { lock: FolderLock; folder: string }): Engine {
  const connection: SqlConnection = {
    run: async (script) => void (await pglite.exec(script)),
    query: async (statement, parameters = []) =>
      (await pglite.query<Record<string, unknown>>(statement, [...parameters])).rows,
  }
  return {
    kind: 'pglite',
    adapter: embeddedAdapter(pglite),
    withConnection: (work) => work(connection),
    ...(held && { copyTo: (to: string) => pglite.runExclusive(() => copyFolder(held.folder, to)) }),
    async close() {
      try {
        if (!pglite.closed) await pglite.close()
      } finally {
        held?.lock.release()
      }
    },
  }
}
