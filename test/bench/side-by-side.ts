import { median } from './measure.ts'

/** What two pieces of work took, in ms, each the middle of its rounds. */
export type SideBySide = { own: number; yardstick: number; times: number }

/**
 * Times some work and its yardstick in turns, so that what slows the machine down slows both. `times`: how many times as long
 * the work takes. A first round of each is not counted.
 */
export async function sideBySide(rounds: number, own: () => unknown, yardstick: () => unknown): Promise<SideBySide> {
  const taken = { own: [] as number[], yardstick: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const ownMs = await timed(own)
    const yardstickMs = await timed(yardstick)
    if (round === 0) continue
    taken.own.push(ownMs)
    taken.yardstick.push(yardstickMs)
  }
  const middle = { own: median(taken.own), yardstick: median(taken.yardstick) }
  return { ...middle, times: middle.own / middle.yardstick }
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
