import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/db/engine.ts'
import { restoreBackup, writeBackup } from '../../../src/db/transfer/backup-file.ts'
import { readLines } from '../../../src/db/transfer/read-lines.ts'
import { inSnapshot } from '../../../src/db/transfer/read-rows.ts'
import { emptyEmbedded, emptyPostgres } from '../../support/empty-engine.ts'
import { dumpTables, fillEveryTable, hostileText } from '../../support/every-table.ts'

const at = new Date('2024-06-24T01:00:00Z')
let folder: string
let source: Engine
let backup: string
let target: Engine
/** Migrated and empty; null where there is no server. */
let server: Awaited<ReturnType<typeof emptyPostgres>>

beforeAll(async () => {
  server = await emptyPostgres(1000)
  folder = mkdtempSync(join(tmpdir(), 'liaison-backup-'))
  source = await emptyEmbedded()
  await source.withConnection((connection) => fillEveryTable(connection, ['T1', 'T2'], () => hostileText))
  backup = join(folder, 'a.backup')
  await writeBackup(source, backup, at)
  target = await emptyEmbedded()
})

afterAll(async () => {
  await source.close()
  await target.close()
  await server?.close()
  rmSync(folder, { recursive: true })
})

const ask = async (statement: string) => {
  const client = new pg.Client({ connectionString: server?.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
const dump = (engine: Engine) => engine.withConnection(dumpTables)
const counters = (engine: Engine) => inSnapshot(engine, async (snapshot) => snapshot.counters)
const linesOf = (path: string) => zstdDecompressSync(readFileSync(path)).toString().split('\n')

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

describe('a backup', () => {
  it('is one file for its owner alone, and does not take the place of another', async () => {
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    await expect(writeBackup(source, backup, at)).rejects.toMatchObject({ code: 'transfer.file_exists' })
    await expect(writeBackup(source, join(folder, 'none', 'a'), at)).rejects.toThrow('ENOENT')
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('carries every value of every table to the other database and back', async () => {
    const other = await emptyPostgres()
    if (!other) return
    const back = join(folder, 'b.backup')
    const home = await emptyEmbedded()
    try {
      const rows = await restoreBackup(other, backup)
      await writeBackup(other, back, at)
      expect(await restoreBackup(home, back)).toBe(rows)
      const expected = await dump(source)
      expect(Object.entries(expected).filter(([, lines]) => lines.length !== 2)).toEqual([])
      expect(await dump(other)).toEqual(expected)
      expect(await dump(home)).toEqual(expected)
      expect(await counters(home)).toEqual(await counters(source))
      expect((await counters(home)).Plan).toBe('42')
      expect(linesOf(back)).toEqual(linesOf(backup))
    } finally {
      await other.close()
      await home.close()
    }
  })

  it('holds no row that was written after it began', async () => {
    if (!server) return
    await inSnapshot(server, async (snapshot) => {
      await ask(`INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T9', '', now())`)
      const [workspaces] = snapshot.tables
      expect(workspaces && (await snapshot.count(workspaces))).toBe(0)
    })
    await ask('DELETE FROM "Workspace"')
  })

  it('brings the rows of an older version up to date, and lets what was waiting be looked for before it is sent', async () => {
    const [older, newer] = [await emptyPostgres(1), await emptyPostgres()]
    if (!older || !newer || !server) return
    try {
      const never = writeBackup(newer, join(folder, 'never'), at)
      await expect(never).rejects.toMatchObject({ code: 'transfer.never_started' })
      await older.withConnection((connection) =>
        connection.run(`INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T1', '武汉', now());
          INSERT INTO "Delivery" ("workspaceId", "kind", "payload", "dedupeKey", "place", "state", "notBefore", "leasedUntil", "createdAt")
            SELECT 'T1', 'brief', '{}', state, 'U1', state::"DeliveryState", now(), now(), now()
            FROM unnest(ARRAY['pending', 'sending', 'sent', 'dead']) state`),
      )
      const path = join(folder, 'older.backup')
      await writeBackup(older, path, at)
      await restoreBackup(newer, path)
      const { Workspace, Delivery = [] } = await dump(newer)
      expect(Workspace).toEqual([expect.stringContaining('"freeAt":null')])
      expect(Delivery.map((line) => JSON.parse(line).state)).toEqual(['unknown', 'unknown', 'sent', 'dead'])
      await expect(restoreBackup(server, path)).rejects.toMatchObject({ code: 'transfer.older' })
    } finally {
      await older.close()
      await newer.close()
    }
  })
})

describe('a restore saves nothing', () => {
  const changed = (change: (lines: string[]) => string[]) => () =>
    write('changed.backup', zstdCompressSync(change(linesOf(backup)).join('\n')))
  const header = (change: (contents: Record<string, unknown>) => object) =>
    changed(([first = '', ...rest]) => [
      JSON.stringify({ ...JSON.parse(first), ...change(JSON.parse(first)) }),
      ...rest,
    ])

  it.each<[string, () => string, string]>([
    ['of a missing file', () => join(folder, 'none'), 'transfer.file_missing'],
    ['of a folder', () => folder, 'transfer.not_one'],
    ['of an empty file', () => write('empty', new Uint8Array()), 'transfer.not_one'],
    ['of another file', () => write('other', Buffer.from('{"liaison":"backup"}')), 'transfer.not_one'],
    ['of a bomb', () => write('bomb', zstdCompressSync(Buffer.alloc(2 * 1024 * 1024, 'a'))), 'transfer.broken'],
    ['of a file cut off', () => write('cut', readFileSync(backup).subarray(0, -40)), 'transfer.broken'],
    ['of one without its last line', changed((lines) => lines.slice(0, -2)), 'transfer.broken'],
    [
      'of one with a row too many',
      changed((lines) => [...lines.slice(0, -2), '{}', ...lines.slice(-2)]),
      'transfer.broken',
    ],
    [
      'of one with a changed value',
      changed((lines) => lines.map((line, index) => (index > 0 ? line.replaceAll('武汉', '汉武') : line))),
      'transfer.broken',
    ],
    ['of a later format', header(() => ({ format: 2 })), 'transfer.newer'],
    [
      'of later migrations',
      header(({ migrations }) => ({
        migrations: [...(migrations as object[]), { name: '20990101000000_later', checksum: '0'.repeat(64) }],
      })),
      'transfer.newer',
    ],
    [
      'of a table that is not there',
      header(({ tables }) => ({
        tables: [{ name: 'x"; DROP TABLE "Plan', columns: ['id'], rows: 1 }, ...(tables as object[])],
      })),
      'transfer.refused',
    ],
    [
      'of a value that does not fit',
      changed((lines) => lines.map((line) => line.replace('"issueSequence":1', '"issueSequence":"one"'))),
      'transfer.refused',
    ],
  ])('%s', async (_, make, code) => {
    await expect(restoreBackup(target, make())).rejects.toMatchObject({ name: 'DomainError', code })
    expect(Object.values(await dump(target)).flat()).toEqual([])
  })

  it('in a database that holds something', async () => {
    await expect(restoreBackup(source, backup)).rejects.toMatchObject({ code: 'transfer.not_empty' })
  })

  it('while the bot runs on it', async () => {
    if (!server) return
    const bot = new pg.Client({ connectionString: server.url, application_name: 'liaison' })
    await bot.connect()
    await expect(restoreBackup(server, backup)).rejects.toMatchObject({ code: 'transfer.bot_runs' })
    await bot.end()
  })
})

it('reads lines however the bytes are cut', async () => {
  const bytes = Buffer.from('第一行\n\n第三行')
  for (let size = 1; size <= bytes.length; size++) {
    const cut = async function* () {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
    }
    const lines: string[] = []
    for await (const line of readLines(cut())) lines.push(line)
    expect(lines).toEqual(['第一行', '', '第三行'])
  }
})
