import { listPauses } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import { listVersions, type ReportRow } from '../../db/report-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { type ReportStanding, standingOf } from '../../domain/report-state.ts'
import { pausedReports } from '../../domain/supervision/paused-reports.ts'
import type { Work } from '../context.ts'

/** A unit's report on a task in a period, filed or not; `paused`: it is not asked for now. */
export type PeriodReport = {
  task: TaskRow
  unit: TaskRow['units'][number]
  found: ReportStanding<ReportRow>
  paused: boolean
}

/** Every unit × task of a plan in one period, by the document's order of tasks and units. */
export async function loadPeriodReports({ tx, plan, now }: Work, periodKey: string): Promise<PeriodReport[]> {
  const versions = await listVersions(tx, plan.id, { periodKeys: [periodKey] })
  const groups = Map.groupBy(versions, ({ unitId, taskId }) => `${unitId}/${taskId}`)
  const periodId = (await listPeriods(tx, plan.id)).find(({ key }) => key === periodKey)?.id
  const isPaused = pausedReports(await listPauses(tx, plan.id), periodId, now.toJSDate())
  return (await listTasks(tx, plan.id)).flatMap((task) =>
    task.units.map((unit) => ({
      task,
      unit,
      found: standingOf(groups.get(`${unit.id}/${task.id}`) ?? []),
      paused: isPaused(task.id),
    })),
  )
}
