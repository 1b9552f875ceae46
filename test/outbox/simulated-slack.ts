import type { Courier, Outgoing } from '../../src/outbox/courier.ts'
import { DeliveryError } from '../../src/outbox/delivery-error.ts'
import type { Pace } from '../../src/outbox/pacing.ts'

/** What goes wrong with a call: nothing, a limit, a breakdown before or after the work was done. */
export type Fault = 'none' | 'limited' | 'broken' | 'lost'

/** A post as it came in: when, and whether it stands. */
type Call = { at: number; place: string; key: string; stands: boolean }

/** By how many posts some instants (in milliseconds, ascending) exceed a pace in the worst span; 0 where they keep it. */
export function excess(at: readonly number[], { every, burst }: Pace): number {
  const spans = at.flatMap((from, index) =>
    at.slice(index).map((to, more) => more + 1 - Math.floor((to - from) / every)),
  )
  return Math.max(0, ...spans.map((count) => count - burst))
}

/** A Slack of which only posts matter: what stands in each place, every call there was, and how long a limit lasts. */
export function simulatedSlack(now: () => Date, fault: () => Fault, retryAfter = 3) {
  const calls: Call[] = []
  const standing = new Map<string, string>()
  const broke: { place: string; from: number; until: number }[] = []
  const underWay = new Map<string, number>()
  let crowded = 0
  const courier: Courier = {
    async send({ place, dedupeKey }: Outgoing) {
      const at = now().getTime()
      underWay.set(place, (underWay.get(place) ?? 0) + 1)
      crowded = Math.max(crowded, underWay.get(place) ?? 0)
      if (broke.some((one) => one.place === place && one.from <= at && at < one.until))
        throw new Error(`posted to ${place} while Slack asked for silence`)
      const struck = fault()
      const stands = struck === 'none' || struck === 'lost'
      calls.push({ at, place, key: dedupeKey, stands })
      // Others get their turn while this one is on its way.
      await new Promise(setImmediate)
      underWay.set(place, (underWay.get(place) ?? 1) - 1)
      if (struck === 'limited') {
        broke.push({ place, from: at, until: at + retryAfter * 1000 })
        throw new DeliveryError('retry', 'ratelimited', { retryAfter, concerns: 'place' })
      }
      if (stands) standing.set(dedupeKey, `${calls.length}.0`)
      if (struck !== 'none') throw new DeliveryError('unknown', 'no answer')
      return { channel: place, ts: standing.get(dedupeKey) ?? '' }
    },
    async edit() {},
    async remove() {},
    async find(place, dedupeKey) {
      if (fault() === 'broken') throw new DeliveryError('unknown', 'no answer')
      const ts = standing.get(dedupeKey)
      return ts === undefined ? null : { channel: place, ts }
    },
  }
  return {
    courier,
    /** The posts that stand, in the order they came. */
    stands: () => calls.filter((call) => call.stands),
    calls: () => calls,
    /** The most posts that were on their way to one place at once. */
    crowded: () => crowded,
  }
}
