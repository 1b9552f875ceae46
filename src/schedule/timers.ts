import { schedule } from 'node-cron'
import type { Log } from '../log.ts'

/** What the timers set off. */
export type Timed = { work: () => Promise<void>; maintain: () => Promise<void> }

/** What is due is looked for so often. */
const beatMs = 5000
/** A clock that was set, by more than machines correct in passing. */
const steppedMs = 60_000

/** What happens at a time of day, by the machine's clock and zone. */
const daily = [{ name: 'database upkeep', cron: '30 3 * * *', run: (timed: Timed) => timed.maintain() }] as const

/**
 * Starts the timers; the answer stops them. They keep nothing: what is due is in the ledger and the outbox, so a missed tick
 * loses nothing. What is due is looked for by a clock that nobody sets: node-cron waits for the instant it foresaw, so it
 * stands still when the clock is set back, and goes through every tick that a clock set forward leapt over. It holds what
 * is daily, and is started anew when the clock was set.
 */
export function startTimers(log: Log, timed: Timed): () => Promise<void> {
  const told = (timer: string) => (error: unknown) => log.error({ err: error, timer }, 'a timer failed')
  const startDaily = () =>
    daily.map(({ name, cron, run }) =>
      schedule(cron, () => run(timed).catch(told(name)), { name, noOverlap: true, suppressMissedWarning: true }),
    )
  const stopDaily = async () => {
    await Promise.all(tasks.splice(0).map((task) => task.destroy()))
  }
  const tasks = startDaily()
  let working = false
  let stopped = false
  let ahead = Date.now() - performance.now()
  const beat = setInterval(() => {
    const now = Date.now() - performance.now()
    const stepped = Math.abs(now - ahead) > steppedMs
    ahead = now
    if (stepped) {
      log.warn({ clock: new Date() }, 'the clock was set')
      stopDaily().then(() => {
        if (!stopped) tasks.push(...startDaily())
      }, told('clock'))
    }
    if (working) return
    working = true
    timed
      .work()
      .catch(told('due jobs and messages'))
      .finally(() => {
        working = false
      })
  }, beatMs)
  return async () => {
    stopped = true
    clearInterval(beat)
    await stopDaily()
  }
}
