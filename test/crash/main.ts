/**
 * Kills the bot again and again while people work with it, and counts what was lost and what came twice:
 * `npm run crash -- --rounds 200 --seed 1 [--replicas 3] [--database postgresql://…] [--calm] [--keep]`. Exits with 1 unless both
 * are none. An interrupt ends it after the round that is being played, with its account.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runCrash } from './run.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    replicas: { type: 'string' },
    database: { type: 'string' },
    calm: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
})
const options = z
  .object({
    rounds: z.coerce.number().int().min(1).max(100_000).default(20),
    seed: z.coerce
      .number()
      .int()
      .min(0)
      .default(() => Date.now() % 1_000_000),
    replicas: z.coerce.number().int().min(0).max(10).default(0),
    database: z.string().nullable().default(null),
    calm: z.boolean().default(false),
    keep: z.boolean().default(false),
  })
  .transform((given) => ({ ...given, replicas: given.replicas || Number(given.database !== null) }))
  .parse(values)

const say = (line: string) => void process.stdout.write(`${line}\n`)
const started = performance.now()
let interrupted = false
process.once('SIGINT', () => {
  interrupted = true
})
const result = await runCrash({ ...options, enough: () => interrupted }, say)
const { lost, duplicated, misled, fell, unsent, kinds, folder, ...counts } = result
for (const line of misled) say(`  told that it failed, though it was stored: ${line}`)
for (const line of [...lost, ...duplicated, ...fell]) say(`  ${line}`)
for (const [reason, count] of Object.entries(unsent)) say(`  ${count} not sent, ${reason}`)
for (const [kind, { tried, acknowledged }] of Object.entries(kinds).sort())
  say(`  ${kind}: ${tried} tried, ${acknowledged} acknowledged`)
say(`seed ${options.seed}, ${((performance.now() - started) / 1000).toFixed(0)} s`)
for (const [name, count] of Object.entries(counts)) say(`  ${name}: ${count}`)
say(`  misled: ${misled.length}\n  lost: ${lost.length}\n  duplicated: ${duplicated.length}\n  fell: ${fell.length}`)
const clean = lost.length + duplicated.length + fell.length === 0
if (clean && !options.keep) rmSync(folder, { recursive: true })
else say(`The logs and the database are kept in ${folder}`)
if (!clean) process.exitCode = 1
