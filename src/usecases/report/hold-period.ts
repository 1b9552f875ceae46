import { holdPeriod, type PeriodRow } from '../../db/period-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'

/**
 * A period that something is filed in, held so that nobody closes it until the transaction ends.
 * @throws DomainError `report.period_not_begun`, `report.period_closed` {period}
 */
export async function holdOpenPeriod({ tx, plan, now }: Work, wanted: ReportingPeriod): Promise<PeriodRow> {
  if (wanted.startsOn > now.toFormat('yyyy-MM-dd')) {
    throw new DomainError('report.period_not_begun', { period: wanted.key })
  }
  const period = await holdPeriod(tx, plan.id, wanted, 'filing')
  if (period.closedAt) throw new DomainError('report.period_closed', { period: period.key })
  return period
}

/** How the audit trail names a period. */
export const periodSubject = (key: string) => `period/${key}`
