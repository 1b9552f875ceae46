import type { Clock } from './clock.ts'

/** Slack's rate tiers, by calls a minute; `post` is chat.postMessage's one a second a channel, `none` is unlimited. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'none'

const perMinute: Record<1 | 2 | 3 | 4, number> = { 1: 1, 2: 20, 3: 50, 4: 100 }
/** Slack tolerates short bursts without saying how long; these are the sandbox's. */
const postBurst = 4
const smallestBurst = 10

/** Counts calls against the tiers. */
export type RateLimits = {
  /** Takes one call of `key`; answers 0, or the whole seconds to wait. */
  take(key: string, tier: Tier): number
}

/** Limits that refill with the sandbox's clock. */
export function createRateLimits(clock: Clock): RateLimits {
  const buckets = new Map<string, { level: number; at: number }>()
  return {
    take(key, tier) {
      if (tier === 'none') return 0
      const perSecond = tier === 'post' ? 1 : perMinute[tier] / 60
      const capacity = tier === 'post' ? postBurst : Math.max(perMinute[tier], smallestBurst)
      const now = clock.now().getTime()
      const bucket = buckets.get(key) ?? { level: capacity, at: now }
      const level = Math.min(capacity, bucket.level + ((now - bucket.at) / 1000) * perSecond)
      const allowed = level >= 1
      buckets.set(key, { level: allowed ? level - 1 : level, at: now })
      return allowed ? 0 : Math.ceil((1 - level) / perSecond)
    },
  }
}
