/** Chance from a seed: the same seed gives the same sequence. */
export type Chance = {
  /** From 0 to less than 1. */
  fraction(): number
  /** A whole number from 0 to less than `limit`. */
  below(limit: number): number
  happens(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  /** A chance of its own, so that what one part draws does not change what another does. */
  fork(): Chance
}

/** Mulberry32: 32 bits of state, more than enough to vary a script. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    happens: (probability) => fraction() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    fork: () => createChance(below(4_294_967_296)),
  }
}
