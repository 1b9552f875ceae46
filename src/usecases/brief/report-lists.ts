import { DateTime } from 'luxon'
import type { BriefLists } from '../../domain/brief.ts'
import { owedKey } from '../../domain/supervision/decide-day.ts'
import type { Addressee } from './list-addressees.ts'
import type { Standing } from './load-standing.ts'

/** What a person is to be told of the reports of the standing periods besides what they owe by a day. */
export function reportLists(
  standing: Standing,
  { unitIds, roles }: Addressee,
  now: DateTime,
): Pick<BriefLists, 'returned' | 'joint' | 'toReview'> {
  return {
    returned: standing.reports
      .filter(({ state, unitId }) => state === 'returned' && unitIds.has(unitId))
      .map(({ id, taskNo, periodKey, unit, reason, decidedAt, reportedAt }) => ({
        ...{ id, taskNo, periodKey, unit, reason },
        day: DateTime.fromJSDate(decidedAt ?? reportedAt, { zone: now.zone }).toFormat('yyyy-MM-dd'),
      })),
    joint: jointReports(standing, unitIds),
    toReview: roles.has('convener') ? standing.toReview : 0,
  }
}

/** The tasks, a line a unit × period, whose participants have all filed while the unit that leads has not. */
export function jointReports({ obligations, reports, tasks, units }: Standing, unitIds: ReadonlySet<number>) {
  const filed = new Set(
    reports
      .filter(({ state }) => state !== 'returned')
      .map(({ periodKey, unitId, taskId }) => `report/${periodKey}@${unitId}/${taskId}`),
  )
  return obligations.flatMap((obligation): (BriefLists['joint'][number] & { key: string })[] => {
    if (obligation.kind !== 'report' || !unitIds.has(obligation.unitId)) return []
    const { subject, unitId } = obligation
    const owed = new Set(obligation.items.map(({ no }) => no))
    const ready = tasks.filter((task) => {
      const others = task.units.filter(({ role }) => role === 'participant')
      const lead = task.units.some(({ id, role }) => role === 'lead' && id === unitId)
      return (
        lead &&
        owed.has(task.no) &&
        others.length > 0 &&
        others.every(({ id }) => filed.has(`${subject}@${id}/${task.id}`))
      )
    })
    const unit = units.get(unitId)
    if (ready.length === 0 || unit === undefined) return []
    const periodKey = subject.slice('report/'.length)
    return [{ key: owedKey(obligation), unit, periodKey, nos: ready.map(({ no }) => no) }]
  })
}
