import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { nextVersion } from '../../src/domain/progress-report.ts'
import {
  decideReport,
  isLateVersion,
  type ReportEvent,
  type ReportState,
  standingOf,
} from '../../src/domain/report-state.ts'

type Version = { version: number; state: ReportState; text: number }
type Step = { kind: 'file' | ReportEvent; at: number }

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('file', 'file', 'accept', 'return', 'reopen', 'withdraw'),
    at: fc.nat({ max: 5 }),
  }) as fc.Arbitrary<Step>,
  { maxLength: 30 },
)

/** As the use cases do it: the office decides on what stands, a unit takes back any version that waits. */
function carryOut(versions: Version[], { kind, at }: Step): Version[] {
  if (kind === 'file') {
    const version = nextVersion(versions.map((one) => one.version))
    return [...versions, { version, state: 'submitted', text: version * 7 }]
  }
  const { standing, accepted } = standingOf(versions)
  const chosen =
    kind === 'withdraw' ? versions[at % Math.max(1, versions.length)] : kind === 'reopen' ? accepted : standing
  if (!chosen) return versions
  try {
    const state = decideReport(chosen.state, kind)
    return versions.map((one) =>
      one === chosen || (kind === 'reopen' && one.state === 'accepted') ? { ...one, state } : one,
    )
  } catch {
    return versions
  }
}

/** What counts, told by walking through what happened: the simple model. */
function model(history: readonly Step[]): number | null {
  let versions: Version[] = []
  let alive: number[] = []
  for (const step of history) {
    const before = new Map(versions.map((one) => [one.version, one.state]))
    versions = carryOut(versions, step)
    for (const { version, state } of versions) {
      const was = before.get(version)
      if (was === state) continue
      if (was === undefined) alive.push(version)
      else if (state === 'withdrawn') alive = alive.filter((one) => one !== version)
      // Sent back: what it had superseded is gone with it, unless the office accepted that before.
      else if (state === 'returned') {
        const accepted = new Set(versions.filter((one) => one.state === 'accepted').map((one) => one.version))
        alive = alive.filter((one) => one > version || accepted.has(one))
      }
    }
  }
  return alive.length > 0 ? Math.max(...alive) : null
}

const after = (history: readonly Step[]) => history.reduce<Version[]>(carryOut, [])

describe('the versions of a report', () => {
  it('rise strictly, and never change but in their state', () => {
    fc.assert(
      fc.property(steps, (history) => {
        let before: Version[] = []
        for (const step of history) {
          const now = carryOut(before, step)
          expect(now.map(({ version }) => version)).toEqual(now.map((_, at) => at + 1))
          for (const { version, text, state } of before) {
            expect(now[version - 1]?.text).toBe(text)
            const next = now[version - 1]?.state
            if (state === 'accepted') expect(['accepted', 'returned']).toContain(next)
            if (state === 'returned' || state === 'withdrawn') expect(next).toBe(state)
          }
          before = now
        }
      }),
    )
  })

  it('have the standing one that a simple model says', () => {
    fc.assert(
      fc.property(steps, (history) => {
        expect(standingOf(after(history)).standing?.version ?? null).toBe(model(history))
      }),
      { numRuns: 500 },
    )
  })

  it('stand in any order they are read', () => {
    fc.assert(
      fc.property(
        steps.chain((history) =>
          fc.tuple(fc.constant(history), fc.shuffledSubarray(after(history), { minLength: after(history).length })),
        ),
        ([history, shuffled]) => {
          expect(standingOf(shuffled)).toEqual(standingOf(after(history)))
        },
      ),
    )
  })
})

test('a decision that was made already is refused', () => {
  for (const [state, event] of [
    ['accepted', 'accept'],
    ['returned', 'return'],
    ['submitted', 'reopen'],
    ['accepted', 'withdraw'],
  ] as const) {
    expect(() => decideReport(state, event)).toThrow(expect.objectContaining({ code: 'report.not_possible' }))
  }
})

test('what is filed after a return is late only where the report was late at first', () => {
  const version = (late: boolean, state: ReportState) => ({ version: 1, late, state })
  expect(isLateVersion(true, [])).toBe(true)
  expect(isLateVersion(false, [])).toBe(false)
  expect(isLateVersion(true, [version(false, 'returned')])).toBe(false)
  expect(isLateVersion(true, [version(true, 'returned')])).toBe(true)
  // Taking a report back undoes it: it was not filed in time.
  expect(isLateVersion(true, [version(false, 'withdrawn')])).toBe(true)
})
