import type { Chart } from './chart.ts'
import type { Decimal } from './decimal.ts'
import type { MeasurementFacts, TargetFacts } from './target.ts'
import { targetPath, valueDue } from './target-path.ts'
import { pathValues } from './target-status.ts'

/** What a target's chart says in words; `day` puts an ISO day into few characters. */
export type ChartWords = { title: string; actual: string; due: string; day: (isoDay: string) => string }

/** Points of a chart, see `Chart`; the path's start is one of them. */
const MOST_POINTS = 20

/**
 * A target's present path as a chart: what was reached and what was due, on the path's first day, on each day that has a
 * value, and for a flow today. Of more days than a chart takes, some between are left out evenly; the first and the last
 * stay. Null where there is no path, or no value of it.
 */
export function targetChart(
  target: TargetFacts,
  measurements: readonly MeasurementFacts[],
  on: string,
  words: ChartWords,
): Chart | null {
  const path = targetPath(target, on)
  if (typeof path === 'string') return null
  const values = pathValues(target, measurements, path)
  const last = values.at(-1)
  if (!last) return null
  const points = [
    ...(values[0]?.asOf === path.startOn ? [] : [{ asOf: path.startOn, value: path.start }]),
    ...values,
    ...(target.kind === 'flow' && last.asOf < on && on <= path.endOn ? [{ asOf: on, value: last.value }] : []),
  ]
  const shown = evenly(points)
  return {
    kind: 'line',
    title: words.title.slice(0, 200),
    unit: target.unit,
    categories: shown.map(({ asOf }) => words.day(asOf)),
    series: [
      { name: words.actual, values: shown.map(({ value }) => drawn(value)) },
      { name: words.due, values: shown.map(({ asOf }) => drawn(valueDue(path, asOf))) },
    ],
  }
}

function evenly<T>(points: readonly T[]): T[] {
  if (points.length <= MOST_POINTS) return [...points]
  const step = (points.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_, index) => points[Math.round(index * step)]).flatMap((point) =>
    point === undefined ? [] : [point],
  )
}

/** For drawing alone: to two decimals. */
const drawn = (value: Decimal) => Math.round(Number(value) * 100) / 100
