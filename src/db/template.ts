import type { NonSharedBuffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { syncPath } from './durable-filesystem.ts'
import { StorageError } from './storage-error.ts'

const BLOCK = 512

/** The version of the installed PGlite: a template belongs to the build that made it. */
export function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** Where the template of this PGlite is shipped; `prisma/build-template.ts` writes it. */
export function templatePath(version: string): string {
  return join(import.meta.dirname, '..', '..', 'prisma', `pglite-${version}.tar.zst`)
}

/**
 * The shipped template: a data folder as initdb leaves it, with no tables of ours, as an uncompressed tar of about 40 MB.
 * @throws StorageError when there is none for the installed PGlite
 */
export function readTemplate(): NonSharedBuffer {
  const version = pgliteVersion()
  const path = templatePath(version)
  if (!existsSync(path))
    throw new StorageError(
      `There is no data folder template for PGlite ${version}. Build one: node prisma/build-template.ts`,
      `缺少 PGlite ${version} 的数据目录模板。请运行 node prisma/build-template.ts 生成。`,
    )
  return zstdDecompressSync(readFileSync(path))
}

/**
 * Creates `folder` from the template, all of it or none: it is unpacked beside, synced, and only then renamed. What an
 * interrupted attempt left beside is removed; the caller holds the lock of the parent folder.
 */
export function unpackTemplate(folder: string): void {
  const parent = dirname(folder)
  const prefix = `${basename(folder)}.new-`
  for (const name of readdirSync(parent)) if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true })
  const fresh = join(parent, `${prefix}${randomUUID()}`)
  mkdirSync(fresh, { mode: 0o700 })
  const folders = [fresh]
  for (const entry of tarEntries(readTemplate())) {
    const path = join(fresh, entry.name)
    if (entry.data === null) {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      folders.push(path)
    } else writeSynced(path, entry.data)
  }
  for (const path of folders) syncPath(path)
  renameSync(fresh, folder)
  syncPath(parent)
}

function writeSynced(path: string, data: Buffer): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeSync(handle, data)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Files (`data`) and folders (`data` null) of a ustar archive, folders before what they hold. */
function* tarEntries(tar: Buffer): Generator<{ name: string; data: Buffer | null }> {
  const field = (start: number, length: number) => tar.toString('latin1', start, start + length).replace(/\0.*$/s, '')
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8)
    const isFolder = field(at + 156, 1) === '5'
    yield { name: field(at, 100), data: isFolder ? null : tar.subarray(at + BLOCK, at + BLOCK + size) }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}
