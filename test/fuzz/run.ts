import type { Bot } from './bot.ts'
import { due, inspect, take } from './episode.ts'
import { nextStep } from './generate.ts'
import type { Endpoint } from './http.ts'
import { emptyMemory } from './invariants.ts'
import type { Finding } from './judge.ts'
import { type Material, noteViews } from './material.ts'
import { randomOf } from './random.ts'
import type { Step } from './step.ts'
import { openWorld, type World } from './world.ts'

/** A finding with the steps since the world began that led to it. */
export type Found = Finding & { seed: number; steps: Step[] }

/** How many steps pass between two looks at what is due, and at the database. */
const pace = { due: 60, inspect: 300 }

/** Gives the bot the world anew. */
async function renew(bot: Bot, world: World): Promise<void> {
  const used = bot.edge.context.database
  bot.reset(await openWorld(world), world.state, world.at)
  await used.close()
  bot.lines.splice(0)
  bot.deals.splice(0)
  bot.slack.calls.splice(0)
}

/** One episode: `length` steps from the world on, by a seed. */
export async function runEpisode(
  bot: Bot,
  endpoint: Endpoint,
  world: World,
  base: Pick<Material, 'listeners' | 'grammar' | 'names'>,
  course: Course,
): Promise<Found[]> {
  await renew(bot, world)
  const values = new Map([...world.values].map(([id, known]) => [id, new Set(known)]))
  return runSteps(bot, endpoint, { ...base, views: copyOf(world.views), values }, course)
}

/** How far to go and by which seed. `onStep` is told each step; true from it ends the course. */
export type Course = { seed: number; length: number; onStep?: (step: Step) => boolean }

/** Steps from where the bot stands now, looking at what is due and at the database every so often. */
export async function runSteps(
  bot: Bot,
  endpoint: Endpoint,
  material: Material,
  { seed, length, onStep }: Course,
): Promise<Found[]> {
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
