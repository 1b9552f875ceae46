import { DateTime } from 'luxon'
import type { Transaction } from '../../db/database.ts'
import { listDigestEvents, listNewPolicies } from '../../db/digest-event-store.ts'
import {
  listOverdueActions,
  listPractices,
  listRecordedMeasurements,
  listReportVersions,
  listSlippedMilestones,
  listStandingSlips,
  listUnsettledIssues,
} from '../../db/digest-source-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { listTargets } from '../../db/target-store.ts'
import { listTasks } from '../../db/task-store.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { composeContent, type DigestWish, digestPeriod } from '../../domain/digest-composition.ts'
import { pausedReports } from '../../domain/supervision/paused-reports.ts'

/** The instant (in the plan's zone) of which a digest tells how things stood, and until when what happened. */
export type DigestTime = {
  at: DateTime
  until: DateTime
  /** That instant is not now, and it is told as far as the records allow. */
  past: boolean
}

/** The digest of a plan at an instant, by a number of queries that does not grow with the plan. */
export async function composeDigest(
  tx: Transaction,
  plan: PlanRow,
  { at, until, past }: DigestTime,
  wish: DigestWish,
): Promise<DigestContent> {
  const instant = { at: at.toJSDate(), day: at.toFormat('yyyy-MM-dd'), past }
  const known = await listPeriods(tx, plan.id)
  const planned = DateTime.fromJSDate(plan.createdAt, { zone: plan.zone }).toFormat('yyyy-MM-dd')
  const period = digestPeriod(at, plan.settings.reporting, known, planned)
  const periodId = known.find(({ key }) => key === period.key)?.id
  const window = wish.since && { since: wish.since, until: until.toJSDate() }
  return composeContent(
    {
      plan,
      now: at,
      until: until.toJSDate(),
      past,
      period,
      targets: await listTargets(tx, plan.id),
      measurements: await listRecordedMeasurements(tx, plan.id, instant),
      tasks: await listTasks(tx, plan.id),
      // Before a period opens, nothing is asked of anybody.
      isPaused:
        period.opensOn > instant.day ? () => true : pausedReports(await listPauses(tx, plan.id), periodId, instant.at),
      reports: await listReportVersions(tx, plan.id, period.key, instant),
      issues: await listUnsettledIssues(tx, plan.id, instant),
      actions: await listOverdueActions(tx, plan.id, instant),
      slips: await listStandingSlips(tx, plan.id, instant),
      milestones: await listSlippedMilestones(tx, plan.id, instant),
      policies: window ? await listNewPolicies(tx, plan.id, window) : [],
      practices: window ? await listPractices(tx, plan.id, window) : [],
      events: window ? await listDigestEvents(tx, plan, window) : [],
    },
    wish,
  )
}
