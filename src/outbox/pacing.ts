/**
 * A pace: one message every `every` milliseconds on the long run, and after a pause `burst` of them at once. A wait for more
 * than `longest` milliseconds was written down by a clock that was wrong, and binds nobody.
 */
export type Pace = { every: number; burst: number; longest: number }

/** Slack asks for silence for an hour at most, and so long is what does not arrive left alone. */
const longestSilence = 3_700_000

/** Slack: one message a second a channel, "short bursts allowed". https://docs.slack.dev/apis/web-api/rate-limits */
export const placePace: Pace = { every: 1000, burst: 4, longest: longestSilence }

/**
 * Slack limits a workspace to "several hundred messages a minute": 300 a minute on the long run, and 359 in the worst
 * minute, one that begins after a pause. The pace itself asks for twelve seconds at most; the clocks of processes differ.
 */
export const workspacePace: Pace = { every: 200, burst: 60, longest: 60_000 }

/*
 * The generic cell rate algorithm: `freeAt` is when all that was sent would have been sent at an even pace. Written once
 * in a row, it is the pace of every process that reads it there.
 */

/** How many messages may go now. */
export function roomNow({ every, burst, longest }: Pace, freeAt: Date | null, now: Date): number {
  return Math.max(0, Math.floor((burst * every - ahead(freeAt, now, longest)) / every))
}

/** The next `freeAt`, after so many messages went now. */
export function afterSending({ every, longest }: Pace, freeAt: Date | null, now: Date, count: number): Date {
  return new Date(now.getTime() + ahead(freeAt, now, longest) + count * every)
}

/** When there is room for one message again; now or in the past where there is. */
export function nextRoom({ every, burst, longest }: Pace, freeAt: Date | null, now: Date): Date {
  return new Date(now.getTime() + ahead(freeAt, now, longest) - (burst - 1) * every)
}

/** Between which instants a `freeAt` lies that leaves no room now: after the one, and up to the other. */
export function fullWhile({ every, burst, longest }: Pace, now: Date): { after: Date; until: Date } {
  return { after: new Date(now.getTime() + (burst - 1) * every), until: new Date(now.getTime() + longest) }
}

/** The `freeAt` that keeps silence until an instant; from then on one goes at a time. */
export function silentUntil({ every, burst }: Pace, freeAt: Date | null, until: Date): Date {
  return new Date(Math.max(freeAt?.getTime() ?? 0, until.getTime() + (burst - 1) * every))
}

/** Until when Slack asked for silence, or null where it did not, or that is over. */
export function silence(until: Date | null, now: Date): Date | null {
  return ahead(until, now, longestSilence) > 0 ? until : null
}

function ahead(instant: Date | null, now: Date, longest: number): number {
  const by = (instant?.getTime() ?? 0) - now.getTime()
  return by > longest ? 0 : Math.max(0, by)
}
