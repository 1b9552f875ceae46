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
 * What was recorded of a target after `since` and up to `until`, as one event: how many values, and where it stood right
 * before the first and after the last of them, by days of `zone`. `recorded` holds all of the target's values in the order
 * they were recorded. Where it stood in between nobody is told, and a table of thousands is taken in at once.
 */
export function targetEvents(
  target: TargetFacts & { taskNo: number | null },
  recorded: readonly RecordedMeasurement[],
  { since, until, zone }: { since: Date; until: Date; zone: string },
): DigestEvent[] {
  const inside = ({ recordedAt: at }: RecordedMeasurement) => at > since && at <= until
  const [start, end] = [recorded.findIndex(inside), recorded.findLastIndex(inside)]
  const [first, last] = [recorded[start], recorded[end]]
  if (!first || !last) return []
  const stood = (count: number, at: Date) => {
    const on = DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
    return targetLine(target, standingMeasurements(recorded.slice(0, count)), on).current
  }
  const [before, after] = [stood(start, first.recordedAt), stood(end + 1, last.recordedAt)]
  const { id: targetId, metric, unit } = target
  const values = recorded.filter(inside).length
  return [{ at: first.recordedAt, kind: 'target.recorded', targetId, metric, unit, before, after, values }]
}
