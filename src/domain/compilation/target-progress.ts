import { assessTarget } from '../target-status.ts'
import type { CompilationRecords, RecordedValue } from './records.ts'
import type { TargetProgress, TaskProgress } from './report-content.ts'

/** So many measured days a trend shows at most, the latest. */
const TREND_DAYS = 12
/** With fewer there is no trend to see. */
const TREND_FROM = 3

/** Each target where it stood on the day `asOf`, beside what the lead of its task claims in its accepted report. */
export function targetProgress(
  { targets, values }: Pick<CompilationRecords, 'targets' | 'values'>,
  tasks: readonly TaskProgress[],
  asOf: string,
): TargetProgress[] {
  const byTarget = Map.groupBy(values, ({ targetId }) => targetId)
  const claims = new Map(tasks.map(({ no, report }) => [no, report?.status ?? null]))
  return targets.map((target) => {
    const { id, metric, value, unit, by, per, taskNo } = target
    const own = byTarget.get(id) ?? []
    const standing = assessTarget(target, own, asOf)
    const claimed = taskNo === null ? null : (claims.get(taskNo) ?? null)
    const disagrees = claimed !== null && standing.status !== null && claimed !== standing.status
    const trend = disagrees || standing.status === 'behind' ? trendOf(target, own) : []
    return { metric, value, unit, by, per, taskNo, standing, claimed, disagrees, trend }
  })
}

/** Where the target stood on each measured day, by what is known of the days up to it. */
function trendOf(
  target: CompilationRecords['targets'][number],
  values: readonly RecordedValue[],
): TargetProgress['trend'] {
  const days = [...new Set(values.map(({ asOf }) => asOf))].slice(-TREND_DAYS)
  const points = days.flatMap((on) => {
    const upTo = values.filter(({ asOf }) => asOf <= on)
    const { current, due } = assessTarget(target, upTo, on)
    return current === null || due === null ? [] : [{ on, current, due }]
  })
  return points.length < TREND_FROM ? [] : points
}
