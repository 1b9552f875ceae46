import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BoardItem,
  boardOf,
  callAt,
  currentItem,
  type ItemStep,
  leave,
  takeUp,
} from '../../../src/domain/meeting/board.ts'

const start = new Date('2024-07-02T07:00:00Z')
const at = (minute: number) => new Date(start.getTime() + minute * 60_000)
const meeting = { startsAt: start, startedAt: start, openingMinutes: 0 }

/** Items one after the other, of these minutes. */
function itemsOf(minutes: readonly number[], from = 0): BoardItem[] {
  let startMinute = from
  return minutes.map((one, index) => {
    const item = { no: index + 1, startMinute, minutes: one, startedAt: null, endedAt: null, settled: false }
    startMinute += one
    return item
  })
}

function apply(items: readonly BoardItem[], steps: readonly ItemStep[]): BoardItem[] {
  return items.map((item) => {
    const step = steps.find((one) => one.no === item.no)
    return step ? { ...item, startedAt: step.startedAt ?? item.startedAt, endedAt: step.endedAt } : item
  })
}

const settle = (items: readonly BoardItem[], no: number) =>
  items.map((item) => (item.no === no ? { ...item, settled: true } : item))

describe('the board of a meeting', () => {
  const items = itemsOf([20, 15, 10])

  it('shows what is under way, what is left of it and when the rest comes', () => {
    const running = apply(items, takeUp(items, 1, at(0)))
    const board = boardOf(meeting, running, at(8))
    expect(board.current).toEqual({ no: 1, elapsed: 8, left: 12 })
    expect(board.coming).toEqual([
      { no: 2, plannedAt: at(20), expectedAt: at(20), shift: 0 },
      { no: 3, plannedAt: at(35), expectedAt: at(35), shift: 0 },
    ])
    expect(board).toMatchObject({ endsAt: at(45), shift: 0, opening: null })
  })

  it('shifts the rest by an overrun', () => {
    const running = apply(items, takeUp(items, 1, at(0)))
    const board = boardOf(meeting, running, at(26))
    expect(board.current).toEqual({ no: 1, elapsed: 26, left: -6 })
    expect(board.coming.map((one) => one.shift)).toEqual([6, 6])
    expect(board).toMatchObject({ endsAt: at(51), shift: 6 })
  })

  it('opens with the follow-up until the first item is taken up', () => {
    const after = itemsOf([20, 15], 10)
    const opening = { ...meeting, openingMinutes: 10 }
    const board = boardOf(opening, after, at(4))
    expect(board).toMatchObject({ opening: { elapsed: 4, left: 6 }, current: null, shift: 0 })
    expect(board.coming[0]).toMatchObject({ no: 1, expectedAt: at(10) })
    expect(boardOf(opening, apply(after, takeUp(after, 1, at(6))), at(6))).toMatchObject({ opening: null, shift: -4 })
  })

  it('puts what was left without an outcome behind the rest, with what is left of its time', () => {
    let running = apply(items, takeUp(items, 1, at(0)))
    running = apply(running, takeUp(running, 2, at(5)))
    const board = boardOf(meeting, running, at(5))
    expect(board.coming).toMatchObject([
      { no: 3, expectedAt: at(20) },
      { no: 1, expectedAt: at(30) },
    ])
    expect(board.endsAt).toEqual(at(45))
  })

  it('has nothing to come where all is settled', () => {
    const done = [1, 2, 3].reduce((all, no) => settle(all, no), items)
    expect(boardOf(meeting, done, at(30))).toMatchObject({ current: null, coming: [], endsAt: at(30), shift: -15 })
  })
})

/** A meeting after some steps: which item, how many minutes later, and whether it was settled when it was left. */
const play = fc
  .record({
    minutes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
    opening: fc.constantFrom(0, 5, 20),
    steps: fc.array(fc.record({ item: fc.nat(7), wait: fc.integer({ min: 0, max: 45 }), settle: fc.boolean() }), {
      maxLength: 12,
    }),
  })
  .map(({ minutes, opening, steps }) => {
    let items = itemsOf(minutes, opening)
    let now = 0
    for (const step of steps) {
      now += step.wait
      const current = currentItem(items)
      if (current && step.settle) items = settle(items, current.no)
      items = apply(items, takeUp(items, (step.item % items.length) + 1, at(now)))
    }
    return { items, now, meeting: { ...meeting, openingMinutes: opening } }
  })

describe('whatever steps are taken', () => {
  it('one item at most is under way, and each other one without an outcome comes once', () => {
    fc.assert(
      fc.property(play, ({ items, now, meeting }) => {
        const board = boardOf(meeting, items, at(now))
        expect(items.filter((item) => item.startedAt && !item.endedAt).length).toBeLessThanOrEqual(1)
        const open = items.filter((item) => !item.settled && item.no !== board.current?.no).map((item) => item.no)
        expect(board.coming.map((one) => one.no).sort()).toEqual(open.sort())
        expect(board.opening !== null && board.current !== null).toBe(false)
      }),
    )
  })

  it('expected times never go back, begin with now at the earliest, and each call is five minutes before', () => {
    fc.assert(
      fc.property(play, ({ items, now, meeting }) => {
        const board = boardOf(meeting, items, at(now))
        const times = [at(now), ...board.coming.map((one) => one.expectedAt), board.endsAt].map(Number)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        for (const one of board.coming) expect(one.expectedAt.getTime() - callAt(one).getTime()).toBe(300_000)
      }),
    )
  })

  it('time that passes without a step moves the rest only once the item under way overruns, and then by as much', () => {
    fc.assert(
      fc.property(play, fc.integer({ min: 0, max: 90 }), ({ items, now, meeting }, wait) => {
        const before = boardOf(meeting, items, at(now))
        const after = boardOf(meeting, items, at(now + wait))
        const underWay = before.current ?? before.opening
        const slack = underWay ? Math.max(0, underWay.left) : 0
        const moved = Math.max(0, wait - slack)
        expect(after.shift - before.shift).toBe(moved)
        expect(after.coming.map((one) => one.shift)).toEqual(before.coming.map((one) => one.shift + moved))
        if (underWay)
          expect(underWay.elapsed + underWay.left).toBe(
            before.opening ? meeting.openingMinutes : items.find((item) => item.no === before.current?.no)?.minutes,
          )
      }),
    )
  })

  it('taking up what is under way changes nothing; leaving and taking up again loses no time', () => {
    fc.assert(
      fc.property(play, fc.integer({ min: 0, max: 30 }), ({ items, now }, away) => {
        const current = currentItem(items)
        if (!current?.startedAt) return
        expect(takeUp(items, current.no, at(now))).toEqual([])
        const left = apply(items, leave(items, at(now)))
        expect(currentItem(left)).toBeNull()
        const [step] = takeUp(left, current.no, at(now + away))
        expect(step?.startedAt?.getTime()).toBe(current.startedAt.getTime() + away * 60_000)
      }),
    )
  })
})
