import { DateTime } from 'luxon'
import type { ActionFacts, CompilationRecords, IssueFacts } from './records.ts'
import type { CompiledReport, IssueProgress } from './report-content.ts'

/** The stretch a report counts, and the day it is compiled; ISO days of the zone. */
export type Window = { startsOn: string; asOf: string; today: string; zone: string }

/** Issues raised up to the report's day: settled in the period, and open on that day. Withdrawn ones are neither. */
export function issueProgress(
  { issues, targets }: Pick<CompilationRecords, 'issues' | 'targets'>,
  window: Window,
): CompiledReport['issues'] {
  const { startsOn, asOf } = window
  const all = issues
    .filter(({ state }) => state !== 'withdrawn')
    .map((issue) => progressOf(issue, targets, window))
    .filter(({ raisedOn }) => raisedOn <= asOf)
  return {
    raised: all.filter(({ raisedOn }) => raisedOn >= startsOn).length,
    settled: all.filter(({ closedOn }) => closedOn !== null && closedOn >= startsOn && closedOn <= asOf),
    open: all.filter(({ closedOn }) => closedOn === null || closedOn > asOf),
  }
}

/** Actions set up to the report's day: verified in the period, running and overdue on that day. Cancelled ones are none. */
export function actionProgress(actions: readonly ActionFacts[], window: Window): CompiledReport['actions'] {
  const { startsOn, asOf, today, zone } = window
  const day = dayIn(zone)
  const known = actions
    .filter(({ state, createdAt }) => state !== 'cancelled' && day(createdAt) <= asOf)
    .map((action) => ({
      ...action,
      doneOn: action.state === 'verified' && action.settledAt ? day(action.settledAt) : null,
    }))
  const left = known.filter(({ doneOn }) => doneOn === null || doneOn > asOf)
  // What waited for the office on that day was not overdue; one that it returned since is open again.
  const waited = ({ state, reportedAt }: ActionFacts) =>
    state !== 'open' && reportedAt !== null && day(reportedAt) <= asOf
  const overdue = left.filter((action) => action.dueOn <= asOf && action.dueOn < today && !waited(action))
  return {
    done: known.filter(({ doneOn }) => doneOn !== null && doneOn >= startsOn && doneOn <= asOf).length,
    running: left.length - overdue.length,
    overdue: overdue.map(({ no, issueNo, text, owner, dueOn, doneOn }) => ({
      no,
      issueNo,
      text,
      owner: owner.name,
      dueOn,
      doneOn,
    })),
  }
}

function progressOf(issue: IssueFacts, targets: CompilationRecords['targets'], { zone }: Window): IssueProgress {
  const { no, title, taskNo, state, carried } = issue
  const day = dayIn(zone)
  return {
    no,
    title,
    taskNo,
    targets: targets.filter((target) => taskNo !== null && target.taskNo === taskNo).map(({ metric }) => metric),
    units: issue.units.map(({ name }) => name),
    raisedOn: day(issue.raisedAt),
    closedOn: issue.closedAt && day(issue.closedAt),
    state,
    carried,
    escalated: issue.escalatedAt !== null,
  }
}

const dayIn = (zone: string) => (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
