import type { ReportingPeriod } from '../domain/reporting-period.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'
import { Prisma } from './generated/client.ts'

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

const columns = {
  id: true,
  key: true,
  startsOn: true,
  endsOn: true,
  opensOn: true,
  dueOn: true,
  closedAt: true,
} as const

type Selected = Record<'startsOn' | 'endsOn' | 'opensOn' | 'dueOn', Date> & Pick<PeriodRow, 'id' | 'key' | 'closedAt'>

function toRow({ startsOn, endsOn, opensOn, dueOn, ...period }: Selected): PeriodRow {
  return {
    ...period,
    startsOn: fromDatabaseDay(startsOn),
    endsOn: fromDatabaseDay(endsOn),
    opensOn: fromDatabaseDay(opensOn),
    dueOn: fromDatabaseDay(dueOn),
  }
}

/** The periods of a plan that were spoken of, oldest first. */
export async function listPeriods(tx: Transaction, planId: number): Promise<PeriodRow[]> {
  const periods = await tx.reportingPeriod.findMany({
    where: { planId },
    orderBy: [{ startsOn: 'asc' }, { endsOn: 'asc' }],
    select: columns,
  })
  return periods.map(toRow)
}

/**
 * A plan's reporting period as it is stored, made when it is first spoken of, and held until the transaction ends: nobody
 * closes it while somebody files in it ('filing'), and nobody files in it while it is closed or opened ('changing').
 */
export async function holdPeriod(
  tx: Transaction,
  planId: number,
  period: ReportingPeriod,
  why: 'filing' | 'changing',
): Promise<PeriodRow> {
  const hold = why === 'filing' ? Prisma.sql`FOR SHARE` : Prisma.sql`FOR UPDATE`
  const find = () => tx.$queryRaw<Selected[]>`
    SELECT "id", "key", "startsOn", "endsOn", "opensOn", "dueOn", "closedAt" FROM "ReportingPeriod"
    WHERE "planId" = ${planId} AND "key" = ${period.key} ${hold}`
  const [known] = await find()
  if (known) return toRow(known)
  await ensurePeriod(tx, planId, period)
  const [made] = await find()
  if (!made) throw new Error(`The period ${period.key} of plan ${planId} was not made`)
  return toRow(made)
}

/** Closes a period that is held, or opens it again with null. */
export async function setPeriodClosed(tx: Transaction, id: number, closedAt: Date | null): Promise<void> {
  await tx.reportingPeriod.update({ where: { id }, data: { closedAt } })
}
