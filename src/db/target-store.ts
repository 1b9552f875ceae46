import { type Decimal, normalizeDecimal } from '../domain/decimal.ts'
import type { TargetFacts } from '../domain/target.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 指标 with the task it belongs to and the units responsible for that, in the document's order; none of the plan's own. */
export type TargetRow = TargetFacts & { taskNo: number | null; taskTitle: string | null; unitIds: number[] }

/** 指标数据 that stands: of several for one day the last recorded. */
export type MeasurementRow = {
  id: number
  targetId: number
  value: Decimal
  asOf: string
  /** The unit it comes from; null: the office. */
  unit: string | null
  /** What the unit names as its source; may be empty. */
  source: string
}

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
    yearly: toYearly(target.yearly),
    taskNo: target.task?.no ?? null,
    taskTitle: target.task?.title ?? null,
    unitIds: target.task?.units.map(({ unitId }) => unitId) ?? [],
  }))
}

/** As the plan's file holds them, see `PlanData`: JSON numbers of at most 15 digits, which are exact decimals. */
function toYearly(yearly: unknown): Readonly<Record<string, Decimal>> | null {
  if (typeof yearly !== 'object' || yearly === null) return null
  return Object.fromEntries(Object.entries(yearly).map(([year, value]) => [year, normalizeDecimal(String(value))]))
}

/** Holds targets until the transaction ends: their values are recorded one after the other. */
export async function lockTargets(tx: Transaction, planId: number, targetIds: readonly number[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Target" WHERE "planId" = ${planId} AND "id" = ANY(${[...targetIds]}::int[]) ORDER BY "id" FOR UPDATE`
}

/** The standing values of a plan's targets, or of one of them, by day: one a target × day. */
export async function listMeasurements(tx: Transaction, planId: number, targetId: number | null = null) {
  const rows = await tx.$queryRaw<MeasurementRow[]>`
    SELECT DISTINCT ON (one."targetId", one."asOf")
           one."id", one."targetId", trim_scale(one."value")::text AS "value", one."asOf"::text AS "asOf",
           unit."name" AS "unit", one."source"
    FROM "Measurement" one LEFT JOIN "Unit" unit ON unit."id" = one."unitId"
    WHERE one."planId" = ${planId} AND (${targetId}::int IS NULL OR one."targetId" = ${targetId}::int)
    ORDER BY one."targetId", one."asOf", one."id" DESC`
  return rows
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

/** Sets the values of single years, in place of those there were. */
export async function setYearly(
  tx: Transaction,
  planId: number,
  targetId: number,
  yearly: Readonly<Record<string, Decimal>>,
): Promise<void> {
  const numbers = Object.fromEntries(Object.entries(yearly).map(([year, value]) => [year, Number(value)]))
  await tx.target.updateMany({ where: { planId, id: targetId }, data: { yearly: numbers } })
}
