import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListeningSlack } from '../support/slack-over-http.ts'
import { openSlack, startReceiving } from './filing-stage.ts'
import { type Bench, type Finding, median } from './measure.ts'
import { type Program, startProgram } from './program.ts'

const ROUNDS = 3

type Start = { ms: number; mb: number }
type Round = { first: Start; next: Start; bolt: Start; pglite: Start }

/** How long `npm start` takes, at first and again, and the memory that the bot then has. */
export const start: Bench = {
  name: 'start',
  limit:
    'a Bolt app that only acknowledges and PGlite on a folder that is there, each as a process of its own, added: 1 ×. Both have ' +
    'a Node of their own, which the bot has once. The first start unpacks the database and reads in the plan besides.',
  async run() {
    const slack = await openSlack()
    try {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(slack))
      return findingsOf(rounds)
    } finally {
      await slack.stop()
    }
  },
}

async function measure(slack: ListeningSlack): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'))
  const env = { LIAISON_DATA: folder, LIAISON_SANDBOX_PORT: '0', LIAISON_LOG: 'error' }
  const pglite = { LIAISON_DATA: join(folder, 'database', 'postgres') }
  try {
    const first = await startOf(startProgram('src/main.ts', env))
    const next = await startOf(startProgram('src/main.ts', env))
    const bolt = await startOf(
      startReceiving('test/bench/programs/bolt-hello.ts', slack, {}).then((one) => one.program),
    )
    return { first, next, bolt, pglite: await startOf(startProgram('test/bench/programs/open-pglite.ts', pglite)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function startOf(starting: Promise<Program>): Promise<Start> {
  const program = await starting
  const mb = await program.memory('found')
  await program.stop()
  return { ms: program.readyAfter, mb }
}

function findingsOf(rounds: readonly Round[]): Finding[] {
  const middle = (who: keyof Round, part: keyof Start) => median(rounds.map((round) => round[who][part]))
  const sum = (part: keyof Start) => middle('bolt', part) + middle('pglite', part)
  const shares = (who: 'first' | 'next'): Finding[] => [
    { what: `${who} start over the sum`, value: middle(who, 'ms') / sum('ms'), unit: '×', atMost: 1.5 },
    { what: `memory after ${who} start over the sum`, value: middle(who, 'mb') / sum('mb'), unit: '×', atMost: 1.5 },
  ]
  const own = (['first', 'next', 'bolt', 'pglite'] as const).flatMap((who): Finding[] => [
    { what: `until ready, ${who}`, value: middle(who, 'ms'), unit: 'ms' },
    { what: `memory when ready, ${who}`, value: middle(who, 'mb'), unit: 'MB' },
  ])
  return [...own, ...shares('first'), ...shares('next')]
}
