import type { Log } from '../log.ts'

/**
 * The same log, that counts its errors whatever its level: by the message, which is a constant of the program. What Slack's
 * libraries log has no constant message and counts as `slack`.
 */
export function countErrors(log: Log, count: (kind: string) => void): Log {
  const counting = log.child({})
  for (const level of ['error', 'fatal'] as const) {
    const write = log[level].bind(log) as (...parts: unknown[]) => void
    counting[level] = (...parts: unknown[]) => {
      const [first, second] = parts
      const foreign = typeof first === 'object' && first !== null && 'from' in first
      count(foreign ? 'slack' : String(typeof first === 'string' ? first : (second ?? 'unnamed')))
      write(...parts)
    }
  }
  return counting
}
