import { decideReports, findReport, listVersions, lockResponsibilities } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReportReason } from '../../domain/progress-report.ts'
import { decideReport, standingOf } from '../../domain/report-state.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdOpenPeriod } from './hold-period.ts'
import { namedPeriod } from './named-period.ts'
import type { DecidedReport } from './report-names.ts'
import { reportNames } from './report-names.ts'

/** How the office sends a report back: one that waits, or one that it had accepted. */
export type SendingBack = 'return' | 'reopen'

/** What was sent back, and why. */
export type ReturnedReport = DecidedReport & { planId: number; reason: string }

/**
 * The office returns a report that waits, or opens an accepted one again (and with it every version accepted before, so that
 * none takes its place), with a reason: its unit owes it again.
 * @throws DomainError what `checkReportReason` throws, `report.unknown`, `report.period_closed` {period},
 *   `report.corrected_meanwhile` {task, unit, version, state}
 */
export async function returnReport(
  context: Context,
  actor: Actor,
  event: SendingBack,
  id: number,
  why: string,
): Promise<ReturnedReport> {
  const reason = checkReportReason(why)
  return changing(context, actor, 'report.review', async (work) => {
    const { tx, plan, now } = work
    const seen = await findReport(tx, plan.id, id)
    if (!seen) throw new DomainError('report.unknown')
    await holdOpenPeriod(work, await namedPeriod(work, seen.periodKey))
    await lockResponsibilities(tx, [seen])
    const versions = await listVersions(tx, plan.id, {
      taskIds: [seen.taskId],
      unitIds: [seen.unitId],
      periodKeys: [seen.periodKey],
    })
    const names = (await reportNames(work))(seen)
    const subject = `task/${names.taskNo}/${names.unit}/${names.periodKey}`
    const { standing, accepted } = standingOf(versions)
    const wanted = event === 'return' ? standing : accepted
    const report = versions.find((one) => one.id === id) ?? seen
    const from = event === 'return' ? 'submitted' : 'accepted'
    if (report.state !== from || wanted?.id !== id) {
      const state = report.state === from ? 'corrected' : report.state
      const { taskNo: task, unit, version } = names
      throw await changedSince(work, subject, 'report.corrected_meanwhile', { task, unit, version, state })
    }
    const state = decideReport(report.state, event)
    const also = event === 'reopen' ? versions.filter((one) => one.state === 'accepted') : [report]
    const decision = { state, reason, decidedBy: actor.userId, decidedAt: now.toJSDate() }
    await decideReports(
      tx,
      also.map((one) => one.id),
      from,
      decision,
    )
    await work.audit(`report.${event}`, subject, { state: from, version: names.version }, { state, reason })
    return { planId: plan.id, ...names, reason }
  })
}
