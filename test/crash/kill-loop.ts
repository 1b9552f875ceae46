/**
 * Kills a writer with SIGKILL again and again, then counts: `node test/crash/kill-loop.ts [rounds]`. Every acknowledged
 * event must be there, and as many counted as written; else it exits with 1.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '../../src/db/database.ts'

const rounds = Number(process.argv[2] ?? 20)
const dataDir = mkdtempSync(join(tmpdir(), 'liaison-crash-'))
const acknowledged: string[] = []
try {
  for (let round = 1; round <= rounds; round++) {
    // Some die while starting, first start and crash recovery included, the others at some statement of some transaction.
    await runAndKill(round, Math.random() < 0.2)
  }
  process.exitCode = await count()
} finally {
  rmSync(dataDir, { recursive: true })
}

async function runAndKill(round: number, atStart: boolean): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dataDir, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(writer, 'exit')
  const delay = Math.random() * 1000
  if (atStart) setTimeout(() => writer.kill('SIGKILL'), delay)
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line === 'ready') setTimeout(() => writer.kill('SIGKILL'), delay)
    else acknowledged.push(line)
  }
  const [, signal] = await gone
  if (signal !== 'SIGKILL') throw new Error(`The writer of round ${round} ended by itself`)
}

async function count(): Promise<number> {
  const database = await openDatabase({ url: null, dataDir })
  const found = new Set((await database.client.auditEvent.findMany()).map(({ subject }) => subject))
  const counted = Number((await database.client.workspace.findFirst())?.name ?? 0)
  await database.close()
  const lost = acknowledged.filter((subject) => !found.has(subject)).length
  process.stdout.write(
    `${rounds} kills: ${acknowledged.length} acknowledged, ${lost} lost; ${found.size} found, ${counted} counted\n`,
  )
  return lost === 0 && counted === found.size ? 0 : 1
}
