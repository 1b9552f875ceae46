import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { PGlite, postgresMod } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts of Emscripten's folder-backed file system that are reached into; they are internal, so a test counts. */
type FolderFileSystem = {
  realPath(node: unknown): string
  stream_ops: { fsync?: (stream: { node: unknown; nfd?: number }) => number }
}

const EIO = 29

/**
 * A folder on disk for PGlite whose fsync is real. PGlite's own ignores it, so that a power cut can take commits with it.
 * It is put in before PostgreSQL starts, so that crash recovery is synced too.
 */
export class DurableFileSystem extends NodeFS {
  override async init(pg: PGlite, options: Partial<postgresMod.PostgresMod>) {
    const { emscriptenOpts } = await super.init(pg, options)
    const makeFsyncReal = (module: postgresMod.PostgresMod) => {
      const folder = module.NODEFS as unknown as FolderFileSystem
      const ErrnoError = module.FS.ErrnoError
      folder.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd === undefined) syncPath(folder.realPath(stream.node))
          else fsyncSync(stream.nfd)
          return 0
        } catch {
          throw new ErrnoError(EIO)
        }
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), makeFsyncReal] } }
  }
}

/** Makes a file or the entries of a folder durable. Windows cannot open a folder and needs no such thing. */
export function syncPath(path: string): void {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
