import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderHeldError } from './storage-error.ts'

/** A folder held by this process until `release`, or until the process dies, however it dies. */
export type FolderLock = { release(): void }

// Holds what must not be collected as garbage: a collected handle closes, and its lock would be gone.
const held = new Set<DatabaseSync>()

/**
 * Takes a folder for this process alone. The folder must exist.
 *
 * The lock is the operating system's own lock on the empty file `lock`, which Node reaches through SQLite: `BEGIN
 * IMMEDIATE` takes SQLite's reserved lock (fcntl on Linux and macOS, LockFileEx on Windows). The kernel drops it with the
 * process, SIGKILL included, so there is no stale lock to detect; of processes that start at one instant exactly one gets
 * it; and unlike a socket it holds between containers that share the folder. No other code may open the file `lock`:
 * on POSIX, closing any handle to a file gives up all the locks the process has on it.
 * @throws FolderHeldError naming the folder and the process that holds it
 */
export function lockFolder(folder: string): FolderLock {
  const holderFile = join(folder, 'holder.pid')
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    database.exec('BEGIN IMMEDIATE')
  } catch (cause) {
    database.close()
    if (!isBusy(cause)) throw cause
    const holder = readHolder(holderFile)
    throw new FolderHeldError(
      `The data folder ${folder} is in use by another Liaison process${holder ? ` (pid ${holder})` : ''}. ` +
        'Stop that process, or set LIAISON_DATA to another folder.',
      `数据目录 ${folder} 正由另一个联络员进程${holder ? `（进程号 ${holder}）` : ''}使用。请先停止该进程，或用 LIAISON_DATA 指定其他目录。`,
      { cause },
    )
  }
  held.add(database)
  writeFileSync(holderFile, String(process.pid), { mode: 0o600 })
  return {
    release() {
      if (!held.delete(database)) return
      rmSync(holderFile, { force: true })
      database.close()
    },
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** Only for the message: in the instant between lock and write it may be missing or name the holder before. */
function readHolder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch {
    return null
  }
}
