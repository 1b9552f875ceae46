import { countToReview, listNewestReports } from '../../db/home-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { type BoardLine, composeBoard } from '../../domain/home-board.ts'
import { type Duty, type LateUnit, lateUnits } from '../../domain/home-duties.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'

/** What the office is shown. */
export type OfficePart = {
  /** The units' reports of the period, who owes most first; empty before it opens. */
  board: BoardLine[]
  /** Joint reports that wait to be accepted or returned. */
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
  const { tx, plan, now, roles } = work
  if (!allows(roles, 'report.review')) return null
  const open = period.opensOn <= now.toFormat('yyyy-MM-dd')
  const tasks = open ? await listTasks(tx, plan.id) : []
  const reports = open ? await listNewestReports(tx, plan.id, period.key) : []
  return {
    board: composeBoard({ tasks, reports }),
    toReview: await countToReview(tx, plan.id),
    late: lateUnits(duties),
  }
}
