import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../db/database.ts'

/** Slack itself asks for a new connection now and then; it takes a second or two. */
const linkPatienceSeconds = 30
/** The timer works off what is due every five seconds. */
const workPatienceSeconds = 120
const databasePatienceMs = 3000

/** How a part of the bot is; `seconds`: of the database its round trip, else since when it is not as it should be. */
type Part = { ok: boolean; seconds: number }

/** Whether the bot can do its work, and each part of it. */
export type Readiness = { ok: boolean; parts: { database: Part; slack: Part; work: Part } }

/** What is known of the health of a process. */
export type Health = {
  /** What is due was worked off, or a part of it was. */
  beat(): void
  ready(): Promise<Readiness>
}

/** Health by a clock that nobody sets: `monotonic` counts milliseconds. `disconnectedFor` gives seconds, 0 while connected. */
export function createHealth(
  database: Pick<Database, 'transaction'>,
  disconnectedFor: () => number,
  monotonic: () => number = () => performance.now(),
): Health {
  let last = monotonic()
  let asking: Promise<boolean> | null = null
  // However many want to know, and however long it takes: one at a time, so that bots need not wait for it.
  const askOnce = () => {
    asking ??= ask(database).finally(() => {
      asking = null
    })
    return asking
  }
  return {
    beat() {
      last = monotonic()
    },
    async ready() {
      const began = monotonic()
      const answered = await Promise.race([askOnce(), wait(databasePatienceMs, false, { ref: false })])
      const down = disconnectedFor()
      const idle = (monotonic() - last) / 1000
      const parts = {
        database: { ok: answered, seconds: (monotonic() - began) / 1000 },
        slack: { ok: down < linkPatienceSeconds, seconds: down },
        work: { ok: idle < workPatienceSeconds, seconds: idle },
      }
      return { ok: Object.values(parts).every(({ ok }) => ok), parts }
    },
  }
}

async function ask(database: Pick<Database, 'transaction'>): Promise<boolean> {
  try {
    await database.transaction((tx) => tx.$queryRaw`SELECT 1`)
    return true
  } catch {
    return false
  }
}
