import type { ReportingPeriod } from '../domain/reporting-period.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** A reporting period that was spoken of; the office may have closed it. */
export type PeriodRow = ReportingPeriod & { id: number; closedAt: Date | null }

/** The id of a plan's reporting period; the row is made when the period is first spoken of. */
export async function ensurePeriod(tx: Transaction, planId: number, period: ReportingPeriod): Promise<number> {
  const dates = {
    startsOn: toDatabaseDay(period.startsOn),
    endsOn: toDatabaseDay(period.endsOn),
    opensOn: toDatabaseDay(period.opensOn),
    dueOn: toDatabaseDay(period.dueOn),
  }
  await tx.reportingPeriod.createMany({ data: [{ planId, key: period.key, ...dates }], skipDuplicates: true })
  const row = await tx.reportingPeriod.findUniqueOrThrow({
    where: { planId_key: { planId, key: period.key } },
    select: { id: true },
  })
  return row.id
}

/** The periods of a plan that were spoken of, oldest first. */
export async function listPeriods(tx: Transaction, planId: number): Promise<PeriodRow[]> {
  const periods = await tx.reportingPeriod.findMany({
    where: { planId },
    orderBy: [{ startsOn: 'asc' }, { endsOn: 'asc' }],
    select: { id: true, key: true, startsOn: true, endsOn: true, opensOn: true, dueOn: true, closedAt: true },
  })
  return periods.map(({ startsOn, endsOn, opensOn, dueOn, ...period }) => ({
    ...period,
    startsOn: fromDatabaseDay(startsOn),
    endsOn: fromDatabaseDay(endsOn),
    opensOn: fromDatabaseDay(opensOn),
    dueOn: fromDatabaseDay(dueOn),
  }))
}
