import { seededRandom } from '../../src/domain/agenda/seeded-random.ts'

/** Choices that follow from a seed alone, so that a run can be had again. */
export type Random = {
  /** A whole number from 0 up to `below`. */
  below(below: number): number
  chance(probability: number): boolean
  /** @throws RangeError when there is nothing to pick from */
  pick<T>(from: readonly T[]): T
  /** One of several, each as often as its weight. */
  weighted<T>(from: readonly (readonly [number, T])[]): T
}

/** The choices of a seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick(from) {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[below(from.length)] as (typeof from)[number]
    },
    weighted(from) {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, one] of from) {
        left -= weight
        if (left < 0) return one
      }
      throw new RangeError('nothing to pick from')
    },
  }
}
