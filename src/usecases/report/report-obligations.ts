import { DateTime } from 'luxon'
import { listPauses, type PauseRow } from '../../db/pause-store.ts'
import { listPeriodReports } from '../../db/report-store.ts'
import { listTasks } from '../../db/task-store.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { type StandingPeriod, standingPeriods } from './standing-periods.ts'

/**
 * The reports that units owe now: one obligation a unit × period, with the tasks that have no standing report. A period
 * or task that is paused asks for nothing; a pause that ended lets lateness count from its end.
 */
export async function reportObligations(work: Work): Promise<Obligation[]> {
  const { tx, plan } = work
  const tasks = await listTasks(tx, plan.id)
  const pauses = await listPauses(tx, plan.id)
  const owed: Obligation[] = []
  for (const period of await standingPeriods(work)) {
    const periodPauses = pauses.filter((pause) => pause.periodId !== null && pause.periodId === period.id)
    if (periodPauses.some(stands)) continue
    const filed = new Set(
      (await listPeriodReports(tx, plan.id, period.key)).map((report) => `${report.unitId}/${report.taskId}`),
    )
    const byUnit = new Map<number, Obligation>()
    for (const task of tasks) {
      const taskPauses = pauses.filter((pause) => pause.taskId === task.id)
      if (taskPauses.some(stands)) continue
      const countFrom = latest(period, [...periodPauses, ...taskPauses], plan.zone)
      for (const { id, name } of task.units) {
        if (filed.has(`${id}/${task.id}`)) continue
        const known = byUnit.get(id)
        const items = [...(known?.items ?? []), { no: task.no, title: task.title }]
        // The slowest of its tasks would be unfair to urge for by the earliest: one paused lately holds back all.
        const from = known && known.countFrom > countFrom ? known.countFrom : countFrom
        byUnit.set(id, {
          kind: 'report',
          subject: `report/${period.key}`,
          unitId: id,
          unit: name,
          people: 'liaisons',
          dueOn: period.dueOn,
          countFrom: from,
          items,
        })
      }
    }
    owed.push(...byUnit.values())
  }
  return owed
}

const stands = (pause: PauseRow) => pause.endedAt === null

function latest({ dueOn }: StandingPeriod, pauses: readonly PauseRow[], zone: string): string {
  return pauses.reduce((from, { endedAt }) => {
    const ended = endedAt && DateTime.fromJSDate(endedAt, { zone }).toFormat('yyyy-MM-dd')
    return ended && ended > from ? ended : from
  }, dueOn)
}
