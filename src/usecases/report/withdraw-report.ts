import { findReport, withdrawReport as withdraw } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'

/**
 * Takes back a report of one of the person's own units (undo); the version before it stands again.
 * @throws DomainError `report.unknown`, or `report.not_withdrawable` when it was taken back or accepted meanwhile
 */
export async function withdrawReport(context: Context, actor: Actor, reportId: number) {
  return changing(context, actor, 'report.withdraw', async (work) => {
    const report = await findReport(work.tx, work.plan.id, reportId)
    if (!report || !work.units.some((unit) => unit.id === report.unitId)) throw new DomainError('report.unknown')
    const { state: _, ...before } = report
    if (!(await withdraw(work.tx, reportId))) throw new DomainError('report.not_withdrawable')
    await work.audit('report.withdraw', `report/${reportId}`, before, { state: 'withdrawn' })
    return before
  })
}
