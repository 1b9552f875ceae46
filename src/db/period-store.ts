import type { ReportingPeriod } from '../domain/reporting-period.ts'
import type { Transaction } from './database.ts'
import { toDatabaseDay } from './days.ts'

/** The id of a plan's reporting period; the row is made when the period is first spoken of. */
export async function ensurePeriod(tx: Transaction, planId: number, period: ReportingPeriod): Promise<number> {
  const dates = {
    startsOn: toDatabaseDay(period.startsOn),
    endsOn: toDatabaseDay(period.endsOn),
    dueOn: toDatabaseDay(period.dueOn),
  }
  await tx.reportingPeriod.createMany({ data: [{ planId, key: period.key, ...dates }], skipDuplicates: true })
  const row = await tx.reportingPeriod.findUniqueOrThrow({
    where: { planId_key: { planId, key: period.key } },
    select: { id: true },
  })
  return row.id
}
