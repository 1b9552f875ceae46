import type { Decimal } from '../domain/decimal.ts'
import type { TargetFacts } from '../domain/target.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 指标 with the task it belongs to and the units responsible for that, in the document's order; none of the plan's own. */
export type TargetRow = TargetFacts & { taskNo: number | null; taskTitle: string | null; unitIds: number[] }

/** 指标数据 that stands: of several for one day the last recorded. */
export type MeasurementRow = { targetId: number; value: Decimal; asOf: string; unit: string | null }

/** The targets of a plan that are not retired, in the document's order. */
export async function listTargets(tx: Transaction, planId: number): Promise<TargetRow[]> {
  const targets = await tx.target.findMany({
    where: { planId, retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      task: { select: { no: true, title: true, units: { orderBy: { position: 'asc' }, select: { unitId: true } } } },
    },
  })
  return targets.map((target) => ({
    id: target.id,
    metric: target.metric,
    value: target.value.toFixed(),
    unit: target.unit,
    kind: target.kind,
    per: target.per === 'year' ? 'year' : null,
    by: target.byDate && fromDatabaseDay(target.byDate),
    baseline:
      target.baselineValue && target.baselineOn
        ? { value: target.baselineValue.toFixed(), on: fromDatabaseDay(target.baselineOn) }
        : null,
    taskNo: target.task?.no ?? null,
    taskTitle: target.task?.title ?? null,
    unitIds: target.task?.units.map(({ unitId }) => unitId) ?? [],
  }))
}

/** Holds a target until the transaction ends: its values are recorded one after the other. */
export async function lockTarget(tx: Transaction, planId: number, targetId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Target" WHERE "planId" = ${planId} AND "id" = ${targetId} FOR UPDATE`
}

/** The standing values of a plan's targets, or of one of them, by day: one a target × day. */
export async function listMeasurements(tx: Transaction, planId: number, targetId: number | null = null) {
  const rows = await tx.$queryRaw<MeasurementRow[]>`
    SELECT DISTINCT ON (one."targetId", one."asOf")
           one."targetId", trim_scale(one."value")::text AS "value", one."asOf"::text AS "asOf", unit."name" AS "unit"
    FROM "Measurement" one LEFT JOIN "Unit" unit ON unit."id" = one."unitId"
    WHERE one."planId" = ${planId} AND (${targetId}::int IS NULL OR one."targetId" = ${targetId}::int)
    ORDER BY one."targetId", one."asOf", one."id" DESC`
  return rows
}

/** Stores a value; one for the same day that was there before stays, superseded. */
export async function addMeasurement(
  tx: Transaction,
  measurement: {
    planId: number
    targetId: number
    value: Decimal
    asOf: string
    unitId: number | null
    recordedBy: string
    recordedAt: Date
  },
): Promise<void> {
  await tx.measurement.create({ data: { ...measurement, asOf: toDatabaseDay(measurement.asOf) } })
}

/** Sets where a target started. */
export async function setBaseline(
  tx: Transaction,
  planId: number,
  targetId: number,
  baseline: { value: Decimal; on: string },
): Promise<void> {
  await tx.target.updateMany({
    where: { planId, id: targetId },
    data: { baselineValue: baseline.value, baselineOn: toDatabaseDay(baseline.on) },
  })
}
