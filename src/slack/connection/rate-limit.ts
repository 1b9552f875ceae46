/** What one source may ask: `burst` at once, and `perSecond` on the whole. */
export type Rate = { burst: number; perSecond: number }

/** So many sources are remembered; beyond them the one longest unheard of is forgotten. */
const sourcesAtMost = 10_000

/**
 * A token bucket for every source: tells whether a request of it may pass, and takes its token if so. `monotonic` counts
 * milliseconds.
 */
export function createRateLimit({ burst, perSecond }: Rate, monotonic: () => number): (source: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (source) => {
    const at = monotonic()
    const before = buckets.get(source) ?? { tokens: burst, at }
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond)
    const passes = tokens >= 1
    buckets.delete(source)
    const [oldest] = buckets.size >= sourcesAtMost ? buckets.keys() : []
    if (oldest !== undefined) buckets.delete(oldest)
    buckets.set(source, { tokens: passes ? tokens - 1 : tokens, at })
    return passes
  }
}
