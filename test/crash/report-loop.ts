/**
 * Kills the whole bot with SIGKILL again and again while a liaison reports, then counts:
 * `node test/crash/report-loop.ts [rounds]`. Every acknowledged report must be there, once; else it exits with 1.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '../../src/db/database.ts'

const rounds = Number(process.argv[2] ?? 20)
const liaison = 'U0UNIT01'
const channel = 'C0LIAISON'
const dataDir = mkdtempSync(join(tmpdir(), 'liaison-crash-'))
const acknowledged: string[] = []
let tried = 0
try {
  for (let round = 1; round <= rounds; round++) await runAndKill(Math.random() < 0.2)
  process.exitCode = await count()
} finally {
  rmSync(dataDir, { recursive: true })
}

async function runAndKill(atStart: boolean): Promise<void> {
  const bot = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { PATH: process.env.PATH, LIAISON_DATA: dataDir, LIAISON_SANDBOX_PORT: '0', LIAISON_LOG: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(bot, 'exit')
  const kill = (within: number) => setTimeout(() => bot.kill('SIGKILL'), Math.random() * within)
  if (atStart) kill(3000)
  for await (const line of createInterface({ input: bot.stdout })) {
    const url = /http:\S+/.exec(line)?.[0]
    if (!url) continue
    if (!atStart) kill(4000)
    await reportUntilDead(url)
  }
  const [, signal] = await gone
  if (signal !== 'SIGKILL') throw new Error('The bot ended by itself')
}

/** Reports as fast as receipts come back; a report counts as acknowledged once its receipt is seen. */
async function reportUntilDead(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  for (;;) {
    const token = `report-${++tried}`
    const text = `${(tried % 3) + 1} 50% 达进度 ${token}`
    const body = JSON.stringify({ user: liaison, channel, command: '/progress', text })
    try {
      await (await fetch(`${url}/sandbox/commands`, { method: 'POST', headers, body })).json()
      const seen = await (await fetch(`${url}/sandbox/state?user=${liaison}`)).text()
      if (seen.includes(`${token}」`)) acknowledged.push(token)
    } catch {
      return
    }
  }
}

async function count(): Promise<number> {
  const database = await openDatabase({ url: null, dataDir: join(dataDir, 'database') })
  const stored = (await database.client.progressReport.findMany()).map((report) => report.summary)
  const audited = await database.client.auditEvent.count({ where: { action: 'report.file' } })
  await database.close()
  const lost = acknowledged.filter((token) => !stored.includes(token)).length
  const twice = stored.length - new Set(stored).size
  process.stdout.write(
    `${rounds} kills: ${tried} tried, ${acknowledged.length} acknowledged, ${lost} lost, ${twice} stored twice; ${stored.length} stored, ${audited} audited\n`,
  )
  return lost === 0 && twice === 0 && audited === stored.length ? 0 : 1
}
