import { setTimeout as wait } from 'node:timers/promises'
import { type Bot, startProcess } from './bots.ts'

const startTries = 20
/** How long a start takes on an idle machine. */
const usualStartMs = 1500
/** A start that was held up longer says nothing of how fast the rest goes. */
const slowest = 3

/** The bots that run side by side, and what was done to them. */
export type Crew = {
  kills: number
  /** Ended by themselves while they served: no fault may do that. */
  fell: string[]
  /** Gave up while starting, for want of Slack or the database. */
  failedStarts: number
  /**
   * Starts those that are not there; kills one so long after its start. Resolves once one of them serves, with how many
   * times longer the last start took than on an idle machine.
   */
  fill(killStarting: number | null): Promise<number>
  kill(place: number): void
  someoneServes(): boolean
  /** Stops all but one as an operator would, and waits until that one serves. */
  reduce(): Promise<void>
  /** Stops whatever runs as an operator would. */
  stop(): Promise<void>
  /** Ends whatever runs. */
  end(): Promise<void>
}

/** No bots yet; `start` starts one. */
export function createCrew(size: number, env: Record<string, string>, logFile: string): Crew {
  let places = [...Array(size).keys()]
  const bots: (Bot | null)[] = places.map(() => null)
  let pace = 1
  const killed = new WeakSet<Bot>()
  const serving = new WeakSet<Bot>()

  const start = (place: number): Bot => {
    const bot = startProcess(env, logFile)
    const begun = performance.now()
    bots[place] = bot
    bot.ready.then((ready) => {
      if (!ready) return
      serving.add(bot)
      pace = Math.min(slowest, Math.max(1, (performance.now() - begun) / usualStartMs))
    })
    bot.ended.then(({ code, signal }) => {
      if (bots[place] === bot) bots[place] = null
      if (killed.has(bot)) return
      if (serving.has(bot)) crew.fell.push(`a bot ended by itself: code ${code}, signal ${signal}`)
      else crew.failedStarts += 1
    })
    return bot
  }
  const end = async (bot: Bot, how: 'kill' | 'term') => {
    killed.add(bot)
    bot[how]()
    return bot.ended
  }
  const stopped = async (bot: Bot) => {
    const served = serving.has(bot)
    const { code, signal } = await end(bot, 'term')
    if (served && code !== 0) crew.fell.push(`a stop failed: code ${code}, signal ${signal}`)
  }
  const missing = () => places.filter((place) => !bots[place]?.alive())
  const alive = () => bots.filter((bot) => bot !== null).filter((bot) => bot.alive())
  const someone = async () => {
    for (let tried = 0; tried < startTries; tried++) {
      for (const place of missing()) start(place)
      const started = alive()
      if (await Promise.any(started.map((bot) => must(bot.ready))).catch(() => false)) return
      // Those that gave up have closed their output, and end in a moment.
      await Promise.all(started.map((bot) => bot.ended))
    }
    throw new Error(`No bot starts: see ${logFile}`)
  }

  const crew: Crew = {
    kills: 0,
    fell: [],
    failedStarts: 0,
    async fill(killStarting) {
      const started = missing()
      for (const place of started) start(place)
      const [place] = started
      if (killStarting !== null && place !== undefined) {
        await wait(killStarting * pace)
        crew.kill(place)
      }
      await someone()
      return pace
    },
    kill(place) {
      const bot = bots[place]
      if (!bot?.alive()) return
      crew.kills += 1
      bots[place] = null
      end(bot, 'kill')
    },
    someoneServes: () => alive().some((bot) => serving.has(bot)),
    async reduce() {
      const [keep = 0] = places.filter((place) => !missing().includes(place))
      const others = alive().filter((bot) => bot !== bots[keep])
      places = [keep]
      await Promise.all(others.map(stopped))
      await someone()
    },
    async stop() {
      await Promise.all(alive().map(stopped))
    },
    async end() {
      await Promise.all(alive().map((bot) => end(bot, 'kill')))
    },
  }
  return crew
}

async function must(ready: Promise<boolean>): Promise<true> {
  if (!(await ready)) throw new Error('ended while starting')
  return true
}
