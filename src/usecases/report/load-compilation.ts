import { listActions } from '../../db/action-store.ts'
import {
  listPlanMilestones,
  listPlanPolicies,
  listRecordedValues,
  listReportVersions,
} from '../../db/compilation-store.ts'
import { listIssues } from '../../db/issue-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import { listTargets } from '../../db/target-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { countedTo } from '../../domain/compilation/compile-report.ts'
import type { BurdenLine, CompilationRecords } from '../../domain/compilation/records.ts'
import { issueStates } from '../../domain/issue.ts'
import { nextPeriod, type ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'

/** More issues than that no report would show. */
const issuesAtMost = 1_000_000

/** What the report of a period is compiled from, by a number of queries that does not grow with the plan. */
export async function loadCompilation(
  work: Work,
  period: ReportingPeriod,
  burden: readonly BurdenLine[],
): Promise<CompilationRecords> {
  const { tx, plan, now } = work
  const asOf = countedTo(period.endsOn, now.toFormat('yyyy-MM-dd'))
  return {
    plan,
    now,
    period,
    nextEndsOn: nextPeriod(period, plan.settings.reporting).endsOn,
    tasks: await listTasks(tx, plan.id),
    versions: await listReportVersions(tx, plan.id, period.key),
    paused: await standingPauses(work, period.key),
    targets: await listTargets(tx, plan.id),
    values: await listRecordedValues(tx, plan.id, asOf),
    issues: await listIssues(tx, plan.id, issueStates, issuesAtMost),
    actions: await listActions(tx, plan.id),
    milestones: await listPlanMilestones(tx, plan.id),
    policies: await listPlanPolicies(tx, plan.id, asOf),
    burden,
  }
}

async function standingPauses({ tx, plan }: Work, periodKey: string): Promise<CompilationRecords['paused']> {
  const standing = (await listPauses(tx, plan.id)).filter(({ endedAt }) => endedAt === null)
  const period = (await listPeriods(tx, plan.id)).find(({ key }) => key === periodKey)
  return {
    period: period !== undefined && standing.some(({ periodId }) => periodId === period.id),
    tasks: new Set(standing.flatMap(({ taskId }) => taskId ?? [])),
  }
}
