import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClock, readInstant } from '../../src/sandbox/clock.ts'
import { readManifest } from '../../src/sandbox/manifest.ts'
import { page } from '../../src/sandbox/paging.ts'
import { createRateLimits } from '../../src/sandbox/rate-limits.ts'
import { seedState } from '../../src/sandbox/seed.ts'
import { createStore } from '../../src/sandbox/store.ts'
import { manifest, startAt, workspace } from './bench.ts'

const stopped = (at = new Date(startAt)) => createClock(at, () => 0)

describe('message timestamps', () => {
  test('rise by a microsecond while the clock stands, and follow it when it moves', () => {
    const clock = stopped()
    const store = createStore(seedState(workspace, readManifest(manifest), clock.now()), clock)
    const stamps = [store.nextTs(), store.nextTs(), store.nextTs()]
    expect(stamps).toEqual(['1719795600.000000', '1719795600.000001', '1719795600.000002'])
    clock.travel(new Date('2024-07-01T09:00:01+08:00'))
    expect(store.nextTs()).toBe('1719795601.000000')
  })
})

describe('the clock', () => {
  test('ticks with real time from where it was set, and never goes back', () => {
    let real = 5_000
    const clock = createClock(new Date(startAt), () => real)
    real += 1500
    expect(clock.now()).toEqual(new Date('2024-07-01T09:00:01.500+08:00'))
    expect(() => clock.travel(new Date(startAt))).toThrow(RangeError)
    clock.travel(new Date('2024-07-12T09:00:00+08:00'))
    real += 1000
    expect(clock.now()).toEqual(new Date('2024-07-12T09:00:01+08:00'))
  })

  test('is set by an instant with its zone or by a step', () => {
    const now = new Date(startAt)
    expect(readInstant('+1d', now)).toEqual(new Date('2024-07-02T09:00:00+08:00'))
    expect(readInstant('+90s', now)).toEqual(new Date('2024-07-01T09:01:30+08:00'))
    expect(readInstant('2024-07-12T09:00:00+08:00', now)).toEqual(new Date('2024-07-12T01:00:00Z'))
    for (const text of ['2024-07-12', '2024-07-12T09:00:00', '-1d', '1d', '+1y', '', '2024-13-01T00:00:00Z']) {
      expect(readInstant(text, now), text).toBeNull()
    }
  })
})

describe('pages', () => {
  test('hold every item once, in order, whatever the size of a page', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 9 }), (items, limit) => {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const part = page(items, limit, cursor, (item) => item)
          expect(part.items.length).toBeLessThanOrEqual(limit)
          seen.push(...part.items)
          cursor = part.response_metadata.next_cursor
        } while (cursor !== '')
        expect(seen).toEqual(items)
      }),
    )
  })

  test('are refused for a cursor that is none of theirs', () => {
    expect(() => page(['a'], 1, 'x', (item) => item)).toThrow('invalid_cursor')
  })
})

describe('rate limits', () => {
  test('let one message a second into a channel after a short burst, each channel by itself', () => {
    const clock = stopped()
    const limits = createRateLimits(clock)
    const burst = Array.from({ length: 5 }, () => limits.take('a', 'post'))
    expect(burst).toEqual([0, 0, 0, 0, 1])
    expect(limits.take('b', 'post')).toBe(0)
    clock.travel(new Date(clock.now().getTime() + 1000))
    expect([limits.take('a', 'post'), limits.take('a', 'post')]).toEqual([0, 1])
  })

  test('let as many calls a minute as the tier says', () => {
    const limits = createRateLimits(stopped())
    for (const [tier, calls] of [
      [2, 20],
      [3, 50],
      [4, 100],
    ] as const) {
      const waits = Array.from({ length: calls + 1 }, () => limits.take(`tier ${tier}`, tier))
      expect(waits.indexOf(waits.find((wait) => wait > 0) ?? 0)).toBe(calls)
    }
  })
})
