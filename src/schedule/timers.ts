import { schedule } from 'node-cron'
import type { Log } from '../log.ts'

/** What the timers set off. */
export type Timed = { work: () => Promise<void>; maintain: () => Promise<void> }

/** The timers of a process. They keep nothing: what is due is in the ledger and the outbox, so a missed tick loses nothing. */
const timers = [
  { name: 'due jobs and messages', cron: '*/5 * * * * *', run: (timed: Timed) => timed.work() },
  { name: 'database upkeep', cron: '30 3 * * *', run: (timed: Timed) => timed.maintain() },
] as const

/** Starts the timers; the answer stops them. */
export function startTimers(log: Log, timed: Timed): () => Promise<void> {
  const tasks = timers.map(({ name, cron, run }) =>
    schedule(cron, () => run(timed).catch((error) => log.error({ err: error, timer: name }, 'a timer failed')), {
      name,
      noOverlap: true,
      suppressMissedWarning: true,
    }),
  )
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()))
  }
}
