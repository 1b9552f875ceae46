import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'

/** A stored target, a retired one too, as far as a new version of the plan is matched with it; `by` is an ISO day. */
export type StoredTarget = {
  id: number
  taskNo: number | null
  metric: string
  unit: string
  kind: 'flow' | 'level'
  by: string | null
}

/** A target to hold; values are decimals, `yearly` those to reach by the end of single years. */
export type TargetContents = Omit<StoredTarget, 'id'> & {
  id: number | null
  value: string
  per: string | null
  baselineValue: string | null
  baselineOn: string | null
  yearly: Readonly<Record<string, number>> | null
}

/** Every target a plan has or had, those in use first. */
export async function listStoredTargets(tx: Transaction, planId: number): Promise<StoredTarget[]> {
  const targets = await tx.target.findMany({
    where: { planId },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { position: 'asc' }],
    select: { id: true, metric: true, unit: true, kind: true, byDate: true, task: { select: { no: true } } },
  })
  return targets.map(({ task, byDate, ...target }) => ({
    ...target,
    taskNo: task?.no ?? null,
    by: byDate && fromDatabaseDay(byDate),
  }))
}

/** Makes a plan hold these targets; `taskIds` are by the numbers of the tasks. What is not among them is retired at `at`. */
export async function saveTargets(
  tx: Transaction,
  planId: number,
  targets: readonly TargetContents[],
  taskIds: ReadonlyMap<number, number>,
  at: Date,
): Promise<void> {
  const kept = targets.flatMap((target) => (target.id === null ? [] : [target.id]))
  const placed = targets.map(({ taskNo, ...target }, position) => ({
    ...target,
    position,
    taskId: taskNo === null ? null : taskIds.get(taskNo),
  }))
  await tx.target.updateMany({ where: { planId, retiredAt: null, id: { notIn: kept } }, data: { retiredAt: at } })
  await tx.$executeRaw`
    UPDATE "Target" AS target
    SET "value" = new."value", "per" = new."per", "byDate" = new."by", "position" = new."position", "retiredAt" = NULL,
        "baselineValue" = COALESCE(new."baselineValue", target."baselineValue"),
        "baselineOn" = COALESCE(new."baselineOn", target."baselineOn"),
        "yearly" = COALESCE(NULLIF(new."yearly", 'null'), target."yearly")
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS new("id" int, "value" numeric, "per" text, "by" date, "position" int, "baselineValue" numeric, "baselineOn" date,
        "yearly" jsonb)
    WHERE target."id" = new."id" AND target."planId" = ${planId}`
  await tx.$executeRaw`
    INSERT INTO "Target" ("planId", "taskId", "metric", "value", "unit", "kind", "per", "byDate", "position",
      "baselineValue", "baselineOn", "yearly")
    SELECT ${planId}, new."taskId", new."metric", new."value", new."unit", new."kind"::"TargetKind", new."per", new."by",
      new."position", new."baselineValue", new."baselineOn", NULLIF(new."yearly", 'null')
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS new("id" int, "taskId" int, "metric" text, "value" numeric, "unit" text, "kind" text, "per" text, "by" date,
        "position" int, "baselineValue" numeric, "baselineOn" date, "yearly" jsonb)
    WHERE new."id" IS NULL`
}
