import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { prepare } from '../../db/database.ts'
import type { Engine } from '../../db/engine.ts'
import { loadPlanData } from '../../db/plan-data-store.ts'
import { listPlans } from '../../db/plan-store.ts'
import { describeContents, type ExportContents, rowsOf } from '../../db/transfer/contents.ts'
import { refuseOther } from '../../db/transfer/fill-installation.ts'
import { joinLines } from '../../db/transfer/join-lines.ts'
import { inSnapshot, type Snapshot } from '../../db/transfer/read-rows.ts'
import type { Table } from '../../db/transfer/tables.ts'
import { buildExportReadme } from '../../documents/export/build-export-readme.ts'
import { formatPlanYaml } from '../../documents/plan-file/plan-yaml.ts'
import { DomainError } from '../../domain/errors.ts'
import { contentsFile, documentPath, documents, notExported, nounOf, planPath, rowsPath } from './export-layout.ts'

/**
 * Writes everything in an installation to a new folder, in formats that any program reads: JSON Lines a noun, a YAML file a
 * plan, documents as they are, and a README that explains them. The folder is there whole or not at all. The engine is
 * closed with it. Returns the number of rows.
 * @throws DomainError `transfer.folder_exists` {name}, `transfer.other_version`
 */
export async function exportInstallation(engine: Engine, folder: string, now: Date): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new DomainError('transfer.folder_exists', { name: basename(folder) })
  const unfinished = join(dirname(folder), `.${basename(folder)}.${randomUUID()}.part`)
  const write = writerIn(unfinished)
  try {
    await mkdir(unfinished, { mode: 0o700 })
    const contents = await inSnapshot(engine, async (snapshot) => {
      refuseOther(snapshot.migrations)
      return writeRows(snapshot, write, now)
    })
    await writePlans(engine, contents.workspaces, write)
    await write.text('README.md', buildExportReadme(contents.tables, nounOf))
    await write.text(contentsFile, `${JSON.stringify({ ...contents, files: write.files }, null, 2)}\n`)
    if (existsSync(folder)) await rmdir(folder)
    await rename(unfinished, folder)
    return rowsOf(contents)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

type Writer = ReturnType<typeof writerIn>

/** Writes files below a folder, for their owner alone, and notes their hashes. */
function writerIn(root: string) {
  const files: ExportContents['files'] = {}
  const placeOf = async (path: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true, mode: 0o700 })
    return join(root, path)
  }
  return {
    files,
    async lines(path: string, lines: AsyncIterable<string>) {
      const hash = createHash('sha256')
      const out = createWriteStream(await placeOf(path), { flags: 'wx', mode: 0o600 })
      await pipeline(Readable.from(joinLines(lines, hash)), out)
      files[path] = { sha256: hash.digest('hex') }
    },
    async bytes(path: string, bytes: Uint8Array) {
      await writeFile(await placeOf(path), bytes, { flag: 'wx', mode: 0o600 })
      files[path] = { sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    async text(path: string, text: string) {
      await writeFile(await placeOf(path), text, { flag: 'wx', mode: 0o600 })
    },
  }
}

async function writeRows(snapshot: Snapshot, write: Writer, now: Date) {
  const contents = await describeContents(snapshot, now, notExported)
  const workspaces = await listWorkspaces(snapshot)
  for (const workspaceId of workspaces)
    for (const { name, columns } of contents.tables) {
      const table = snapshot.tables.find((one) => one.name === name)
      if (!table || (await snapshot.count(table, { workspaceId })) === 0) continue
      const rows =
        name === documents.table
          ? documentRows(snapshot, table, workspaceId, write)
          : snapshot.rows(table, { columns, workspaceId })
      await write.lines(rowsPath(workspaceId, name), rows)
    }
  return { liaison: 'export' as const, ...contents, workspaces }
}

async function listWorkspaces(snapshot: Snapshot): Promise<string[]> {
  const table = snapshot.tables.find(({ name }) => name === 'Workspace')
  const ids: string[] = []
  if (table) for await (const row of snapshot.rows(table, { columns: ['id'] })) ids.push(JSON.parse(row).id)
  return ids
}

async function* documentRows(
  snapshot: Snapshot,
  table: Table,
  workspaceId: string,
  write: Writer,
): AsyncGenerator<string> {
  const columns = table.columns.filter((column) => column !== documents.column)
  for await (const line of snapshot.rows(table, { columns, workspaceId })) {
    const row = JSON.parse(line) as { id: number; name: string }
    const file = documentPath(workspaceId, row.id, row.name)
    await write.bytes(file, await snapshot.file(table, documents.column, row.id))
    yield JSON.stringify({ ...row, file })
  }
}

/** Plans as `/plan export` gives them, for people and other programs to read: they are not imported again. */
async function writePlans(engine: Engine, workspaces: readonly string[], write: Writer): Promise<void> {
  const database = await prepare(engine)
  try {
    for (const workspaceId of workspaces) {
      const plans = await database.transaction(async (tx) => {
        const all = []
        for (const plan of await listPlans(tx, workspaceId))
          all.push({ id: plan.id, data: await loadPlanData(tx, plan) })
        return all
      })
      for (const { id, data } of plans) await write.text(planPath(workspaceId, id), formatPlanYaml(data))
    }
  } finally {
    await database.close()
  }
}
