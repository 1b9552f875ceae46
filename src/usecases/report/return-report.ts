import {
  decideReports,
  findReport,
  listVersions,
  lockResponsibilities,
  type ReportRow,
} from '../../db/report-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReportReason } from '../../domain/progress-report.ts'
import { decideReport, type ReportStanding, standingOf } from '../../domain/report-state.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import type { DecidedReport } from './accept-reports.ts'
import { namedPeriod } from './named-period.ts'

/** Which report: the version that was shown, or a unit's of a task; without a period the newest that can be. */
export type ReturnWish = { id: number } | { taskNo: number; unitId: number; periodKey: string | null }

/** What was returned or opened again, and why. */
export type ReturnedReport = DecidedReport & { planId: number; reason: string }

/**
 * The office returns a report that waits, with a reason: its unit owes it again.
 * @throws DomainError what `checkReportReason` throws, `report.unknown`, `report.nothing_to_return` {task, unit},
 *   `report.corrected_meanwhile` {task, unit, version, state}
 */
export async function returnReport(context: Context, actor: Actor, wish: ReturnWish, why: string) {
  return sendBack(context, actor, wish, why, 'return')
}

/**
 * The office opens an accepted report again, with a reason: its unit owes it again, and no earlier accepted version takes its
 * place. A report of a closed period stays as it is until the period is opened.
 * @throws DomainError as {@link returnReport}, `report.nothing_accepted` {task, unit}, `report.period_closed` {period}
 */
export async function reopenReport(context: Context, actor: Actor, wish: ReturnWish, why: string) {
  return sendBack(context, actor, wish, why, 'reopen')
}

async function sendBack(
  context: Context,
  actor: Actor,
  wish: ReturnWish,
  why: string,
  event: 'return' | 'reopen',
): Promise<ReturnedReport> {
  const reason = checkReportReason(why)
  return changing(context, actor, 'report.review', async (work) => {
    const { tx, plan, now } = work
    const place = await placeOf(work, wish)
    await lockResponsibilities(tx, [place])
    const { task, unit, versions } = await versionsAt(work, place)
    const report = chosen(wish, versions, event)
    const names = { task: task.no, unit }
    if (!report && event === 'return') throw new DomainError('report.nothing_to_return', names)
    if (!report) throw new DomainError('report.nothing_accepted', names)
    const { version } = report
    const same = versions.filter(({ periodKey }) => periodKey === report.periodKey)
    const found = standingOf(same)
    const wanted = event === 'return' ? found.standing : found.accepted
    if (report.state !== (event === 'return' ? 'submitted' : 'accepted') || wanted?.id !== report.id) {
      const state = wanted && wanted.id !== report.id ? 'corrected' : report.state
      throw new DomainError('report.corrected_meanwhile', { ...names, version, state })
    }
    await refuseClosed(work, report.periodKey)
    const state = decideReport(report.state, event)
    const also = event === 'reopen' ? same.filter((one) => one.state === 'accepted') : [report]
    await decideReports(
      tx,
      also.map(({ id }) => id),
      report.state,
      { state, reason, decidedBy: actor.userId, decidedAt: now.toJSDate() },
    )
    const subject = `task/${task.no}/${unit}/${report.periodKey}`
    await work.audit(`report.${event}`, subject, { state: report.state, version }, { state, reason })
    return { planId: plan.id, taskNo: task.no, unit, periodKey: report.periodKey, version, reason }
  })
}

type Place = { taskId: number; unitId: number; periodKey: string | null }

async function placeOf(work: Work, wish: ReturnWish): Promise<Place> {
  const { tx, plan } = work
  if ('id' in wish) {
    const report = await findReport(tx, plan.id, wish.id)
    if (!report) throw new DomainError('report.unknown')
    return report
  }
  const task = (await listTasks(tx, plan.id)).find(({ no }) => no === wish.taskNo)
  if (!task?.units.some(({ id }) => id === wish.unitId)) throw new DomainError('report.unknown')
  const periodKey = wish.periodKey === null ? null : (await namedPeriod(work, wish.periodKey)).key
  return { taskId: task.id, unitId: wish.unitId, periodKey }
}

async function versionsAt({ tx, plan }: Work, { taskId, unitId, periodKey }: Place) {
  const versions = await listVersions(tx, plan.id, {
    taskIds: [taskId],
    unitIds: [unitId],
    ...(periodKey === null ? {} : { periodKeys: [periodKey] }),
  })
  const task = (await listTasks(tx, plan.id)).find(({ id }) => id === taskId)
  if (!task) throw new DomainError('report.unknown')
  return { task, unit: unitName(task, unitId), versions }
}

const unitName = (task: TaskRow, unitId: number) => task.units.find(({ id }) => id === unitId)?.name ?? ''

/** The version that is meant: the one shown; by words the one of the newest period that can be sent back. */
function chosen(wish: ReturnWish, versions: readonly ReportRow[], event: 'return' | 'reopen'): ReportRow | null {
  if ('id' in wish) return versions.find(({ id }) => id === wish.id) ?? null
  const able = ({ standing, accepted }: ReportStanding<ReportRow>) =>
    event === 'reopen' ? accepted : standing?.state === 'submitted' ? standing : null
  const groups = [...Map.groupBy(versions, ({ periodKey }) => periodKey).values()]
  const found = groups.flatMap((group) => able(standingOf(group)) ?? [])
  return found.toSorted((one, other) => other.reportedAt.getTime() - one.reportedAt.getTime())[0] ?? null
}

async function refuseClosed(work: Work, periodKey: string): Promise<void> {
  const { closedAt } = { closedAt: null, ...(await namedPeriod(work, periodKey)) }
  if (closedAt) throw new DomainError('report.period_closed', { period: periodKey })
}
