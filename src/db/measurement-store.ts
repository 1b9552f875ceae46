import type { Decimal } from '../domain/decimal.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'
import type { MeasurementRow } from './target-store.ts'

/** A value that was ever recorded. */
export type RecordedRow = MeasurementRow & { unitId: number | null; recordedBy: string; recordedAt: Date }

/** Every value of a target that was ever recorded, in the order in which it was. */
export async function listRecorded(tx: Transaction, planId: number, targetId: number): Promise<RecordedRow[]> {
  const rows = await tx.measurement.findMany({
    where: { planId, targetId },
    orderBy: { id: 'asc' },
    include: { unit: { select: { name: true } } },
  })
  return rows.map(({ id, value, asOf, unit, unitId, source, recordedBy, recordedAt }) => ({
    id,
    targetId,
    value: value.toFixed(),
    asOf: fromDatabaseDay(asOf),
    unit: unit?.name ?? null,
    unitId,
    source,
    recordedBy,
    recordedAt,
  }))
}

/** The target that a recorded value is of; null where the plan has no such value. */
export async function findMeasuredTarget(tx: Transaction, planId: number, id: number): Promise<number | null> {
  const found = await tx.measurement.findFirst({ where: { planId, id }, select: { targetId: true } })
  return found?.targetId ?? null
}

/** A value to store. */
export type NewMeasurement = {
  planId: number
  targetId: number
  value: Decimal
  asOf: string
  unitId: number | null
  source: string
  recordedBy: string
  recordedAt: Date
}

/** Stores a value and gives its id; one for the same day that was there before stays, superseded. */
export async function addMeasurement(tx: Transaction, measurement: NewMeasurement): Promise<number> {
  const data = { ...measurement, asOf: toDatabaseDay(measurement.asOf) }
  return (await tx.measurement.create({ data, select: { id: true } })).id
}

/** Stores values in their order. */
export async function addMeasurements(tx: Transaction, measurements: readonly NewMeasurement[]): Promise<void> {
  await tx.measurement.createMany({ data: measurements.map((one) => ({ ...one, asOf: toDatabaseDay(one.asOf) })) })
}
