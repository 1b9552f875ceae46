import { ensurePeriod } from '../../db/period-store.ts'
import { addReport, lastVersion, lockResponsibility } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReportFacts, type ReportFacts, type Status } from '../../domain/progress-report.ts'
import { isLate, parsePeriod, reportablePeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { findResponsibility } from './report-access.ts'

/**
 * What a liaison reports on a task. `unitId` null where one of their units alone is responsible; `periodKey` ("2024H1")
 * null for the period that is open for reporting.
 */
export type ReportInput = ReportFacts & { taskNo: number; unitId: number | null; periodKey: string | null }

/** What was stored, as the receipt tells it. */
export type Receipt = {
  reportId: number
  taskNo: number
  taskTitle: string
  unit: string
  /** The unit that will see a participant's report first; null for the lead itself. */
  lead: string | null
  periodKey: string
  dueOn: string
  version: number
  status: Status
  percent: number | null
  summary: string
  late: boolean
}

/**
 * Files a progress report: a new version of the unit's report on the task in the period that is open for reporting.
 * @throws DomainError when the facts are out of bounds or the period has not begun, or no unit of
 *   the person is responsible for the task
 */
export async function fileReport(context: Context, actor: Actor, input: ReportInput): Promise<Receipt> {
  const facts = checkReportFacts(input)
  return changing(context, actor, 'report.file', async (work) => {
    const { tx, plan, now } = work
    const rule = plan.settings.reporting
    const { task, unit } = await findResponsibility(work, input.taskNo, input.unitId)
    const period = input.periodKey === null ? reportablePeriod(now, rule) : parsePeriod(input.periodKey, rule)
    if (period.startsOn > now.toFormat('yyyy-MM-dd'))
      throw new DomainError('report.period_not_begun', { period: period.key })
    const periodId = await ensurePeriod(tx, plan.id, period)
    await lockResponsibility(tx, task.id, unit.id)
    const version = (await lastVersion(tx, task.id, unit.id, periodId)) + 1
    const stored = { ...facts, version, late: isLate(period, now) }
    const reportId = await addReport(tx, {
      ...stored,
      planId: plan.id,
      periodId,
      taskId: task.id,
      unitId: unit.id,
      reportedBy: actor.userId,
      reportedAt: now.toJSDate(),
    })
    await work.audit('report.file', `task/${task.no}/${unit.name}/${period.key}`, null, stored)
    const lead = task.units.find((one) => one.role === 'lead')
    return {
      ...stored,
      reportId,
      taskNo: task.no,
      taskTitle: task.title,
      unit: unit.name,
      lead: lead && lead.id !== unit.id ? lead.name : null,
      periodKey: period.key,
      dueOn: period.dueOn,
    }
  })
}
