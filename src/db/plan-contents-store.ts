import type { Transaction } from './database.ts'
import { saveTargets, type TargetContents } from './target-contents-store.ts'

/** A stored unit, a retired one too, as far as a new version of the plan is matched with it. */
export type StoredUnit = { id: number; name: string; aliases: readonly string[]; inUse: boolean }

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

/** Every unit a plan has or had, those in use first. */
export async function listStoredUnits(tx: Transaction, planId: number): Promise<StoredUnit[]> {
  const units = await tx.unit.findMany({
    where: { planId },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { position: 'asc' }],
    select: { id: true, name: true, aliases: true, retiredAt: true },
  })
  return units.map(({ retiredAt, ...unit }) => ({ ...unit, inUse: retiredAt === null }))
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
