import { type Duty, type LateUnit, lateUnits } from '../../domain/home-duties.ts'
import { type BoardLine, composeBoard } from '../../domain/report-board.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { loadReview } from '../report/list-review.ts'
import { loadPeriodReports } from '../report/load-period-reports.ts'

/** What the office is shown. */
export type OfficePart = {
  /** The units' reports of the period, who owes most first; empty before it opens. */
  board: BoardLine[]
  /** What waits to be accepted or returned, as the office's list counts it. */
  toReview: number
  /** Units that are late with anything, the longest first. */
  late: LateUnit[]
}

/** The part of the office; null for who is not of it. */
export async function officePart(
  work: Work,
  duties: readonly Duty[],
  period: ReportingPeriod,
): Promise<OfficePart | null> {
  if (!allows(work.roles, 'report.review')) return null
  const open = period.opensOn <= work.now.toFormat('yyyy-MM-dd')
  return {
    board: open ? composeBoard(await loadPeriodReports(work, period.key)) : [],
    toReview: (await loadReview(work)).entries.length,
    late: lateUnits(duties),
  }
}
