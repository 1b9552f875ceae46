import { listPeriods } from '../../db/period-store.ts'
import { listEvidence, listVersions, type ReportRow } from '../../db/report-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { listUnitNames } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { Evidence } from '../../domain/report-evidence.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** A version with its unit, the unit's part (null: it has none any more) and its evidence. */
export type HistoryReport = ReportRow & { unit: string; role: 'lead' | 'participant' | null; evidence: Evidence[] }

/** Every version of every unit's reports on a task, the newest period first, in it the units in order, the newest first. */
export type ReportHistory = {
  planId: number
  zone: string
  taskNo: number
  taskTitle: string
  reports: HistoryReport[]
}

/**
 * The trail of a task's reports. A liaison sees the tasks that their units are responsible for, the others every one.
 * @throws DomainError `task.unknown` {no, numbers}, `report.not_your_task` {task, numbers}
 */
export async function showReportHistory(context: Context, actor: Actor, taskNo: number): Promise<ReportHistory> {
  return reading(context, actor, 'report.history', async ({ tx, plan, roles, units }) => {
    const tasks = await listTasks(tx, plan.id)
    const numbers = (list: typeof tasks) => numberRanges(list.map(({ no }) => no))
    const task = tasks.find(({ no }) => no === taskNo)
    if (!task) throw new DomainError('task.unknown', { no: taskNo, numbers: numbers(tasks) })
    const own = tasks.filter((one) => one.units.some((unit) => units.some(({ id }) => id === unit.id)))
    const onlyLiaison = roles.size === 1 && roles.has('liaison')
    if (onlyLiaison && !own.includes(task)) {
      throw new DomainError('report.not_your_task', { task: taskNo, numbers: numbers(own) })
    }
    const versions = await listVersions(tx, plan.id, { taskIds: [task.id] })
    const evidence = await listEvidence(
      tx,
      versions.map(({ id }) => id),
    )
    const names = await listUnitNames(tx, plan.id)
    const periods = new Map((await listPeriods(tx, plan.id)).map(({ key, startsOn }) => [key, startsOn]))
    const place = (unitId: number) => {
      const at = task.units.findIndex(({ id }) => id === unitId)
      return at < 0 ? task.units.length : at
    }
    const start = (report: ReportRow) => periods.get(report.periodKey) ?? ''
    return {
      planId: plan.id,
      zone: plan.zone,
      taskNo,
      taskTitle: task.title,
      reports: versions
        .toSorted(
          (one, other) =>
            start(other).localeCompare(start(one)) ||
            place(one.unitId) - place(other.unitId) ||
            other.version - one.version,
        )
        .map((report) => {
          const role = task.units.find(({ id }) => id === report.unitId)?.role ?? null
          const unit = names.get(report.unitId) ?? ''
          return { ...report, unit, role, evidence: evidence.get(report.id) ?? [] }
        }),
    }
  })
}
