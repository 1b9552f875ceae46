import { DateTime } from 'luxon'
import { type DigestContent, type DigestTarget, NAMED_AT_MOST, TOP_ISSUES } from '../digest.ts'

/** An unsettled issue as a digest names it. */
export type DigestIssue = {
  no: number
  title: string
  taskNo: number | null
  raisedAt: Date
  carried: number
  /** It stands before the leading group. */
  escalated: boolean
  units: string[]
}

/** What a digest says of unsettled issues, the weightiest first: the first of them, their ages, what they block, what waits for leaders. */
export function issueLines(
  issues: readonly DigestIssue[],
  targets: readonly DigestTarget[],
  now: DateTime,
): Pick<DigestContent, 'issues' | 'ages' | 'blocking'> & { leading: DigestContent['leaders']['issues'] } {
  const aged = issues.map((issue) => ({ ...issue, days: daysSince(issue.raisedAt, now) }))
  const within = (from: number, to: number) => aged.filter(({ days }) => days > from && days <= to).length
  const behind = targets.filter(({ status, taskNo }) => status === 'behind' && taskNo !== null)
  const blocking = issues.flatMap(({ no, title, taskNo }) =>
    behind.filter((target) => target.taskNo === taskNo).map(({ metric }) => ({ no, title, metric })),
  )
  return {
    issues: {
      open: issues.length,
      top: aged
        .slice(0, TOP_ISSUES)
        .map(({ no, title, taskNo, days, carried, units }) => ({ no, title, taskNo, days, carried, units })),
    },
    ages: { week: within(-1, 7), month: within(7, 30), quarter: within(30, 90), older: within(90, Infinity) },
    blocking: named(blocking),
    leading: named(
      issues
        .filter(({ escalated }) => escalated)
        .map(({ no, title, carried, units }) => ({ no, title, carried, units })),
    ),
  }
}

/** As many of them as a digest names, and how many there are. */
export function named<T>(all: readonly T[]): { count: number; named: T[] } {
  return { count: all.length, named: all.slice(0, NAMED_AT_MOST) }
}

/** Whole days by the calendar of the plan's zone: raised yesterday is one day ago. */
function daysSince(raisedAt: Date, now: DateTime): number {
  const raised = DateTime.fromJSDate(raisedAt, { zone: now.zone }).startOf('day')
  return Math.max(0, Math.round(now.startOf('day').diff(raised, 'days').days))
}
