import type { Bot } from './bot.ts'
import { due, inspect, take } from './episode.ts'
import { type Material, nextStep } from './generate.ts'
import type { Endpoint } from './http.ts'
import { emptyMemory } from './invariants.ts'
import type { Finding } from './judge.ts'
import { noteViews } from './material.ts'
import { randomOf } from './random.ts'
import type { Step } from './step.ts'
import { openWorld, type World } from './world.ts'

/** A finding with the steps since the world began that led to it. */
export type Found = Finding & { seed: number; steps: Step[] }

/** How many steps pass between two looks at what is due, and at the database. */
const pace = { due: 20, inspect: 100 }

/** Gives the bot the world anew. */
export async function renew(bot: Bot, world: World): Promise<void> {
  const used = bot.edge.context.database
  bot.reset(await openWorld(world), world.state, world.at)
  await used.close()
  bot.lines.splice(0)
  bot.deals.splice(0)
  bot.slack.calls.splice(0)
}

/** One episode: `length` steps from the world on, by a seed. `onStep` is told each; true from it ends the episode. */
export async function runEpisode(
  bot: Bot,
  endpoint: Endpoint,
  world: World,
  base: Pick<Material, 'listeners' | 'grammar' | 'names'>,
  { seed, length, onStep }: { seed: number; length: number; onStep?: (step: Step) => boolean },
): Promise<Found[]> {
  await renew(bot, world)
  const material: Material = {
    ...base,
    views: copyOf(world.views),
    values: new Map([...world.values].map(([id, values]) => [id, new Set(values)])),
  }
  const random = randomOf(seed)
  const memory = emptyMemory()
  await inspect(bot, memory)
  const steps: Step[] = []
  const found: Found[] = []
  const note = (findings: readonly Finding[]) => {
    noteViews(bot, material)
    found.push(...findings.map((one) => ({ ...one, seed, steps: [...steps] })))
  }
  for (let count = 1; count <= length; count += 1) {
    const step = nextStep(random, bot, material)
    steps.push(step)
    note(await take(bot, endpoint, step))
    if (count % pace.due === 0) note(await due(bot))
    if (count % pace.inspect === 0 || count === length) note(await inspect(bot, memory))
    if (onStep?.(step)) break
  }
  return found
}

const copyOf = <T>(map: Map<string, T[]>) => new Map([...map].map(([key, list]) => [key, [...list]]))

/** Takes these steps in a fresh world and looks at everything at the end; gives what was found. */
export async function replay(bot: Bot, endpoint: Endpoint, world: World, steps: readonly Step[]): Promise<Finding[]> {
  await renew(bot, world)
  const memory = emptyMemory()
  await inspect(bot, memory)
  const found: Finding[] = []
  for (const step of steps) {
    found.push(...(await take(bot, endpoint, step)))
    bot.slack.calls.splice(0)
  }
  found.push(...(await due(bot)), ...(await inspect(bot, memory)))
  return found
}
