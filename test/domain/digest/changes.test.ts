import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeKinds,
  changesBetween,
  type DigestEvent,
  digestChanges,
  sumChanges,
} from '../../../src/domain/digest/changes.ts'
import { targetEvents } from '../../../src/domain/digest/target-changes.ts'

const instant = fc.integer({ min: 0, max: 1000 })
const event: fc.Arbitrary<DigestEvent> = fc.oneof(
  fc.record({
    at: instant.map((at) => new Date(at)),
    kind: fc.constantFrom(...changeKinds),
    no: fc.option(fc.integer({ min: 1, max: 50 })),
  }),
  fc.record({
    at: instant.map((at) => new Date(at)),
    kind: fc.constant('target.recorded' as const),
    targetId: fc.integer({ min: 1, max: 3 }),
    metric: fc.constant('年进口额'),
    unit: fc.constant('亿元'),
    before: fc.option(fc.integer({ min: 0, max: 99 }).map(String)),
    after: fc.option(fc.integer({ min: 0, max: 99 }).map(String)),
    values: fc.constant(1),
  }),
)

describe('what changed', () => {
  it('in parts of a time, however it is split, sums up to what changed in the whole', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.array(instant, { maxLength: 6 }), (events, cuts) => {
        const edges = [-1, ...cuts.toSorted((a, b) => a - b), 1000].map((at) => new Date(at))
        const parts = edges.slice(1).map((until, place) => changesBetween(events, edges[place] ?? null, until))
        const whole = changesBetween(events, new Date(-1), new Date(1000))
        expect(parts.reduce(sumChanges)).toEqual(whole)
        expect(digestChanges.parse(whole)).toEqual(whole)
        const told = Object.values(whole.counts).reduce((sum, count) => sum + count, 0)
        expect(told + whole.targets.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(events.length)
      }),
    )
  })

  it('belongs to the time that ends with it, not to the one that begins with it', () => {
    const events: DigestEvent[] = [{ at: new Date(5), kind: 'issue.raised', no: 7 }]
    expect(changesBetween(events, new Date(0), new Date(5)).numbers).toEqual({ 'issue.raised': [7] })
    expect(changesBetween(events, new Date(5), new Date(9)).counts).toEqual({})
  })

  it('says of a target where it stood before the first and after the last value', () => {
    const target = { kind: 'target.recorded' as const, targetId: 1, metric: '年进口额', unit: '亿元', values: 1 }
    const events: DigestEvent[] = [
      { ...target, at: new Date(3), before: '620', after: '700' },
      { ...target, at: new Date(1), before: null, after: '620' },
    ]
    expect(changesBetween(events, null, new Date(9)).targets).toEqual([
      { targetId: 1, metric: '年进口额', unit: '亿元', before: null, after: '700', recorded: 2 },
    ])
  })

  it('of a target’s values, however the time is split, sums up to one move, however many they are', () => {
    const day = Date.parse('2024-06-20T02:00:00Z')
    const target = {
      ...{ id: 7, metric: '引进企业', unit: '家', value: '50', kind: 'flow' as const, per: 'year' as const },
      ...{ by: null, baseline: null, taskNo: 1 },
    }
    const recorded = Array.from({ length: 60 }, (_, place) => {
      const asOf = `2024-0${1 + (place % 6)}-1${place % 10}`
      return { targetId: 7, value: String(place), asOf, recordedAt: new Date(day + place * 10), unit: null, source: '' }
    })
    const sum = recorded.slice(-30).reduce((total, { value }) => total + Number(value), 0)
    const between = (since: Date, until: Date) =>
      changesBetween(targetEvents(target, recorded, { since, until, zone: 'Asia/Shanghai' }), since, until)
    const whole = between(new Date(day - 1), new Date(day + 1000))
    expect(
      targetEvents(target, recorded, { since: new Date(day - 1), until: new Date(day + 1000), zone: 'utc' }),
    ).toHaveLength(1)
    expect(whole.targets).toMatchObject([{ before: null, after: String(sum), recorded: 60 }])
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 6 }), (cuts) => {
        const edges = [-1, ...cuts.toSorted((a, b) => a - b), 1000].map((at) => new Date(day + at))
        const parts = edges.slice(1).map((until, place) => between(edges[place] ?? new Date(day - 1), until))
        expect(parts.reduce(sumChanges)).toEqual(whole)
      }),
    )
  })
})
