import { DateTime } from 'luxon'
import { listAuditOf } from '../../db/audit-store.ts'
import { listPauses, type PauseRow } from '../../db/pause-store.ts'
import { listVersions, type ReportRow } from '../../db/report-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { type ReportStanding, standingOf } from '../../domain/report-state.ts'
import type { Work } from '../context.ts'
import { periodSubject } from './hold-period.ts'
import { type StandingPeriod, standingPeriods } from './standing-periods.ts'

/** A report that is asked of a unit in a period, filed or not. */
export type Claim = {
  period: StandingPeriod
  task: TaskRow
  unit: TaskRow['units'][number]
  /** What the unit filed; the report is owed where nothing of it stands. */
  found: ReportStanding<ReportRow>
  /**
   * Lateness counts from this day: the due day, or the later one on which a pause ended, the period was opened again, or the
   * office returned it.
   */
  countFrom: string
}

/**
 * What is asked now of these units, or of all (null), on these tasks, or all of the plan: a claim a unit × task × standing
 * period, the oldest period first.
 * Nothing is asked for a task or period that is paused. The number of queries does not grow with the periods.
 */
export async function loadClaims(
  work: Work,
  unitIds: readonly number[] | null,
  onTasks?: readonly TaskRow[],
): Promise<Claim[]> {
  const { tx, plan } = work
  const periods = await standingPeriods(work)
  const pauses = await listPauses(tx, plan.id)
  const versions = await listVersions(tx, plan.id, {
    periodKeys: periods.map(({ key }) => key),
    ...(unitIds ? { unitIds } : {}),
    ...(onTasks ? { taskIds: onTasks.map(({ id }) => id) } : {}),
  })
  const filed = Map.groupBy(versions, (one) => claimKey(one.unitId, one.taskId, one.periodKey))
  const reopened = await reopenedOn(work, periods)
  const wanted = unitIds && new Set(unitIds)
  const tasks = onTasks ?? (await listTasks(tx, plan.id))
  return periods.flatMap((period) =>
    tasks.flatMap((task) => {
      const own = pauses.filter(
        ({ taskId, periodId }) => taskId === task.id || (periodId !== null && periodId === period.id),
      )
      if (own.some(({ endedAt }) => endedAt === null)) return []
      return task.units
        .filter((unit) => !wanted || wanted.has(unit.id))
        .map((unit) => {
          const found = standingOf(filed.get(claimKey(unit.id, task.id, period.key)) ?? [])
          return {
            period,
            task,
            unit,
            found,
            countFrom: countedFrom(period, own, [found, reopened.get(period.key)], plan.zone),
          }
        })
    }),
  )
}

/** Is a report still to be filed? */
export const isOwed = ({ found }: Pick<Claim, 'found'>) => found.standing === null

const claimKey = (unitId: number, taskId: number, periodKey: string) => `${unitId}/${taskId}/${periodKey}`

function countedFrom(
  { dueOn }: StandingPeriod,
  pauses: readonly PauseRow[],
  [{ newest }, reopenedAt]: [Claim['found'], Date | undefined],
  zone: string,
): string {
  const returned = newest?.state === 'returned' ? newest.decidedAt : null
  const days = [...pauses.map(({ endedAt }) => endedAt), returned, reopenedAt].flatMap((at) =>
    at ? [DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')] : [],
  )
  return days.reduce((latest, day) => (day > latest ? day : latest), dueOn)
}

/** When the office opened each of these periods again last, by its key: what is missing was not owed until then. */
async function reopenedOn({ tx, plan }: Work, periods: readonly StandingPeriod[]): Promise<Map<string, Date>> {
  const subjects = periods.map(({ key }) => periodSubject(key))
  const lines = await listAuditOf(tx, plan, subjects, ['report.period_reopen'])
  return new Map(lines.map(({ subject, at }) => [subject.slice(periodSubject('').length), at]))
}
