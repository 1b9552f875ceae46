import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaNotice } from '../../src/domain/agenda/notice.ts'
import { type Ask, askKinds, composeBurden, messageGroup, messageGroups } from '../../src/domain/burden.ts'
import { type Presence, timeAtMeeting } from '../../src/domain/meeting-time.ts'
import { visitsAsked } from '../../src/domain/visit-asks.ts'

const ids = [1, 2, 3, 4]
const people = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']
const facts = fc.record({
  units: fc
    .array(fc.uniqueArray(fc.constantFrom(...people)), { minLength: 4, maxLength: 4 })
    .map((liaisons) => liaisons.map((own, index) => ({ id: ids[index] ?? 0, name: `单位${index + 1}`, people: own }))),
  others: fc.uniqueArray(fc.constantFrom(...people)),
  asks: fc.array(
    fc.record({
      kind: fc.constantFrom(...askKinds),
      unitId: fc.constantFrom(...ids),
      no: fc.integer({ min: 1, max: 30 }),
      title: fc.constant('事项'),
      day: fc.constantFrom('2024-06-01', '2024-06-24', '2024-07-12'),
    }),
  ),
  times: fc.array(
    fc.record({
      unitId: fc.constantFrom(...ids),
      no: fc.integer({ min: 1, max: 9 }),
      day: fc.constant('2024-06-04'),
      minutes: fc.integer({ min: 1, max: 120 }),
      waiting: fc.integer({ min: 0, max: 90 }),
    }),
  ),
  messages: fc.array(
    fc.record({
      userId: fc.constantFrom(...people, 'UFORMER'),
      group: fc.constantFrom(...messageGroups),
      count: fc.integer({ min: 1, max: 20 }),
    }),
  ),
})
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

describe('the burden of a period', () => {
  it('counts every ask once, and each message once in the total', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { units, people: persons, total } = composeBurden(given)
        expect(units.map(({ unitId }) => unitId)).toEqual(ids)
        expect(total.asked).toBe(given.asks.length)
        for (const unit of units) {
          expect(unit.asked).toBe(unit.asks.length)
          expect(sum(Object.values(unit.counts))).toBe(unit.asked)
          expect(unit.minutes).toBe(sum(unit.times.map(({ minutes }) => minutes)))
          expect(unit.sent).toBe(sum(Object.values(unit.messages)))
        }
        expect(total.minutes).toBe(sum(given.times.map(({ minutes }) => minutes)))
        expect(total.sent).toBe(sum(given.messages.map(({ count }) => count)))
        expect(new Set(persons.map(({ userId }) => userId)).size).toBe(persons.length)
        expect(sum(persons.map(({ sent }) => sent))).toBe(total.sent)
      }),
    )
  })

  it('has a message to a liaison of two units in the line of each, and ranks nobody', () => {
    const ask: Ask = { kind: 'report', unitId: 2, no: 1, title: '任务', day: '2024-07-12' }
    const {
      units,
      people: persons,
      total,
    } = composeBurden({
      units: [
        { id: 1, name: '市商务局', people: ['U1', 'U2'] },
        { id: 2, name: '江城海关', people: ['U1'] },
      ],
      others: ['U9'],
      asks: [ask, { ...ask, no: 2 }],
      times: [],
      messages: [
        { userId: 'U1', group: 'brief', count: 3 },
        { userId: 'U9', group: 'digest', count: 2 },
        { userId: 'UFORMER', group: 'meeting', count: 1 },
      ],
    })
    expect(units.map(({ unit, asked, sent }) => [unit, asked, sent])).toEqual([
      ['市商务局', 0, 3],
      ['江城海关', 2, 3],
    ])
    expect(total).toMatchObject({ asked: 2, sent: 6 })
    expect(persons.map(({ userId, units: own, sent }) => [userId, own.length, sent])).toEqual([
      ['U1', 2, 3],
      ['U2', 1, 0],
      ['U9', 0, 2],
      ['UFORMER', 0, 1],
    ])
  })

  it('tells kinds of messages in short', () => {
    expect(
      ['brief', 'digest', 'meeting.invitation', 'minutes.signed', 'issue.settled', 'slip.red'].map(messageGroup),
    ).toEqual(['brief', 'digest', 'meeting', 'meeting', 'consultation', 'other'])
  })
})

describe('a unit’s time at a meeting', () => {
  const item = (no: number, startMinute: number, minutes: number) => ({ no, startMinute, minutes })
  const agenda = {
    followUp: { minutes: 15 },
    items: [item(1, 15, 20), item(2, 35, 10), item(3, 45, 30)],
    attendance: [
      { unit: '市商务局', required: true, opening: true, items: [1, 3], minutes: 65, waiting: 10 },
      { unit: '江城海关', required: true, opening: false, items: [2, 3], minutes: 40, waiting: 0 },
      { unit: '市财政局', required: false, opening: false, items: [2], minutes: 10, waiting: 0 },
    ],
  } as unknown as AgendaNotice
  const silent: Presence = { reply: null, fromMinute: null, untilMinute: null, attended: null }
  const time = (unit: string, more: Partial<Presence> = {}) => timeAtMeeting(agenda, unit, { ...silent, ...more })

  it('is what the published agenda says, where nothing else is known', () => {
    for (const { unit, required, minutes, waiting } of agenda.attendance)
      expect(time(unit)).toEqual(required ? { minutes, waiting } : { minutes: 0, waiting: 0 })
  })

  it('counts nothing for who stayed away, and what is left for who is free in part', () => {
    const none = { minutes: 0, waiting: 0 }
    expect(time('市商务局', { attended: false })).toEqual(none)
    expect(time('市商务局', { reply: 'cannot' })).toEqual(none)
    expect(time('市商务局', { reply: 'cannot', untilMinute: 40 })).toEqual({ minutes: 35, waiting: 0 })
    expect(time('市商务局', { reply: 'cannot', untilMinute: 40, attended: true })).toEqual({ minutes: 65, waiting: 10 })
    expect(time('市财政局', { reply: 'deputy' })).toEqual({ minutes: 10, waiting: 0 })
    expect(time('不在的单位')).toEqual(none)
  })
})

describe('the visits asked for', () => {
  const enterprise = { everyMonths: 3, createdOn: '2024-01-10', endedOn: null, visitedOn: ['2024-03-01', '2024-08-20'] }

  it('fall on the due day, or earlier where the visit was made earlier', () => {
    expect(visitsAsked(enterprise, '2024-01-01', '2024-12-31')).toEqual(['2024-03-01', '2024-06-01', '2024-11-20'])
    expect(visitsAsked(enterprise, '2024-01-01', '2024-06-30')).toEqual(['2024-03-01', '2024-06-01'])
    expect(visitsAsked({ ...enterprise, endedOn: '2024-09-01' }, '2024-07-01', '2024-12-31')).toEqual([])
  })
})
