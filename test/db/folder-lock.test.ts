import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from '../../src/db/folder-lock.ts'

const STARTERS = 6
let folder: string
let children: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-lock-'))
  children = []
})

afterEach(async () => {
  await Promise.all(children.map(kill))
  rmSync(folder, { recursive: true })
})

it('refuses a folder that another process holds, naming folder and process in both languages', async () => {
  const { child, word } = await startHolder()
  expect(word).toBe('held')
  expect((await startHolder()).word).toBe('refused')
  const attempt = () => lockFolder(folder)
  expect(attempt).toThrow(folder)
  expect(attempt).toThrow(`pid ${child.pid}`)
  expect(attempt).toThrow('进程号')
})

it('is free again the moment its holder is killed', async () => {
  const { child } = await startHolder()
  await kill(child)
  lockFolder(folder).release()
})

it('refuses a second hold within one process, which costs the first nothing, and is free after release', async () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(`pid ${process.pid}`)
  expect((await startHolder()).word).toBe('refused')
  lock.release()
  lock.release()
  lockFolder(folder).release()
})

it(`lets exactly one of ${STARTERS} processes that start together have it`, async () => {
  const words = await Promise.all(Array.from({ length: STARTERS }, async () => (await startHolder()).word))
  expect(words.filter((word) => word === 'held')).toHaveLength(1)
  expect(words.filter((word) => word === 'refused')).toHaveLength(STARTERS - 1)
})

async function startHolder(): Promise<{ child: ChildProcess; word: string }> {
  const script = join(import.meta.dirname, 'hold-folder.ts')
  const child = spawn(process.execPath, ['--expose-gc', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [chunk] = await once(child.stdout, 'data')
  return { child, word: String(chunk).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
