import { percentOf } from '../decimal.ts'
import type { DigestTarget } from '../digest.ts'

/** What a chart draws of a target: done and due by now, in percent of what it is to reach. */
export type TargetBar = { metric: string; done: number; due: number }

/** A chart takes 20 categories. */
const barsAtMost = 20

/** A bar for each target of which both are known; of more than a chart takes, those behind come first. */
export function targetBars(targets: readonly DigestTarget[]): TargetBar[] {
  const bars = targets.flatMap(({ metric, value, current, due: wanted, status }) => {
    const done = current === null ? null : percentOf(current, value)
    const due = wanted === null ? null : percentOf(wanted, value)
    return done === null || due === null ? [] : [{ metric, done, due, behind: status === 'behind' }]
  })
  const drawn = bars.length <= barsAtMost ? bars : bars.toSorted((a, b) => Number(b.behind) - Number(a.behind))
  return drawn.slice(0, barsAtMost).map(({ metric, done, due }) => ({ metric, done, due }))
}
