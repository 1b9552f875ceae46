import { decideReports, listVersions, lockResponsibilities, type ReportRow } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { decideReport, standingOf } from '../../domain/report-state.ts'
import { parsePeriod } from '../../domain/reporting-period.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { loadReview } from './list-review.ts'
import { type DecidedReport, reportNames } from './report-names.ts'

/** What was accepted, and what was not because it was corrected, taken back or decided on since it was shown. */
export type AcceptedReports = { planId: number; accepted: DecidedReport[]; stale: DecidedReport[] }

/** What to accept: the versions that were shown, or what waits of a task (of its oldest period where none is named). */
export type AcceptWish = { ids: readonly number[] } | { taskNo: number; periodKey: string | null }

/**
 * The office accepts reports: the lead's joint one and the participants' that stand with it. Each is then locked. What moved
 * since it was shown is left and named.
 * @throws DomainError `report.corrected_meanwhile` {task, unit, version, state} where nothing is left to accept, `report.nothing_waits` {task}, `report.unknown`
 */
export async function acceptReports(context: Context, actor: Actor, wish: AcceptWish): Promise<AcceptedReports> {
  return changing(context, actor, 'report.review', async (work) => {
    const { tx, plan, now } = work
    const ids = 'ids' in wish ? [...wish.ids] : await idsOf(work, wish.taskNo, wish.periodKey)
    const wanted = await listVersions(tx, plan.id, { ids })
    if (wanted.length === 0 || wanted.length < ids.length) throw new DomainError('report.unknown')
    await lockResponsibilities(tx, wanted)
    const versions = await listVersions(tx, plan.id, {
      taskIds: wanted.map(({ taskId }) => taskId),
      unitIds: wanted.map(({ unitId }) => unitId),
      periodKeys: wanted.map(({ periodKey }) => periodKey),
    })
    const name = await reportNames(work)
    const { able = [], stale = [] } = Object.groupBy(wanted, (one) =>
      movedSince(one, versions) === null ? 'able' : 'stale',
    )
    const [first] = stale
    if (able.length === 0 && first) {
      const { taskNo, unit, periodKey } = name(first)
      throw await changedSince(work, `task/${taskNo}/${unit}/${periodKey}`, 'report.corrected_meanwhile', {
        ...facts(name(first)),
        state: movedSince(first, versions) ?? '',
      })
    }
    const decision = { state: decideReport('submitted', 'accept'), decidedBy: actor.userId, decidedAt: now.toJSDate() }
    await decideReports(
      tx,
      able.map(({ id }) => id),
      'submitted',
      decision,
    )
    const accepted = able.map(name)
    await work.audit('report.accept', `reports/${able.map(({ id }) => id).join(',')}`, { state: 'submitted' }, accepted)
    return { planId: plan.id, accepted, stale: stale.map(name) }
  })
}

async function idsOf(work: Work, taskNo: number, periodWords: string | null): Promise<number[]> {
  const { entries } = await loadReview(work)
  const key = periodWords && parsePeriod(periodWords).key
  const entry = entries.find((one) => one.taskNo === taskNo && (key === null || one.periodKey === key))
  if (!entry) throw new DomainError('report.nothing_waits', { task: taskNo })
  return entry.ids
}

/** What became of a version since it was shown; null where it can be accepted. */
function movedSince(report: ReportRow, versions: readonly ReportRow[]): string | null {
  const own = versions.filter(
    ({ taskId, unitId, periodKey }) =>
      taskId === report.taskId && unitId === report.unitId && periodKey === report.periodKey,
  )
  const now = own.find(({ id }) => id === report.id)
  if (now?.state !== 'submitted') return now?.state ?? 'withdrawn'
  return standingOf(own).standing?.id === report.id ? null : 'corrected'
}

const facts = ({ taskNo, unit, version }: DecidedReport) => ({ task: taskNo, unit, version })
