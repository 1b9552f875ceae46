import type { DateTime } from 'luxon'
import type { Transaction } from '../../db/database.ts'
import { loadUnsettledIssues } from '../../db/digest-source-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { listPeriodReports } from '../../db/report-store.ts'
import { listMeasurements, listTargets } from '../../db/target-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { type DigestContent, TOP_ISSUES } from '../../domain/digest.ts'
import { composeContent, digestPeriod } from '../../domain/digest-composition.ts'

/**
 * The digest of a plan at `now` (in the plan's zone), by a number of queries that does not grow with the plan.
 * `missedSlots`: weekly digests that downtime swallowed, which this one says it catches up.
 */
export async function composeDigest(
  tx: Transaction,
  plan: PlanRow,
  now: DateTime,
  missedSlots = 0,
): Promise<DigestContent> {
  const period = digestPeriod(now, plan.settings.reporting)
  return composeContent({
    plan,
    now,
    period,
    missedSlots,
    targets: await listTargets(tx, plan.id),
    measurements: await listMeasurements(tx, plan.id),
    tasks: await listTasks(tx, plan.id),
    reports: await listPeriodReports(tx, plan.id, period.key),
    issues: await loadUnsettledIssues(tx, plan.id, TOP_ISSUES),
  })
}
