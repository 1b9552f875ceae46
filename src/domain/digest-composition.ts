import { DateTime } from 'luxon'
import type { DigestContent } from './digest.ts'
import type { PeriodRule } from './plan-settings.ts'
import type { Status } from './progress-report.ts'
import { periodState, previousPeriod, type ReportingPeriod, reportablePeriod } from './reporting-period.ts'
import type { MeasurementFacts, TargetFacts } from './target.ts'
import { targetLine } from './target-line.ts'

/** An unsettled issue as a digest names it. */
export type DigestIssue = {
  no: number
  title: string
  taskNo: number | null
  raisedAt: Date
  carried: number
  units: string[]
}

/** All that a digest is composed from, as it was loaded. */
export type DigestFacts = {
  plan: { title: string; language: string; zone: string }
  /** Now, in the plan's zone. */
  now: DateTime
  period: ReportingPeriod
  missedSlots: number
  targets: readonly (TargetFacts & { taskNo: number | null })[]
  /** One a target × day. */
  measurements: readonly (MeasurementFacts & { targetId: number })[]
  /** Tasks with their responsible units; each of them owes a report in the period. */
  tasks: readonly { id: number; units: readonly { id: number; name: string }[] }[]
  /** The period's standing reports, one a task × unit. */
  reports: readonly { taskId: number; unitId: number; status: Status }[]
  /** How many issues are unsettled, and those to be named, the weightiest first. */
  issues: {
    open: number
    top: readonly DigestIssue[]
  }
}

/**
 * The reporting period a digest speaks of at `now` (in the plan's zone): the one reports are for, and until that is asked
 * for, the one before, whose late reports are still missing.
 */
export function digestPeriod(now: DateTime, rule: PeriodRule): ReportingPeriod {
  const period = reportablePeriod(now, rule)
  return periodState(period, now) === 'upcoming' ? previousPeriod(period, rule) : period
}

/** The picture a digest shows, from what is known. Nothing is guessed: what cannot be told is null, with its reason. */
export function composeContent(facts: DigestFacts): DigestContent {
  const { plan, now, period, missedSlots, issues } = facts
  const asOf = now.toFormat('yyyy-MM-dd')
  const byTarget = Map.groupBy(facts.measurements, ({ targetId }) => targetId)
  return {
    planTitle: plan.title,
    language: plan.language,
    zone: plan.zone,
    asOf,
    periodKey: period.key,
    dueOn: period.dueOn,
    missedSlots,
    targets: facts.targets.map((target) => targetLine(target, byTarget.get(target.id) ?? [], asOf)),
    ...countReports(facts),
    issues: {
      open: issues.open,
      top: issues.top.map(({ raisedAt, ...issue }) => ({ ...issue, days: daysSince(raisedAt, now) })),
    },
    since: null,
  }
}

function countReports({ tasks, reports }: DigestFacts): Pick<DigestContent, 'reports' | 'statusCounts'> {
  const statusOf = new Map(reports.map((report) => [`${report.taskId}/${report.unitId}`, report.status]))
  const units = new Map<number, { unit: string; owed: number; filed: number }>()
  const statusCounts = { ahead: 0, on_track: 0, behind: 0, done: 0 }
  for (const task of tasks) {
    for (const { id, name } of task.units) {
      const line = units.get(id) ?? { unit: name, owed: 0, filed: 0 }
      const status = statusOf.get(`${task.id}/${id}`)
      units.set(id, { ...line, owed: line.owed + 1, filed: line.filed + (status ? 1 : 0) })
      if (status) statusCounts[status] += 1
    }
  }
  const lines = [...units.values()]
  return {
    reports: {
      owed: lines.reduce((sum, { owed }) => sum + owed, 0),
      filed: lines.reduce((sum, { filed }) => sum + filed, 0),
      filedUnits: lines.filter(({ owed, filed }) => filed === owed).map(({ unit }) => unit),
      unfiled: lines.filter(({ owed, filed }) => filed < owed),
    },
    statusCounts,
  }
}

/** Whole days by the calendar of the plan's zone: raised yesterday is one day ago. */
function daysSince(raisedAt: Date, now: DateTime): number {
  const raised = DateTime.fromJSDate(raisedAt, { zone: now.zone }).startOf('day')
  return Math.max(0, Math.round(now.startOf('day').diff(raised, 'days').days))
}
