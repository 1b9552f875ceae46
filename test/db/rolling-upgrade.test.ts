import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { prepare } from '../../src/db/database.ts'
import type { Engine } from '../../src/db/engine.ts'
import { MIGRATIONS_FOLDER, type Migration, migrate, readMigrations } from '../../src/db/migrator.ts'
import type { Context } from '../../src/usecases/context.ts'
import { fileReport } from '../../src/usecases/report/file-report.ts'
import { engines } from '../support/older-database.ts'
import { as, people, setUpWorld } from '../support/world.ts'

/** What the next version may do to the schema while this one still runs. */
const expansion: Migration = {
  name: '29990101000000_expand',
  checksum: '0'.repeat(64),
  sql: `CREATE TABLE "Later" ("id" SERIAL PRIMARY KEY, "planId" INTEGER REFERENCES "Plan"("id") ON DELETE CASCADE);
    ALTER TABLE "ProgressReport" ADD COLUMN "later" TEXT;
    ALTER TABLE "AuditEvent" ADD COLUMN "laterToo" INTEGER NOT NULL DEFAULT 7;
    CREATE INDEX "ProgressReport_later_idx" ON "ProgressReport"("later");`,
}

describe.each(engines)('a newer schema under this version (%s)', (_, open) => {
  it('changes nothing for a process that runs, and one more starts on it', async () => {
    const engine = await open()
    const running = await prepare(engine)
    try {
      const world = await setUpWorld(running)
      expect(await file(world, '升级之前')).toBe(1)
      await upgrade(engine)
      expect(await file(world, '升级之后')).toBe(2)
      const started = await prepare(engine)
      expect(started.migrations).toEqual({ applied: [], unknown: [expansion.name] })
      expect(await file({ ...world, database: started }, '升级之后启动')).toBe(3)
    } finally {
      // Both are on the one engine.
      await running.close()
    }
  })
})

it('is told to the log by the process that starts on it', async () => {
  const [[, open] = []] = engines
  const engine = await open?.()
  if (!engine) throw new TypeError('no engine')
  await (await prepare(engine)).client.$disconnect()
  await upgrade(engine)
  const database = await prepare(engine)
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const config = readConfig({ LIAISON_SANDBOX_PORT: '0', LIAISON_SEED: '0' })
  const app = await createApp(config, log, { database, timers: false })
  await app.stop()
  await database.close()
  expect(lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ unknown: [expansion.name] })])
})

/**
 * While replicas are replaced one by one, the old ones run on the schema of the new: a migration may add, and never take
 * away, rename or narrow what older code reads and writes. What is no longer needed goes with a later version. A value
 * added to an enum counts too: older code cannot read the row that holds it.
 */
describe('a migration', () => {
  const since = '20240106'
  const newer = readMigrations(MIGRATIONS_FOLDER).filter(({ name }) => name >= since)

  it.each(newer.map(({ name, sql }) => [name, sql]))('%s only expands', (_, sql) => {
    expect(narrowings(sql)).toEqual([])
  })

  it.each([
    'ALTER TABLE "Issue" DROP COLUMN "title"',
    'DROP TABLE "Issue"',
    'ALTER TABLE "Issue" RENAME COLUMN "title" TO "name"',
    'ALTER TABLE "Issue" ALTER COLUMN "details" SET NOT NULL',
    'ALTER TABLE "Issue" ALTER COLUMN "no" SET DATA TYPE TEXT',
    'ALTER TABLE "Issue" ADD COLUMN "kind" TEXT NOT NULL, ADD COLUMN "more" TEXT DEFAULT 1',
    'ALTER TABLE "Issue" ADD CONSTRAINT "one" CHECK ("no" > 0)',
    'CREATE UNIQUE INDEX "Issue_title_key" ON "Issue"("title")',
    `ALTER TYPE "IssueState" ADD VALUE 'resting'`,
  ])('is found out where it narrows: %s', (sql) => {
    expect(narrowings(sql)).toHaveLength(1)
  })

  it('may do as it likes with its own tables', () => {
    expect(narrowings(`${expansion.sql} CREATE UNIQUE INDEX "Later_planId_key" ON "Later"("planId");`)).toEqual([])
  })
})

/** The statements that older code may not survive. */
function narrowings(sql: string): string[] {
  const statements = sql
    .replace(/--.*$/gm, '')
    .replace(/\$\$.*?\$\$/gs, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
  const own = new Set(statements.flatMap((statement) => /^CREATE TABLE "(\w+)"/i.exec(statement)?.[1] ?? []))
  const table = /(?:TABLE|\bON) "(\w+)"/i
  return statements.filter((statement) => !own.has(table.exec(statement)?.[1] ?? '') && narrows(statement))
}

function narrows(statement: string): boolean {
  if (/\b(?:DROP|RENAME|TRUNCATE|ADD CONSTRAINT|ADD VALUE|CREATE UNIQUE INDEX|SET NOT NULL)\b/i.test(statement))
    return true
  if (/\bALTER COLUMN "\w+" (?:SET DATA )?TYPE\b/i.test(statement)) return true
  return statement.split(/,(?= ADD)/i).some((part) => /ADD COLUMN .*NOT NULL/i.test(part) && !/DEFAULT/i.test(part))
}

async function upgrade(engine: Engine): Promise<void> {
  await engine.withConnection((connection) => migrate(connection, [...readMigrations(MIGRATIONS_FOLDER), expansion]))
}

/** Files a report and gives its version. */
async function file(context: Context, summary: string): Promise<number> {
  const input = { taskNo: 1, unitId: null, periodKey: null, percent: 80, status: 'on_track', summary } as const
  return (await fileReport(context, as(people.participant), input)).version
}
