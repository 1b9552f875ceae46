import { listLastReports, listPeriodReports, type ReportRow } from '../../db/report-store.ts'
import { type ReportingPeriod, reportablePeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { listMyTasks } from './report-access.ts'

/** One task a unit of the person reports on this period. */
export type OwedReport = {
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  role: 'lead' | 'participant'
  /** This period's standing report, or null while it is owed. */
  filed: ReportRow | null
  /** The last report of any period, to start from. */
  last: ReportRow | null
}

/** What a person's units report in a period: those still owed first. */
export type OwedReports = { planTitle: string; period: ReportingPeriod; reports: OwedReport[] }

/** What the person's units report this period: a line a unit × task. */
export async function listOwedReports(context: Context, actor: Actor): Promise<OwedReports> {
  return reading(context, actor, 'report.list', owedReports)
}

/** As `listOwedReports`, inside a use case. */
export async function owedReports(work: Work): Promise<OwedReports> {
  const { tx, plan, units, now } = work
  const period = reportablePeriod(now, plan.settings.reporting)
  const unitIds = units.map((unit) => unit.id)
  const tasks = await listMyTasks(work)
  const filed = byUnitAndTask(await listPeriodReports(tx, plan.id, period.key))
  const last = byUnitAndTask(await listLastReports(tx, plan.id, unitIds))
  const reports = tasks.flatMap((task) =>
    task.units
      .filter((unit) => unitIds.includes(unit.id))
      .map((unit) => ({
        taskNo: task.no,
        taskTitle: task.title,
        unitId: unit.id,
        unit: unit.name,
        role: unit.role,
        filed: filed.get(`${unit.id}/${task.id}`) ?? null,
        last: last.get(`${unit.id}/${task.id}`) ?? null,
      })),
  )
  reports.sort((a, b) => Number(a.filed !== null) - Number(b.filed !== null) || a.taskNo - b.taskNo)
  return { planTitle: plan.title, period, reports }
}

function byUnitAndTask(reports: readonly ReportRow[]): Map<string, ReportRow> {
  return new Map(reports.map((report) => [`${report.unitId}/${report.taskId}`, report]))
}
