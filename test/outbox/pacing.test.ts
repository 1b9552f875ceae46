import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffSeconds, troubledSeconds } from '../../src/outbox/backoff.ts'
import {
  afterSending,
  nextRoom,
  type Pace,
  placePace,
  roomNow,
  silence,
  silentUntil,
  workspacePace,
} from '../../src/outbox/pacing.ts'
import { excess } from './simulated-slack.ts'

const start = Date.UTC(2024, 5, 24, 1)
const paces = fc.constantFrom(placePace, workspacePace)
/** Waits between attempts in milliseconds, and how many want to go then. */
const attempts = fc.array(fc.record({ wait: fc.nat(5000), wanted: fc.integer({ min: 1, max: 90 }) }), { maxLength: 30 })

/** When each message went, where as many go at every attempt as there is room for. */
function sendings(pace: Pace, plan: readonly { wait: number; wanted: number }[]): number[] {
  let freeAt: Date | null = null
  let at = start
  return plan.flatMap(({ wait, wanted }) => {
    at += wait
    const count = Math.min(wanted, roomNow(pace, freeAt, new Date(at)))
    freeAt = afterSending(pace, freeAt, new Date(at), count)
    return Array.from({ length: count }, () => at)
  })
}

describe('a pace', () => {
  it('lets no more go in any span than its burst and what the span allows', () => {
    fc.assert(
      fc.property(paces, attempts, (pace, plan) => {
        expect(excess(sendings(pace, plan), pace)).toBe(0)
      }),
    )
  })

  it('has room for one exactly from the instant that it names', () => {
    fc.assert(
      fc.property(paces, attempts, fc.nat(4000), (pace, plan, wait) => {
        let freeAt: Date | null = null
        let at = new Date(start)
        for (const one of plan) {
          at = new Date(at.getTime() + one.wait)
          freeAt = afterSending(pace, freeAt, at, Math.min(one.wanted, roomNow(pace, freeAt, at)))
        }
        const later = new Date(at.getTime() + wait)
        expect(roomNow(pace, freeAt, later) > 0).toBe(later >= nextRoom(pace, freeAt, at))
      }),
    )
  })

  it('is silent as long as Slack asks, and then lets one go at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), (seconds) => {
        const pace = placePace
        const until = new Date(start + seconds * 1000)
        const freeAt = silentUntil(pace, null, until)
        expect(roomNow(pace, freeAt, new Date(start))).toBe(0)
        expect(roomNow(pace, freeAt, new Date(until.getTime() - 1))).toBe(0)
        expect(roomNow(pace, freeAt, until)).toBe(1)
        expect(nextRoom(pace, freeAt, new Date(start))).toEqual(until)
      }),
    )
  })

  it('is within what Slack allows: a message a second a channel, several hundred a minute in all', () => {
    const minute = (pace: Pace) =>
      sendings(
        pace,
        Array.from({ length: 60_000 / 50 }, () => ({ wait: 50, wanted: 90 })),
      )
    expect(minute(placePace).length).toBeLessThanOrEqual(63)
    expect(minute(workspacePace).length).toBeLessThanOrEqual(359)
    expect(minute(workspacePace).length).toBeGreaterThan(300)
  })

  it('is not held up for longer than Slack ever asks by a clock that was wrong', () => {
    const now = new Date(start)
    const wrong = new Date(start + 86_400_000)
    expect(roomNow(placePace, wrong, now)).toBe(placePace.burst)
    // The pace of a workspace asks for seconds only: a clock that was set back by minutes holds nobody up.
    expect(roomNow(workspacePace, new Date(start + 120_000), now)).toBe(workspacePace.burst)
    expect(silence(wrong, now)).toBeNull()
    expect(silence(new Date(start + 30_000), now)).toEqual(new Date(start + 30_000))
    expect(silence(now, now)).toBeNull()
  })
})

describe('waits between tries', () => {
  it('double up to an hour', () => {
    expect([1, 2, 3, 11, 12, 100].map(backoffSeconds)).toEqual([2, 4, 8, 2048, 3600, 3600])
    const after = (seconds: number) => troubledSeconds(new Date(start), new Date(start + seconds * 1000))
    expect([0, 2, 60, 7200].map(after)).toEqual([2, 2, 60, 3600])
  })
})
