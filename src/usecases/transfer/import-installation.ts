import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Engine } from '../../db/engine.ts'
import { type ExportContents, exportContents, parseContents, rowsOf } from '../../db/transfer/contents.ts'
import { fillInstallation } from '../../db/transfer/fill-installation.ts'
import { readLines } from '../../db/transfer/read-lines.ts'
import { DomainError } from '../../domain/errors.ts'
import { contentsFile, documents, rowsPath } from './export-layout.ts'

const largestContents = 64 * 1024 * 1024

/**
 * Fills an empty installation from an exported folder, of this version or an older one: everything or nothing. Returns the
 * number of rows.
 * @throws DomainError `transfer.not_one` {name}, `transfer.broken_file` {name}, and what `fillInstallation` throws
 */
export async function importInstallation(engine: Engine, folder: string): Promise<number> {
  const name = basename(folder)
  const contents = parseContents(await readContents(join(folder, contentsFile), name), name, exportContents)
  await fillInstallation(engine, name, contents, async (insert) => {
    for (const { name: table } of contents.tables) await insert(table, rowsIn(folder, contents, table))
  })
  return rowsOf(contents)
}

async function readContents(path: string, name: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile() || found.size > largestContents) throw new DomainError('transfer.not_one', { name })
  return readFile(path, 'utf8')
}

async function* rowsIn(folder: string, { workspaces, files }: ExportContents, table: string): AsyncGenerator<string> {
  for (const workspaceId of workspaces) {
    const path = rowsPath(workspaceId, table)
    if (!files[path]) continue
    for await (const line of checkedLines(folder, path, files))
      yield table === documents.table ? await withFile(folder, files, line) : line
  }
}

async function* checkedLines(folder: string, path: string, files: ExportContents['files']): AsyncGenerator<string> {
  const hash = createHash('sha256')
  try {
    const stream = createReadStream(join(folder, path)).on('data', (piece) => hash.update(piece))
    yield* readLines(stream)
  } catch {
    throw new DomainError('transfer.broken_file', { name: path })
  }
  if (hash.digest('hex') !== files[path]?.sha256) throw new DomainError('transfer.broken_file', { name: path })
}

/** Only files that the export lists are read, and only as they were written. */
async function withFile(folder: string, files: ExportContents['files'], line: string): Promise<string> {
  const { file, ...row } = JSON.parse(line) as { file: string }
  const listed = Object.hasOwn(files, file) ? files[file] : undefined
  const bytes = listed ? await readFile(join(folder, file)).catch(() => null) : null
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== listed?.sha256)
    throw new DomainError('transfer.broken_file', { name: file })
  return JSON.stringify({ ...row, [documents.column]: `\\x${bytes.toString('hex')}` })
}
