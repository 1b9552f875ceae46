/** The sandbox's clock: it ticks in real time from the instant it was last set to. */
export type Clock = {
  /** The present instant. */
  now(): Date
  /** Sets the clock; an instant before the present is refused with a RangeError, for time goes only forward. */
  travel(to: Date): void
}

/** A clock that reads `startAt` now. `realNow` gives real epoch milliseconds. */
export function createClock(startAt: Date, realNow: () => number = Date.now): Clock {
  let offset = startAt.getTime() - realNow()
  const now = () => new Date(realNow() + offset)
  return {
    now,
    travel(to) {
      if (to.getTime() < now().getTime()) throw new RangeError('The clock goes only forward.')
      offset = to.getTime() - realNow()
    },
  }
}

const stepMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/**
 * Reads an instant: ISO 8601 with a zone, or a step from `now` such as `+90s`, `+15m`, `+2h`, `+1d`, `+1w`.
 * Returns null where the text is neither.
 */
export function readInstant(text: string, now: Date): Date | null {
  const step = /^\+(\d{1,6})([smhdw])$/.exec(text)
  if (step) return new Date(now.getTime() + Number(step[1]) * (stepMs[step[2] ?? ''] ?? 0))
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}
