import { type BoardLine, composeBoard } from '../../domain/home-board.ts'
import { type Duty, type LateUnit, lateUnits } from '../../domain/home-duties.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { loadReview } from '../report/list-review.ts'
import { isAsked, loadPeriodReports } from '../report/load-period-reports.ts'

/** What the office is shown. */
export type OfficePart = {
  /** The units' reports of the period, who owes most first, counted as on `/progress status`; empty before it opens. */
  board: BoardLine[]
  /** Tasks whose reports wait to be accepted or returned, as `/progress review` lists them. */
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
  const reports = open ? await loadPeriodReports(work, period.key) : []
  return {
    board: composeBoard(
      reports.map((report) => ({
        unitId: report.unit.id,
        unit: report.unit.name,
        asked: isAsked(report),
        filed: report.found.standing !== null,
        late: report.found.standing?.late ?? false,
        returned: report.found.newest?.state === 'returned',
      })),
    ),
    toReview: (await loadReview(work)).entries.length,
    late: lateUnits(duties),
  }
}
