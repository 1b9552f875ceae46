import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAgendaChange } from '../../../src/domain/agenda/change-words.ts'
import { type AgendaChange, agendaFixes, changeFixes, noFixes } from '../../../src/domain/agenda/fixes.ts'

const order = [7, 12, 9, 3]

describe('what a convener fixes', () => {
  it('moves an item past its neighbour, and back', () => {
    const up = changeFixes(noFixes, order, { kind: 'up', no: 9 })
    expect(up.before).toEqual([[9, 12]])
    expect(changeFixes(up, [7, 9, 12, 3], { kind: 'down', no: 9 }).before).toEqual([[12, 9]])
  })

  it('pins to either end, the latest outermost, and unpins', () => {
    const pinned = changeFixes(changeFixes(noFixes, order, { kind: 'first', no: 9 }), order, { kind: 'first', no: 3 })
    expect(pinned.first).toEqual([3, 9])
    expect(changeFixes(pinned, [3, 9, 7, 12], { kind: 'last', no: 3 })).toMatchObject({ first: [9], last: [3] })
    expect(changeFixes(pinned, [3, 9, 7, 12], { kind: 'up', no: 9 }).first).toEqual([9, 3])
    expect(changeFixes(pinned, [3, 9, 7, 12], { kind: 'free', no: 3 }).first).toEqual([9])
  })

  it('is refused beyond what is stored, so that what is stored can be read', () => {
    const nos = Array.from({ length: 101 }, (_, index) => index + 1)
    const full = nos.slice(0, 100).reduce((fixes, no) => changeFixes(fixes, nos, { kind: 'defer', no }), noFixes)
    expect(agendaFixes.parse(full)).toEqual(full)
    expect(() => changeFixes(full, nos, { kind: 'defer', no: 101 })).toThrow(
      expect.objectContaining({ code: 'agenda.too_many_fixes' }),
    )
  })

  it('does not pass a pinned neighbour, nor the ends, nor touch what is not there', () => {
    const pinned = changeFixes(noFixes, order, { kind: 'first', no: 7 })
    const refused = (change: AgendaChange, code: string) =>
      expect(() => changeFixes(pinned, order, change)).toThrow(expect.objectContaining({ code }))
    refused({ kind: 'up', no: 12 }, 'agenda.beside_pinned')
    refused({ kind: 'up', no: 7 }, 'agenda.at_the_end')
    refused({ kind: 'down', no: 3 }, 'agenda.at_the_end')
    refused({ kind: 'first', no: 99 }, 'agenda.not_on_it')
    refused({ kind: 'before', no: 7, other: 7 }, 'agenda.not_on_it')
    for (const minutes of [0, 241, 1.5, Number.NaN]) refused({ kind: 'minutes', no: 7, minutes }, 'agenda.item_minutes')
  })

  it('puts an issue off and takes it on again, never both', () => {
    const off = changeFixes(changeFixes(noFixes, order, { kind: 'first', no: 7 }), order, { kind: 'defer', no: 7 })
    expect(off).toMatchObject({ first: [], deferred: [7], added: [] })
    expect(changeFixes(off, [12, 9, 3], { kind: 'add', no: 7 })).toMatchObject({ deferred: [], added: [7] })
  })

  it('stays within what is stored, whatever is changed', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constantFrom('up' as const, 'down' as const, 'first' as const, 'last' as const, 'free' as const),
        no: fc.constantFrom(...order),
      }),
      fc.record({ kind: fc.constant('before' as const), no: fc.constantFrom(7, 12), other: fc.constantFrom(9, 3) }),
      fc.record({
        kind: fc.constant('minutes' as const),
        no: fc.constantFrom(...order),
        minutes: fc.integer({ min: 1, max: 240 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let fixes = noFixes
        for (const one of changes) {
          try {
            fixes = changeFixes(fixes, order, one)
          } catch (error) {
            expect(error).toMatchObject({ name: 'DomainError' })
          }
        }
        expect(agendaFixes.parse(fixes)).toEqual(fixes)
        const pins = [...fixes.first, ...fixes.last]
        expect(new Set(pins).size).toBe(pins.length)
        for (const [a, b] of fixes.before) expect(fixes.before).not.toContainEqual([b, a])
      }),
    )
  })
})

describe('a change in words', () => {
  it.each([
    ['first 7', { kind: 'first', no: 7 }],
    ['固定末位 ＃７', { kind: 'last', no: 7 }],
    ['上移7', { kind: 'up', no: 7 }],
    ['上移 7', { kind: 'up', no: 7 }],
    ['延期 #7', { kind: 'defer', no: 7 }],
    ['加入 12', { kind: 'add', no: 12 }],
    ['改时长 7 20分钟', { kind: 'minutes', no: 7, minutes: 20 }],
    ['before 7 9', { kind: 'before', no: 7, other: 9 }],
    ['#7 在 #9 之前', { kind: 'before', no: 7, other: 9 }],
    ['时段 市财政局 15：30—16：30', { kind: 'window_of', unit: '市财政局', from: '15:30', until: '16:30' }],
    ['window 市财政局 15:30-', { kind: 'window_of', unit: '市财政局', from: '15:30', until: null }],
    ['window 市财政局 -16:30', { kind: 'window_of', unit: '市财政局', from: null, until: '16:30' }],
    ['重排', { kind: 'again' }],
    ['2024-07-02 15:00', null],
    ['7月2日 15:00', null],
    ['第一 7', null],
  ])('%s', (words, change) => {
    expect(parseAgendaChange(words)).toEqual(change)
  })
})
