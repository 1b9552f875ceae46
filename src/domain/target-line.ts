import type { DigestTarget } from './digest.ts'
import type { MeasurementFacts, TargetFacts } from './target.ts'
import { assessTarget } from './target-status.ts'

/** A target beside where it stands on the day `on`, as lists and digests show it. */
export function targetLine(
  target: TargetFacts & { taskNo: number | null },
  measurements: readonly MeasurementFacts[],
  on: string,
): DigestTarget {
  const { metric, unit, value, taskNo, by, per } = target
  const { current, asOf, due, gap, status, reason } = assessTarget(target, measurements, on)
  return { metric, unit, value, current, asOf, due, gap, status, reason, taskNo, by, per }
}
