import { DateTime } from 'luxon'
import { listPeriods } from '../../db/period-store.ts'
import { askedPeriods, type ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'

/** A period that reports are asked for; `id` null where nobody spoke of it yet. */
export type StandingPeriod = ReportingPeriod & { id: number | null }

/**
 * The periods that reports are asked for now, oldest first: those that have opened since the plan was imported and that
 * the office has not closed. One that was spoken of keeps its days, and stands in the place of those that a cadence set
 * later would put over it.
 */
export async function standingPeriods({ tx, plan, now }: Work): Promise<StandingPeriod[]> {
  const since = DateTime.fromJSDate(plan.createdAt, { zone: plan.zone })
  const known = await listPeriods(tx, plan.id)
  const today = now.toFormat('yyyy-MM-dd')
  const first = since.toFormat('yyyy-MM-dd')
  const fresh = askedPeriods(since, now, plan.settings.reporting).filter(
    (period) => !known.some((one) => one.startsOn <= period.endsOn && one.endsOn >= period.startsOn),
  )
  const stored = known.filter((one) => one.closedAt === null && one.opensOn <= today && one.dueOn >= first)
  return [...stored, ...fresh.map((period) => ({ ...period, id: null }))].toSorted((one, other) =>
    one.startsOn < other.startsOn ? -1 : 1,
  )
}
