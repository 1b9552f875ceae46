import { decideReports, findReport, lockResponsibilities } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdOpenPeriod } from './hold-period.ts'
import { namedPeriod } from './named-period.ts'

/**
 * Takes back a report of one of the person's own units (undo); the version before it stands again.
 * @throws DomainError `report.unknown`, `report.period_closed` {period}, or `report.not_withdrawable` when it was taken back
 *   or decided on meanwhile
 */
export async function withdrawReport(context: Context, actor: Actor, reportId: number) {
  return changing(context, actor, 'report.withdraw', async (work) => {
    const before = await findReport(work.tx, work.plan.id, reportId)
    if (!before || !work.units.some((unit) => unit.id === before.unitId)) throw new DomainError('report.unknown')
    await holdOpenPeriod(work, await namedPeriod(work, before.periodKey))
    await lockResponsibilities(work.tx, [before])
    const taken = await decideReports(work.tx, [reportId], 'submitted', { state: 'withdrawn' })
    if (taken === 0) throw new DomainError('report.not_withdrawable')
    await work.audit('report.withdraw', `report/${reportId}`, before, { state: 'withdrawn' })
    return before
  })
}
