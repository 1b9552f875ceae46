import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import { createLeaseClock } from '../../src/outbox/lease-clock.ts'

const start = DateTime.fromISO('2024-06-24T09:00:00+08:00', { setZone: true })

/** A clock and what one reads from it; `pass`: both clocks go on, `step`: the wall clock alone. */
function clockFrom() {
  let [wall, ran] = [start, 0]
  const read = createLeaseClock(
    () => wall,
    () => ran,
  )
  return {
    wall: () => wall,
    behind: () => wall.diff(read()).as('seconds'),
    pass(seconds: number) {
      wall = wall.plus({ seconds })
      ran += seconds * 1000
    },
    step(seconds: number) {
      wall = wall.plus({ seconds })
    },
  }
}

it('is the clock, however long it goes on and however gently it is adjusted', () => {
  const clock = clockFrom()
  for (let look = 0; look < 1000; look += 1) {
    expect(clock.behind()).toBe(0)
    clock.pass(7)
    clock.step(look % 2 === 0 ? 0.3 : -0.2)
  }
})

it('goes on as before a step for as long as a lease lasts, several steps in a row too', () => {
  const clock = clockFrom()
  expect(clock.behind()).toBe(0)
  clock.step(1200)
  expect(clock.behind()).toBe(1200)
  clock.pass(60)
  clock.step(4200)
  expect(clock.behind()).toBe(5400)
  clock.pass(119)
  expect(clock.behind()).toBe(5400)
  clock.pass(1)
  expect(clock.behind()).toBe(0)
})

it('follows a clock that is set back', () => {
  const clock = clockFrom()
  expect(clock.behind()).toBe(0)
  clock.step(-3600)
  expect(clock.behind()).toBe(0)
  clock.step(3600)
  expect(clock.behind()).toBe(3600)
})
