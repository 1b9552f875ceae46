import type { DateTime } from 'luxon'

/**
 * What a ledger dates further ahead of the clock than this was written while the clock was wrong. Up to this a clock may be
 * set back, and what it did before is still known to be done; a clock that was ahead by less keeps its slots waiting no
 * longer.
 */
export const BELIEVED_AHEAD = { days: 7 } as const

/**
 * When something periodic is due next: the slot after the last one done, or after now where that one lies so far ahead that
 * the clock must have been wrong then. With a right clock this is what its ledger says anyway.
 */
export function dueAfterStep(next: (after: DateTime) => DateTime, lastSlot: DateTime | null, now: DateTime): DateTime {
  const believed = lastSlot !== null && lastSlot > now && lastSlot <= now.plus(BELIEVED_AHEAD)
  return next(believed ? lastSlot : now)
}
