import { listPeriods } from '../../db/period-store.ts'
import { periodAt, type ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { standingPeriods } from '../report/standing-periods.ts'

/** The period whose burden is of interest now: the one that is being reported, else the one that the day lies in. */
export async function burdenPeriod(work: Work): Promise<ReportingPeriod> {
  const { tx, plan, now } = work
  const today = now.toFormat('yyyy-MM-dd')
  const reported = (await standingPeriods(work)).findLast(({ dueOn }) => dueOn >= today)
  if (reported) return reported
  const known = await listPeriods(tx, plan.id)
  return (
    known.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ?? periodAt(now, plan.settings.reporting)
  )
}
