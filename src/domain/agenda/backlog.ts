import { DateTime } from 'luxon'
import { escalates, parseSeverity } from '../issue.ts'
import type { MeasurementFacts, TargetFacts } from '../target.ts'
import { assessTarget } from '../target-status.ts'
import { type Score, type ScoredFacts, scoreIssue } from './score.ts'

/** An open issue before it is scored. */
export type BacklogFacts = {
  id: number
  no: number
  title: string
  taskNo: number | null
  severity: number
  minutes: number
  mandatory: boolean
  carried: number
  raisedAt: Date
  units: readonly { id: number; name: string }[]
  /** Units that may come though it does not need them: the one that raised it, and the lead of its task. */
  optional: readonly { id: number; name: string }[]
}

/** An open issue as an agenda is chosen from; mandatory where a leader says so or it was carried over twice. */
export type BacklogIssue = Pick<
  BacklogFacts,
  'id' | 'no' | 'title' | 'taskNo' | 'minutes' | 'mandatory' | 'units' | 'optional'
> &
  Score

/** A target of a task, with its measurements. */
export type BlockedTarget = {
  target: TargetFacts & { taskNo: number | null }
  measurements: readonly MeasurementFacts[]
}

/** Scores the open issues at `now` (in the plan's zone); their age is counted in local days. */
export function scoreBacklog(
  issues: readonly BacklogFacts[],
  targets: readonly BlockedTarget[],
  now: DateTime,
): BacklogIssue[] {
  const blocked = blockedTargets(targets, now.toFormat('yyyy-MM-dd'))
  return issues.map(({ id, no, title, taskNo, minutes, units, optional, ...issue }) => ({
    id,
    no,
    title,
    taskNo,
    minutes,
    units,
    optional: optional.filter((one) => !units.some((unit) => unit.id === one.id)),
    mandatory: issue.mandatory || escalates(issue.carried),
    ...scoreIssue({
      severity: parseSeverity(String(issue.severity)),
      ageDays: daysSince(issue.raisedAt, now),
      target: taskNo === null ? 'none' : (blocked.get(taskNo) ?? 'none'),
      carried: issue.carried,
      units: units.length,
    }),
  }))
}

/** What a task's targets mean for an issue on it: behind where one of them is. */
function blockedTargets(targets: readonly BlockedTarget[], on: string): Map<number, ScoredFacts['target']> {
  const blocked = new Map<number, ScoredFacts['target']>()
  for (const { target, measurements } of targets) {
    if (target.taskNo === null) continue
    const behind = assessTarget(target, measurements, on).status === 'behind'
    if (behind || !blocked.has(target.taskNo)) blocked.set(target.taskNo, behind ? 'behind' : 'kept')
  }
  return blocked
}

function daysSince(date: Date, now: DateTime): number {
  const raised = DateTime.fromJSDate(date, { zone: now.zone })
  return Math.round(now.startOf('day').diff(raised.startOf('day'), 'days').days)
}
