import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startBot } from './bot.ts'
import { startEndpoint } from './http.ts'
import { watchProcess } from './judge.ts'
import { baseMaterial } from './material.ts'
import { type Found, replay, runEpisode } from './run.ts'
import { shrink } from './shrink.ts'
import type { Step } from './step.ts'
import { keptWorld, makeWorld, openWorld } from './world.ts'

const { values: given } = parseArgs({
  allowNegative: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    payloads: { type: 'string' },
    episode: { type: 'string', default: '2000' },
    shrink: { type: 'boolean', default: true },
    replay: { type: 'string' },
    world: { type: 'string' },
    folder: { type: 'string', default: '.data/fuzz' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const seed = Number(given.seed)
const wanted = given.payloads === undefined ? Number.POSITIVE_INFINITY : Number(given.payloads)

const base = baseMaterial()
const world = await keptWorld(given.world, () => makeWorld({ ...base, views: new Map(), values: new Map() }))
const bot = startBot(await openWorld(world), world.state, world.at)
const endpoint = await startEndpoint(bot)
say(
  `listeners ${base.listeners.length}, verbs ${base.grammar.verbs.length}, examples ${base.grammar.examples.length}, modals seen ${world.views.size}`,
)

if (given.replay !== undefined) {
  watchProcess()
  const { steps } = JSON.parse(readFileSync(given.replay, 'utf8')) as { steps: Step[] }
  const found = await replay(bot, endpoint, world, steps)
  for (const { what, detail } of found) say(`${what}\n${detail}\n`)
  say(`${steps.length} steps, ${found.length} findings`)
  process.exit(found.length > 0 ? 1 : 0)
}

watchProcess()
const started = Date.now()
const until = started + Number(given.minutes) * 60_000
const findings = new Map<string, Found>()
const hits = new Map<string, number>()
let payloads = 0
for (let number = 0; payloads < wanted && Date.now() < until; number += 1) {
  const found = await runEpisode(bot, endpoint, world, base, {
    seed: seed * 1_000_003 + number,
    length: Math.min(Number(given.episode), wanted - payloads),
    onStep(step) {
      payloads += 1
      if (step.kind !== 'travel') hits.set(step.listener, (hits.get(step.listener) ?? 0) + 1)
      return Date.now() > until
    },
  })
  for (const one of found) {
    if (findings.has(one.what)) continue
    findings.set(one.what, one)
    say(`\nFINDING ${findings.size} (seed ${one.seed}, step ${one.steps.length}): ${one.what}\n${one.detail}`)
    const steps = given.shrink ? await shrink(bot, endpoint, world, one) : one.steps
    mkdirSync(given.folder, { recursive: true })
    const file = `${given.folder}/${findings.size}.json`
    writeFileSync(file, JSON.stringify({ what: one.what, seed: one.seed, steps }, null, 1))
    say(
      steps
        ? `shrunk to ${steps.length} of ${one.steps.length} steps: ${file}\n${JSON.stringify(steps.at(-1)).slice(0, 1200)}`
        : `not seen again alone: ${file}`,
    )
  }
  const seconds = (Date.now() - started) / 1000
  say(
    `${payloads} payloads, ${Math.round(seconds)} s, ${Math.round(payloads / seconds)} a second, ${Math.round(process.cpuUsage().user / 1e6)} s of CPU, ${findings.size} findings, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
}
const never = base.listeners.filter(({ kind, id }) => !hits.has(`${kind} ${id}`) && kind !== 'error')
say(
  `seed ${seed}: ${payloads} payloads, ${findings.size} findings; listeners never reached: ${never.map(({ kind, id }) => `${kind} ${id}`).join(', ') || 'none'}`,
)
for (const what of findings.keys()) say(`- ${what}`)
process.exit(findings.size > 0 ? 1 : 0)
