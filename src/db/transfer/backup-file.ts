import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { syncPath } from '../durable-filesystem.ts'
import type { Engine } from '../engine.ts'
import { backupContents, describeContents, parseContents, rowsOf } from './contents.ts'
import { fillInstallation } from './fill-installation.ts'
import { joinLines } from './join-lines.ts'
import { readLines } from './read-lines.ts'
import { inSnapshot, type Snapshot } from './read-rows.ts'

const longestHeader = 1024 * 1024

const footer = z.strictObject({ rows: z.int().min(0), sha256: z.string().length(64) })

/**
 * Writes everything in a database, as it is at one instant, to a new file for its owner alone: JSON Lines compressed with
 * zstd, a line that says what follows, a line a row, and a line with their number and SHA-256. The file is there whole or
 * not at all. Returns the number of rows.
 * @throws DomainError `transfer.file_exists` {name}; otherwise whatever kept the file from being written
 */
export async function writeBackup(engine: Engine, path: string, now: Date): Promise<number> {
  if (existsSync(path)) throw new DomainError('transfer.file_exists', { name: basename(path) })
  const unfinished = `${path}.${randomUUID()}.part`
  try {
    const rows = await inSnapshot(engine, async (snapshot) => {
      const described = { liaison: 'backup', ...(await describeContents(snapshot, now)) }
      const out = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
      const rows = rowsOf(described)
      await pipeline(Readable.from(withFooter(backupLines(snapshot, described), rows)), createZstdCompress(), out)
      return rows
    })
    renameSync(unfinished, path)
    syncPath(dirname(path))
    return rows
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

async function* backupLines(snapshot: Snapshot, described: object): AsyncGenerator<string> {
  yield JSON.stringify(described)
  for (const table of snapshot.tables) yield* snapshot.rows(table)
}

async function* withFooter(lines: AsyncIterable<string>, rows: number): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  yield* joinLines(lines, hash)
  yield Buffer.from(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`)
}

/**
 * Fills an empty installation from a backup, of this version or an older one: everything or nothing. Returns the number of rows.
 * @throws DomainError `transfer.file_missing` {name}, `transfer.not_one` {name}, `transfer.broken`, and what
 * `fillInstallation` throws
 */
export async function restoreBackup(engine: Engine, path: string): Promise<number> {
  const name = basename(path)
  if (!existsSync(path)) throw new DomainError('transfer.file_missing', { name })
  if (!statSync(path).isFile()) throw new DomainError('transfer.not_one', { name })
  const stream = createReadStream(path)
  const bytes = stream.pipe(createZstdDecompress())
  stream.on('error', (error) => bytes.destroy(error))
  const lines = readLines(bytes, longestHeader)
  try {
    const head =
      (await nextLine(lines, isZstd(path) ? broken : () => new DomainError('transfer.not_one', { name }))) ?? ''
    const described = parseContents(head, name, backupContents)
    const hash = createHash('sha256').update(`${head}\n`)
    await fillInstallation(engine, name, described, async (insert) => {
      for (const table of described.tables) await insert(table.name, rowsFrom(lines, table.rows, hash))
      await checkFooter(lines, rowsOf(described), hash.digest('hex'))
    })
    return rowsOf(described)
  } finally {
    stream.destroy()
    bytes.destroy()
  }
}

/** Whether a file begins as zstd does: one that ends too soon is a backup that is damaged, and no other file. */
function isZstd(path: string): boolean {
  const handle = openSync(path, 'r')
  try {
    const start = Buffer.alloc(4)
    return readSync(handle, start) === 4 && start.readUInt32LE() === 0xfd2fb528
  } finally {
    closeSync(handle)
  }
}

/** The next line, or null at the end. @throws what `failure` makes where the stream is no zstd or is cut off */
async function nextLine(lines: AsyncGenerator<string>, failure: () => DomainError): Promise<string | null> {
  try {
    const { value, done } = await lines.next()
    return done ? null : value
  } catch {
    throw failure()
  }
}

const broken = () => new DomainError('transfer.broken')

async function* rowsFrom(lines: AsyncGenerator<string>, count: number, hash: { update(text: string): unknown }) {
  for (let read = 0; read < count; read++) {
    const line = await nextLine(lines, broken)
    if (line === null) throw broken()
    hash.update(`${line}\n`)
    yield line
  }
}

async function checkFooter(lines: AsyncGenerator<string>, rows: number, sha256: string): Promise<void> {
  const last = await nextLine(lines, broken)
  const found = footer.safeParse(parse(last))
  if (!found.success || found.data.rows !== rows || found.data.sha256 !== sha256) throw broken()
  if ((await nextLine(lines, broken)) !== null) throw broken()
}

function parse(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return null
  }
}
