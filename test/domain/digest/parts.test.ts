import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestParts } from '../../../src/domain/digest/parts.ts'
import { digestSections } from '../../../src/domain/digest/sections.ts'
import type { DigestContent } from '../../../src/domain/digest.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

const many = <T>(count: number, make: (place: number) => T) => Array.from({ length: count }, (_, place) => make(place))
const text = (length: number) => '长'.repeat(length)

/** A digest with so much of each. */
function large({ targets, units, actions, practices, length }: Record<string, number>): DigestContent {
  const named = <T>(list: T[]) => ({ count: list.length, named: list })
  return sampleDigest({
    sections: [...digestSections],
    targets: many(targets ?? 0, (no) => ({
      ...{ id: no, metric: `${text(length ?? 1)}${no}`, unit: '家', value: '5', current: '3', asOf: '2024-05-31' },
      ...{
        due: '2.4',
        gap: '0.6',
        status: 'ahead',
        reason: null,
        taskNo: no,
        by: null,
        per: null,
        source: null,
        claims: [],
      },
    })),
    reports: {
      owed: 2 * (units ?? 0),
      filed: 0,
      filedUnits: [],
      unfiled: many(units ?? 0, (no) => ({ unit: `${text(length ?? 1)}${no}`, owed: 2, filed: 0 })),
    },
    overdueActions: named(
      many(actions ?? 0, (no) => ({ no, text: text(length ?? 1), owner: '市商务局', dueOn: '2024-06-01', days: 3 })),
    ),
    practices: named(many(practices ?? 0, (taskNo) => ({ taskNo, unit: '市商务局', text: text(10 * (length ?? 1)) }))),
  })
}

describe('a digest in parts', () => {
  it('holds everything once, in its order, and says which of how many each part is', () => {
    const size = fc.integer({ min: 0, max: 100 })
    const sizes = fc.record({
      targets: size,
      units: size,
      actions: size,
      practices: size,
      length: fc.integer({ min: 1, max: 80 }),
    })
    fc.assert(
      fc.property(sizes, (given) => {
        const whole = large(given)
        const parts = digestParts(whole)
        expect(parts.map(({ part }) => part)).toEqual(parts.map((_, no) => ({ no: no + 1, of: parts.length })))
        expect(parts.flatMap(({ targets }) => targets)).toEqual(whole.targets)
        expect(parts.flatMap(({ reports }) => reports.unfiled)).toEqual(whole.reports.unfiled)
        expect(parts.flatMap(({ overdueActions }) => overdueActions.named)).toEqual(whole.overdueActions.named)
        expect(parts.flatMap(({ practices }) => practices.named)).toEqual(whole.practices.named)
        expect(parts.every(({ sections }) => parts.length === 1 || sections.length > 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is one part where it is short', () => {
    expect(digestParts(large({ targets: 5, units: 15, actions: 3, practices: 2, length: 12 }))).toHaveLength(1)
    expect(digestParts(sampleDigest())).toHaveLength(1)
  })
})
