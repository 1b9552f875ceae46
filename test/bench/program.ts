import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** A program of this repository, running as a process of its own. */
export type Program = {
  /** Milliseconds from its start until it said that it was ready. */
  readyAfter: number
  /** Its resident memory in MB: as it is, or after its garbage was collected. */
  memory(as: 'found' | 'collected'): Promise<number>
  /** Ends it, and waits for its end. */
  stop(): Promise<void>
}

const preload = join(import.meta.dirname, 'programs', 'tell-memory.ts')
const root = join(import.meta.dirname, '..', '..')
// As `npm start` has it.
const cache = join(root, 'src', 'compile-cache.ts')

/** Starts a program, by its path in the repository, and waits until it says "ready". @throws Error when it ends before that */
export async function startProgram(path: string, env: Record<string, string>): Promise<Program> {
  const begun = performance.now()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', cache, '--import', preload, join(root, path)],
    { cwd: root, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const ended = once(child, 'exit')
  const ready = new Promise<number>((resolve) => {
    createInterface({ input: child.stdout as Readable }).on('line', (line) => {
      if (/\bready\b/.test(line)) resolve(performance.now() - begun)
    })
  })
  const readyAfter = await Promise.race([ready, ended.then(() => null)])
  if (readyAfter === null) throw new Error(`${path} ended before it was ready`)
  return {
    readyAfter,
    async memory(as) {
      child.send(as)
      const [bytes] = await once(child, 'message')
      return Number(bytes) / 1e6
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
