import type { DateTime } from 'luxon'
import { leaseSeconds } from './claim.ts'

/** What adjusting a clock gently amounts to between two looks at it; more is a step. */
const stepMilliseconds = 5000

/**
 * The clock by which this process judges whether another one's lease is over. A clock that was set forward, or a machine that
 * slept, makes nothing older that is on its way at this moment: for as long as a lease lasts after a step, the clock is read
 * as if the step had not been. `monotonic`: milliseconds of a clock that nobody sets and that a sleeping machine stops.
 */
export function createLeaseClock(now: () => DateTime, monotonic = () => performance.now()): () => DateTime {
  let lead: number | null = null
  let stepped = 0
  let until = 0
  return () => {
    const [wall, ran] = [now(), monotonic()]
    const ahead = wall.toMillis() - ran
    const step = lead === null ? 0 : ahead - lead
    lead = ahead
    if (ran >= until) stepped = 0
    if (step > stepMilliseconds) {
      stepped += step
      until = ran + leaseSeconds * 1000
    }
    return wall.minus(stepped)
  }
}
