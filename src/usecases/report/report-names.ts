import type { ReportRow } from '../../db/report-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { listUnitNames } from '../../db/unit-store.ts'
import type { Work } from '../context.ts'

/** A version that the office decided on. */
export type DecidedReport = { taskNo: number; unit: string; periodKey: string; version: number }

/** Names versions by what people see: the number of the task and the unit, whether or not it is still responsible. */
export async function reportNames({ tx, plan }: Work): Promise<(report: ReportRow) => DecidedReport> {
  const numbers = new Map((await listTasks(tx, plan.id)).map(({ id, no }) => [id, no]))
  const units = await listUnitNames(tx, plan.id)
  return ({ taskId, unitId, periodKey, version }) => ({
    taskNo: numbers.get(taskId) ?? 0,
    unit: units.get(unitId) ?? '',
    periodKey,
    version,
  })
}
