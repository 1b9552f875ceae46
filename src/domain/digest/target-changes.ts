import { DateTime } from 'luxon'
import type { MeasurementFacts, TargetFacts } from '../target.ts'
import { targetLine } from '../target-line.ts'
import type { DigestEvent } from './changes.ts'

/** A value of a target as it was recorded, those superseded later among them. */
export type RecordedMeasurement = MeasurementFacts & {
  targetId: number
  recordedAt: Date
  /** The unit that gave it; null: the office did. */
  unit: string | null
  /** Where it is from, as the person named it. */
  source: string
}

/** The values that stood after the first so many were recorded: of several for one day the last. */
export function standingMeasurements(recorded: readonly RecordedMeasurement[]): RecordedMeasurement[] {
  return [...new Map(recorded.map((one) => [one.asOf, one])).values()]
}

/**
 * Each value of a target that was recorded after `since`, with where the target stood right before and after it; by days of
 * `zone`. `recorded` holds all of the target's values in the order they were recorded.
 */
export function targetEvents(
  target: TargetFacts & { taskNo: number | null },
  recorded: readonly RecordedMeasurement[],
  since: Date,
  zone: string,
): DigestEvent[] {
  return recorded.flatMap(({ recordedAt: at }, place) => {
    if (at <= since) return []
    const on = DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
    const stood = (count: number) => targetLine(target, standingMeasurements(recorded.slice(0, count)), on).current
    const { id: targetId, metric, unit } = target
    return [
      { at, kind: 'target.recorded' as const, targetId, metric, unit, before: stood(place), after: stood(place + 1) },
    ]
  })
}
