import { holdPeriod, setPeriodClosed } from '../../db/period-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReportReason } from '../../domain/progress-report.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { periodSubject } from './hold-period.ts'
import { loadPeriodReports } from './load-period-reports.ts'
import { namedPeriod } from './named-period.ts'

/** A period and who filed nothing in it, unit by unit, with the numbers of the tasks. */
export type PeriodClosing = {
  planId: number
  periodKey: string
  dueOn: string
  missing: { unit: string; tasks: number[] }[]
  waiting: number
}

/** What closing a period would leave out, before it is closed. @throws DomainError as `closePeriod` */
export async function previewClosing(context: Context, actor: Actor, periodWords: string): Promise<PeriodClosing> {
  return reading(context, actor, 'report.period', async (work) => {
    const period = await namedPeriod(work, periodWords)
    refuseRunning(work, period)
    if ('closedAt' in period && period.closedAt) throw new DomainError('period.already_closed', { period: period.key })
    return closingOf(work, period)
  })
}

/**
 * The office closes a period: nothing is filed in it any more, and what is missing is owed no longer.
 * @throws DomainError `period.not_over`, `period.already_closed` {period}, and what `namedPeriod` throws
 */
export async function closePeriod(context: Context, actor: Actor, periodWords: string): Promise<PeriodClosing> {
  return changing(context, actor, 'report.period', async (work) => {
    const wanted = await namedPeriod(work, periodWords)
    refuseRunning(work, wanted)
    const period = await holdPeriod(work.tx, work.plan.id, wanted, 'changing')
    if (period.closedAt) throw new DomainError('period.already_closed', { period: period.key })
    const closing = await closingOf(work, period)
    const closedAt = work.now.toJSDate()
    await setPeriodClosed(work.tx, period.id, closedAt)
    await work.audit('report.period_close', periodSubject(period.key), { closedAt: null }, { closedAt, ...closing })
    return closing
  })
}

/**
 * The office opens a closed period again, with a reason: what is missing in it is owed again.
 * @throws DomainError what `checkReportReason` throws, `period.not_closed` {period}, and what `namedPeriod` throws
 */
export async function reopenPeriod(context: Context, actor: Actor, periodWords: string, why: string) {
  const reason = checkReportReason(why)
  return changing(context, actor, 'report.period', async (work) => {
    const wanted = await namedPeriod(work, periodWords)
    const period = await holdPeriod(work.tx, work.plan.id, wanted, 'changing')
    if (!period.closedAt) throw new DomainError('period.not_closed', { period: period.key })
    await setPeriodClosed(work.tx, period.id, null)
    const before = { closedAt: period.closedAt }
    await work.audit('report.period_reopen', periodSubject(period.key), before, { closedAt: null, reason })
    return { planId: work.plan.id, periodKey: period.key, dueOn: period.dueOn, reason }
  })
}

function refuseRunning({ now }: Work, { key, endsOn }: ReportingPeriod): void {
  if (endsOn >= now.toFormat('yyyy-MM-dd')) throw new DomainError('period.not_over', { period: key, day: endsOn })
}

async function closingOf(work: Work, { key, dueOn }: ReportingPeriod): Promise<PeriodClosing> {
  const lines = await loadPeriodReports(work, key)
  const missing = Map.groupBy(
    lines.filter(({ found, paused }) => !found.standing && !paused),
    ({ unit }) => unit.name,
  )
  return {
    planId: work.plan.id,
    periodKey: key,
    dueOn,
    missing: [...missing].map(([unit, list]) => ({ unit, tasks: list.map(({ task }) => task.no) })),
    waiting: lines.filter(({ found }) => found.standing?.state === 'submitted').length,
  }
}
