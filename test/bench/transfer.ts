import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { type Database, prepare } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { Engine } from '../../src/db/engine.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { restoreBackup, writeBackup } from '../../src/db/transfer/backup-file.ts'
import { inSnapshot } from '../../src/db/transfer/read-rows.ts'
import { readTables } from '../../src/db/transfer/tables.ts'
import { erasePerson } from '../../src/usecases/person/erase-person.ts'
import { exportInstallation } from '../../src/usecases/transfer/export-installation.ts'
import { importInstallation } from '../../src/usecases/transfer/import-installation.ts'
import { createDatabase, findServer } from '../support/postgres-server.ts'
import { fillLargeInstallation } from './large-installation.ts'
import type { Bench, Finding } from './measure.ts'

const reports = 100_000
const now = new Date('2024-06-24T01:00:00Z')

/** Backup, restore, export and import of an installation of 100,000 reports, on both databases and across. */
export const transfer: Bench = {
  name: 'transfer',
  limit:
    'a copy must read every row once: 1 × what the database takes to write all rows as JSON, in one query a table; a ' +
    'restore writes each row, its indexes and its references, which takes PostgreSQL itself some 3 to 6 times as long.',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'))
    try {
      return await inFolder(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function inFolder(folder: string): Promise<Finding[]> {
  const findings: Finding[] = []
  const file = (name: string) => join(folder, name)
  const embedded = await openEmbedded(file('data'))
  await prepare(embedded)
  await embedded.withConnection((connection) => fillLargeInstallation(connection, reports))
  const reading = await timed(() => readAll(embedded))
  findings.push({ what: `reading all of ${reports} reports, embedded`, value: reading.ms, unit: 'ms' })
  findings.push(...(await waiting(embedded, file('copy'))))
  const first = await timed(() => writeBackup(embedded, file('embedded.backup'), now))
  findings.push(ratio('backup, embedded', first, reading))
  findings.push({ what: 'size of the backup', value: statSync(file('embedded.backup')).size / 1e6, unit: 'MB' })

  const original = await printsOf(embedded)
  const server = await findServer(process.env.TEST_DATABASE_URL)
  if (server) {
    const { url, drop } = await createDatabase(server.url)
    try {
      findings.push(...(await onServer(url, file)))
    } finally {
      await drop()
    }
    const home = await openEmbedded(file('home'))
    const back = await timed(() => restoreBackup(home, file('server.backup')))
    findings.push(ratio('restore, server to embedded', back, reading))
    findings.push(differing('embedded to server and back', original, await printsOf(home)))
    await home.close()
  }
  const exported = await timed(() => exportInstallation(embedded, file('export'), now))
  findings.push(ratio('export, embedded', exported, reading))
  const target = await openEmbedded(file('imported'))
  const imported = await timed(() => importInstallation(target, file('export')))
  findings.push(ratio('import, embedded', imported, reading))
  findings.push(differing('export and import', original, await printsOf(target)))
  await target.close()
  const again = await prepare(await openEmbedded(file('imported')))
  findings.push({ what: 'erasing a person, embedded', value: await erasing(again), unit: 'ms' })
  await again.close()
  return findings
}

async function onServer(url: string, file: (name: string) => string): Promise<Finding[]> {
  const engine = openPostgres(url)
  const restored = await timed(() => restoreBackup(engine, file('embedded.backup')))
  const own = await timed(() => readAll(engine))
  const backup = await timed(() => writeBackup(engine, file('server.backup'), now))
  const database = await prepare(openPostgres(url))
  const erased = await erasing(database)
  await database.close()
  return [
    { what: 'reading all, server', value: own.ms, unit: 'ms' },
    ratio('restore, embedded to server', restored, own),
    ratio('backup, server', backup, own),
    { what: 'memory more at most, backup, server', value: backup.mb, unit: 'MB', atMost: 200 },
    { what: 'memory more at most, restore, server', value: restored.mb, unit: 'MB', atMost: 200 },
    { what: 'erasing a person, server', value: erased, unit: 'ms' },
  ]
}

/** How long a copy of the folder holds up a statement of the bot, and its event loop. */
async function waiting(engine: Engine, copy: string): Promise<Finding[]> {
  let longest = 0
  let blocked = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    blocked = Math.max(blocked, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const copied = timed(async () => engine.copyTo?.(copy))
  await engine.withConnection(async (connection) => {
    let done = false
    copied.finally(() => {
      done = true
    })
    while (!done) {
      const begun = performance.now()
      await connection.query('SELECT 1')
      longest = Math.max(longest, performance.now() - begun)
      await new Promise((next) => setImmediate(next))
    }
  })
  clearInterval(ticking)
  return [
    { what: 'copy of the folder, bot running', value: (await copied).ms, unit: 'ms' },
    { what: 'longest wait of a statement meanwhile', value: longest, unit: 'ms' },
    { what: 'longest wait of the event loop meanwhile', value: blocked, unit: 'ms' },
  ]
}

async function erasing(database: Database): Promise<number> {
  const context = { database, now: () => DateTime.fromJSDate(now) }
  const person = { workspaceId: 'T1', userId: 'U0UNIT3', random: '0123456789ab' }
  return (await timed(() => erasePerson(context, person))).ms
}

/** What any copy must do at least: every row as JSON, in one query a table, thrown away. */
async function readAll(engine: Engine): Promise<void> {
  await engine.withConnection(async (connection) => {
    for (const { name } of await readTables(connection))
      await connection.query(`SELECT row_to_json(r)::text AS "line" FROM "${name}" r`)
  })
}

/** A print of all rows of each table. */
async function printsOf(engine: Engine): Promise<Map<string, string>> {
  return inSnapshot(engine, async ({ tables, rows }) => {
    const prints = new Map<string, string>()
    for (const table of tables) {
      const hash = createHash('sha256')
      for await (const row of rows(table)) hash.update(row).update('\n')
      prints.set(table.name, hash.digest('hex'))
    }
    return prints
  })
}

function differing(after: string, one: Map<string, string>, other: Map<string, string>): Finding {
  const names = [...new Set([...one.keys(), ...other.keys()])]
  const different = names.filter((name) => one.get(name) !== other.get(name))
  const value = (different.length / names.length) * 100
  return { what: `tables that differ after ${after}`, value, unit: '%', atMost: 0 }
}

type Timed = { ms: number; mb: number }

/** How long some work takes, and how much memory it takes more at most. */
async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const before = process.memoryUsage().rss
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  clearInterval(watching)
  return { ms, mb: (most - before) / 1e6 }
}

function ratio(what: string, taken: Timed, reading: Timed): Finding {
  return { what: `${what}, times reading`, value: taken.ms / reading.ms, unit: '×' }
}
