import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLog } from '../../src/log.ts'
import { startTimers } from '../../src/schedule/timers.ts'

const day = 24 * 3_600_000
let worked: number
let maintained: number
let stop: () => Promise<void>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.setSystemTime(new Date('2024-06-24T09:00:00Z'))
  worked = 0
  maintained = 0
  stop = startTimers(createLog('silent'), {
    work: async () => void worked++,
    maintain: async () => void maintained++,
  })
})
afterEach(async () => {
  await stop()
  vi.useRealTimers()
})

it.each([
  ['is right', 0],
  ['is set back by seconds', -30_000],
  ['is set back by days', -3 * day],
  ['is set forward by a year', 365 * day],
  ['is set back by a year', -365 * day],
])('what is due is looked for every five seconds while the clock %s', async (_, step) => {
  await vi.advanceTimersByTimeAsync(15_000)
  vi.setSystemTime(Date.now() + step)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(worked).toBe(6)
})

it('the daily upkeep goes on a day later at most when the clock was set back by a year', async () => {
  await vi.advanceTimersByTimeAsync(10_000)
  vi.setSystemTime(Date.now() - 365 * day)
  await vi.advanceTimersByTimeAsync(day)
  expect(maintained).toBe(1)
})

it('a run that takes long is not joined by another, and one that fails does not end them', async () => {
  await stop()
  let begun = 0
  let end = () => {}
  const work = () => {
    begun += 1
    return begun === 1 ? Promise.reject(new Error('no database')) : new Promise<void>((resolve) => (end = resolve))
  }
  stop = startTimers(createLog('silent'), { work, maintain: async () => undefined })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(begun).toBe(2)
  end()
  await vi.advanceTimersByTimeAsync(5000)
  expect(begun).toBe(3)
})
