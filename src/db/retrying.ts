import { setTimeout as wait } from 'node:timers/promises'
import { UnavailableError } from '../domain/errors.ts'
import { Prisma } from './generated/client.ts'
import { LostConnectionError } from './watch-transactions.ts'

const CONFLICT_ATTEMPTS = 5
const CONFLICT_BACKOFF_MS = 20
/** A server that restarts is back within a few seconds; whoever waits for an answer waits no longer. */
const goneAttempts = 6
const GONE_BACKOFF_MS = 100
const PATIENCE_MS = 8000

// Prisma's codes: a conflict; a server that cannot be reached, does not answer in time or broke off, no free connection; a
// transaction that got no connection in time, or took too long.
const CONFLICT = 'P2034'
const GONE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'])
const SLOW = 'P2028'
// PostgreSQL's: a serialization failure and a deadlock; connections refused, broken off or too many; a wait that was cut short.
const CONFLICT_STATES = new Set(['40001', '40P01'])
const GONE_STATES = /^(?:08...|57P0.|53300|25P03)$/
const SLOW_STATES = new Set(['57014', '55P03'])
// The adapter's, where no server said anything.
const GONE_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

type Kind = 'conflict' | 'gone' | 'slow' | 'other'

/**
 * Attempts a transaction until it succeeds or there is no point in more. `finished` is called when its work is done and only
 * the commit is left: a connection that is lost before that took nothing with it, so it is attempted again.
 * @throws UnavailableError, or what the attempt throws
 */
export async function retrying<T>(attempt: (finished: () => void) => Promise<T>, attempts = goneAttempts): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (let tried = 1; ; tried++) {
    let committing = false
    try {
      return await attempt(() => {
        committing = true
      })
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'other') throw error
      if (kind === 'conflict') {
        if (tried >= CONFLICT_ATTEMPTS) throw error
        await wait(CONFLICT_BACKOFF_MS * 2 ** tried * Math.random())
      } else {
        const again = kind === 'gone' && !committing && tried < attempts && performance.now() < until
        if (!again) throw new UnavailableError(committing ? 'unsure' : 'unchanged', { cause: error })
        await wait(GONE_BACKOFF_MS * 2 ** tried * (0.5 + Math.random() / 2))
      }
    }
  }
}

function kindOf(error: unknown): Kind {
  if (error instanceof LostConnectionError) return 'gone'
  if (error instanceof Prisma.PrismaClientInitializationError) return 'gone'
  // What fails before the first statement comes as the adapter has it; all else as Prisma's error about it.
  const known = error instanceof Prisma.PrismaClientKnownRequestError
  if (known && error.code === CONFLICT) return 'conflict'
  if (known && error.code === SLOW) return 'slow'
  if (known && GONE.has(error.code)) return 'gone'
  const { kind = '', originalCode = '' } = causeOf(known ? error.meta?.driverAdapterError : error)
  if (CONFLICT_STATES.has(originalCode)) return 'conflict'
  if (SLOW_STATES.has(originalCode)) return 'slow'
  return GONE_STATES.test(originalCode) || GONE_KINDS.has(kind) ? 'gone' : 'other'
}

function causeOf(error: unknown): { kind?: string; originalCode?: string } {
  const adapter = error as { name?: string; cause?: { kind?: string; originalCode?: string } } | undefined
  return (adapter?.name === 'DriverAdapterError' && adapter.cause) || {}
}
