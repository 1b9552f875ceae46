import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'

/** A stored unit, a retired one too, as far as a new version of the plan is matched with it. */
export type StoredUnit = { id: number; name: string; aliases: readonly string[] }

/** A stored target, a retired one too, as far as a new version of the plan is matched with it; `by` is an ISO day. */
export type StoredTarget = {
  id: number
  taskNo: number | null
  metric: string
  unit: string
  kind: 'flow' | 'level'
  by: string | null
}

/**
 * What a plan is to hold. An `id` of null is new; what is stored and not named here is retired. Where an English name, a
 * baseline or yearly values are null, what people recorded before stays.
 */
export type PlanContents = {
  sections: { no: string; title: string }[]
  units: { id: number | null; name: string; nameEn: string | null; aliases: string[] }[]
  /** `section` and `unit` are places in the lists above. */
  tasks: {
    no: number
    title: string
    text: string | null
    section: number
    units: { unit: number; role: 'lead' | 'participant' }[]
  }[]
  targets: TargetContents[]
}

/** A target to hold; values are decimals, `yearly` those to reach by the end of single years. */
type TargetContents = Omit<StoredTarget, 'id'> & {
  id: number | null
  value: string
  per: string | null
  baselineValue: string | null
  baselineOn: string | null
  yearly: Readonly<Record<string, number>> | null
}

/** Every unit a plan has or had, those in use first. */
export async function listStoredUnits(tx: Transaction, planId: number): Promise<StoredUnit[]> {
  return tx.unit.findMany({
    where: { planId },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { position: 'asc' }],
    select: { id: true, name: true, aliases: true },
  })
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

/**
 * Makes a plan hold `contents`, in a number of statements that does not grow with it. Nothing that reports, issues or
 * measurements hang on is deleted: it is retired at `at`, and taken back into use when it comes again.
 */
export async function saveContents(tx: Transaction, planId: number, contents: PlanContents, at: Date): Promise<void> {
  const sections = await replaceSections(tx, planId, contents.sections)
  const units = await saveUnits(tx, planId, contents.units, at)
  const tasks = await saveTasks(tx, planId, contents.tasks, sections, at)
  await replaceResponsibilities(tx, contents.tasks, tasks, units)
  await saveTargets(tx, planId, contents.targets, tasks, at)
  // Sections of earlier versions stay only where a retired task still stands in them.
  await tx.section.deleteMany({ where: { planId, id: { notIn: sections }, tasks: { none: {} } } })
}

async function replaceSections(tx: Transaction, planId: number, sections: PlanContents['sections']): Promise<number[]> {
  const rows = await tx.section.createManyAndReturn({
    data: sections.map((section, position) => ({ planId, position, ...section })),
    select: { id: true, position: true },
  })
  return rows.sort((a, b) => a.position - b.position).map((row) => row.id)
}

async function saveUnits(tx: Transaction, planId: number, units: PlanContents['units'], at: Date): Promise<number[]> {
  const placed = units.map((unit, position) => ({ ...unit, position }))
  const kept = placed.flatMap((unit) => (unit.id === null ? [] : [unit.id]))
  await tx.unit.updateMany({ where: { planId, retiredAt: null, id: { notIn: kept } }, data: { retiredAt: at } })
  await tx.$executeRaw`
    UPDATE "Unit" AS unit
    SET "name" = new."name", "position" = new."position", "retiredAt" = NULL,
        "nameEn" = COALESCE(new."nameEn", unit."nameEn"),
        "aliases" = ARRAY(SELECT jsonb_array_elements_text(new."aliases"))
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS new("id" int, "name" text, "nameEn" text, "aliases" jsonb, "position" int)
    WHERE unit."id" = new."id" AND unit."planId" = ${planId}`
  const added = await tx.unit.createManyAndReturn({
    data: placed.flatMap(({ id, ...unit }) => (id === null ? [{ planId, ...unit }] : [])),
    select: { id: true, position: true },
  })
  const idAt = new Map(added.map((unit) => [unit.position, unit.id]))
  return placed.map((unit) => unit.id ?? (idAt.get(unit.position) as number))
}

/** Returns the ids by the numbers of the tasks. */
async function saveTasks(
  tx: Transaction,
  planId: number,
  tasks: PlanContents['tasks'],
  sections: readonly number[],
  at: Date,
): Promise<Map<number, number>> {
  const rows = tasks.map(({ no, title, text, section }) => ({ no, title, text, sectionId: sections[section] }))
  const kept = tasks.map((task) => task.no)
  await tx.task.updateMany({ where: { planId, retiredAt: null, no: { notIn: kept } }, data: { retiredAt: at } })
  const saved = await tx.$queryRaw<{ id: number; no: number }[]>`
    INSERT INTO "Task" ("planId", "sectionId", "no", "title", "text")
    SELECT ${planId}, new."sectionId", new."no", new."title", new."text"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS new("sectionId" int, "no" int, "title" text, "text" text)
    ON CONFLICT ("planId", "no") DO UPDATE SET "sectionId" = EXCLUDED."sectionId", "title" = EXCLUDED."title",
      "text" = EXCLUDED."text", "retiredAt" = NULL
    RETURNING "id", "no"`
  return new Map(saved.map((task) => [task.no, task.id]))
}

async function replaceResponsibilities(
  tx: Transaction,
  tasks: PlanContents['tasks'],
  taskIds: ReadonlyMap<number, number>,
  unitIds: readonly number[],
): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.units.map(({ unit, role }, position) => ({
      taskId: taskIds.get(task.no),
      unitId: unitIds[unit],
      role,
      position,
    })),
  )
  await tx.taskUnit.deleteMany({ where: { taskId: { in: [...taskIds.values()] } } })
  await tx.$executeRaw`
    INSERT INTO "TaskUnit" ("taskId", "unitId", "role", "position")
    SELECT new."taskId", new."unitId", new."role"::"UnitRole", new."position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS new("taskId" int, "unitId" int, "role" text, "position" int)`
}

async function saveTargets(
  tx: Transaction,
  planId: number,
  targets: PlanContents['targets'],
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
