import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../../src/main.ts')
const travel = join(import.meta.dirname, 'travel.ts')

/** A process of the bot. */
export type Bot = {
  /** True once it serves; false where it ended before that. */
  ready: Promise<boolean>
  /** How it ended, by exit code or signal. */
  ended: Promise<{ code: number | null; signal: string | null }>
  alive(): boolean
  /** Ends it as a power cut would. */
  kill(): void
  /** Asks it to stop, as an operator would. */
  term(): void
}

/** Starts src/main.ts as it is. Its log lines are appended to `logFile`. */
export function startProcess(env: Record<string, string>, logFile: string): Bot {
  const log = openSync(logFile, 'a')
  const options = ['--disable-warning=ExperimentalWarning', '--import', travel, main]
  const child = spawn(process.execPath, options, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', log],
  })
  closeSync(log)
  const ended = endOf(child)
  return {
    ended,
    ready: Promise.race([says(child, 'Liaison is ready'), ended.then(() => false)]),
    alive: () => child.exitCode === null && child.signalCode === null,
    kill: () => void child.kill('SIGKILL'),
    term: () => void child.kill('SIGTERM'),
  }
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = await once(child, 'exit')
  return { code, signal }
}

async function says({ stdout }: ChildProcess, words: string): Promise<boolean> {
  if (!stdout) return false
  const lines = createInterface({ input: stdout })
  return new Promise((resolve) => {
    lines.on('line', (line) => line.includes(words) && resolve(true))
    lines.on('close', () => resolve(false))
  })
}
