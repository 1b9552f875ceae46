import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'

const COMMITS = 50
const at = new Date('2024-06-24T01:00:00Z')
let parent: string
let dataDir: string
let open: Database[]

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'liaison-data-'))
  dataDir = join(parent, 'data')
  open = []
})

afterEach(async () => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  for (const database of open) await database.close()
  rmSync(parent, { recursive: true })
})

async function start(): Promise<Database> {
  const database = await openDatabase({ url: null, dataDir })
  open.push(database)
  return database
}

it('makes its folder for its user alone, and finds everything again', async () => {
  const first = await start()
  await first.client.workspace.create({ data: { id: 'T1', name: '武汉', createdAt: at } })
  await first.close()
  const second = await start()
  expect(second.migrations.applied).toEqual([])
  expect(await second.client.workspace.findMany()).toMatchObject([{ id: 'T1', name: '武汉', createdAt: at }])
  for (const folder of [dataDir, join(dataDir, 'postgres')]) expect(statSync(folder).mode & 0o777).toBe(0o700)
  await second.close()
  expect(readdirSync(dataDir).sort()).toEqual(['lock', 'postgres'])
})

it('refuses a second opening, and opens after the first is closed', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(`pid ${process.pid}`)
  await first.client.workspace.create({ data: { id: 'T1', name: '武汉', createdAt: at } })
  await first.close()
  await first.close()
  expect(await (await start()).client.workspace.count()).toBe(1)
})

it('syncs every commit to the disk', async () => {
  const database = await start()
  const real = fs.fsyncSync
  const fsync = vi.spyOn(fs, 'fsyncSync').mockImplementation((handle) => real(handle))
  syncBuiltinESMExports()
  for (let commit = 0; commit < COMMITS; commit++)
    await database.client.workspace.create({ data: { id: `T${commit}`, name: '武汉', createdAt: at } })
  expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(COMMITS)
})

it('does not lose its footing when the first start was cut off', async () => {
  mkdirSync(join(dataDir, 'postgres.new-cut-off', 'base'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.new-cut-off', 'PG_VERSION'), '')
  const database = await start()
  expect(database.migrations.applied.length).toBeGreaterThan(0)
  expect(existsSync(join(dataDir, 'postgres.new-cut-off'))).toBe(false)
})

it('refuses a folder with something else in it, and leaves that alone', async () => {
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow('found: 17')
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION'])
})

it('says what is wrong with a path that can be no folder', async () => {
  writeFileSync(dataDir, '')
  await expect(start()).rejects.toThrow(`The data folder ${dataDir} cannot be used`)
})
