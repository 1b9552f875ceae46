import { pino } from 'pino'
import { expect, it } from 'vitest'
import { stopWithin } from '../src/stop-within.ts'

const stop = async (work: () => Promise<void>, seconds: number) => {
  const lines: string[] = []
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) })
  return { clean: await stopWithin(seconds, work, log), told: lines.map((line) => JSON.parse(line).msg) }
}

it('waits for a stop, and tells of one that fails', async () => {
  expect(await stop(async () => undefined, 25)).toEqual({ clean: true, told: [] })
  expect(await stop(() => Promise.reject(new Error('held')), 25)).toEqual({ clean: false, told: ['the stop failed'] })
})

it('cuts short one that hangs, and says so', async () => {
  const hanging = () => new Promise<void>(() => undefined)
  expect(await stop(hanging, 0.01)).toEqual({ clean: false, told: ['the stop took too long and was cut short'] })
})
