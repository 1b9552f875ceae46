import type { PlanContents, StoredUnit } from '../../db/plan-contents-store.ts'
import type { StoredTarget } from '../../db/target-contents-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'

type DataTarget = PlanData['targets'][number]

/**
 * What storing a plan means, given the units and targets that are stored for it already (retired ones too; none for a new
 * plan). A task lists its leads first, and a unit once: as lead where it is named twice.
 * @throws DomainError `plan.unit_not_listed` when a task names a unit that the plan does not list
 */
export function matchPlan(
  data: PlanData,
  stored: { units: readonly StoredUnit[]; targets: readonly StoredTarget[] },
): PlanContents {
  const unitIds = matchUnits(data.units, stored.units)
  const targetIds = matchTargets(data.targets, stored.targets)
  const place = new Map(data.units.flatMap((unit, index) => unit.aliases.map((name) => [name, index] as const)))
  for (const [index, unit] of data.units.entries()) place.set(unit.name, index)
  const responsible = (task: PlanData['sections'][number]['tasks'][number]) => {
    const roles = new Map<number, 'lead' | 'participant'>()
    for (const { name, role } of task.units) {
      const unit = place.get(name)
      if (unit === undefined) throw new DomainError('plan.unit_not_listed', { task: task.no, unit: name })
      if (role === 'lead' || !roles.has(unit)) roles.set(unit, role)
    }
    const units = [...roles].map(([unit, role]) => ({ unit, role }))
    return units.sort((a, b) => Number(a.role !== 'lead') - Number(b.role !== 'lead'))
  }
  return {
    sections: data.sections.map(({ no, title }) => ({ no, title })),
    units: data.units.map(({ name, nameEn, aliases }, index) => ({
      id: unitIds[index] ?? null,
      name,
      nameEn: nameEn ?? null,
      aliases: [...aliases],
    })),
    tasks: data.sections.flatMap((section, index) =>
      section.tasks.map((task) => ({
        no: task.no,
        title: task.title,
        text: task.text || null,
        section: index,
        units: responsible(task),
      })),
    ),
    targets: data.targets.map(({ value, baseline, yearly, ...target }, index) => ({
      ...target,
      id: targetIds[index] ?? null,
      value: String(value),
      baselineValue: baseline ? String(baseline.value) : null,
      baselineOn: baseline?.on ?? null,
      yearly: yearly ?? null,
    })),
  }
}

/**
 * The units in use that a plan no longer lists, but counts among the names of another: what was two is one. `from` and
 * `into` are ids; a unit that is new has none yet and takes nobody over.
 */
export function mergedUnits(
  units: PlanContents['units'],
  stored: readonly StoredUnit[],
): { from: number; into: number }[] {
  const kept = new Set(units.map((unit) => unit.id))
  const gone = stored.filter((unit) => unit.inUse && !kept.has(unit.id))
  return units.flatMap(({ id, name, aliases }) => {
    const names = new Set([name, ...aliases])
    const same = (unit: StoredUnit) => names.has(unit.name) || unit.aliases.some((alias) => names.has(alias))
    return id === null ? [] : gone.filter(same).map((unit) => ({ from: unit.id, into: id }))
  })
}

/**
 * Finds the stored unit that each unit of a plan is: first by name, then by any name the two share. A stored unit is taken
 * once. The result is in the order of `units`; null is a new one.
 */
function matchUnits(units: PlanData['units'], stored: readonly StoredUnit[]): (number | null)[] {
  const free = new Map(stored.map((unit) => [unit.id, unit]))
  const take = (fits: (unit: StoredUnit) => boolean) => {
    const found = [...free.values()].find(fits)
    if (found) free.delete(found.id)
    return found?.id ?? null
  }
  const byName = units.map((unit) => take((candidate) => candidate.name === unit.name))
  return units.map((unit, index) => {
    const names = new Set([unit.name, ...unit.aliases])
    return (
      byName[index] ??
      take((candidate) => names.has(candidate.name) || candidate.aliases.some((name) => names.has(name)))
    )
  })
}

/**
 * Finds the stored target that each target of a plan is: the same metric of the same task, counted in the same unit and the
 * same way – otherwise its measurements would be misread. Where several are alike, the same deadline goes first.
 */
function matchTargets(targets: readonly DataTarget[], stored: readonly StoredTarget[]): (number | null)[] {
  const free = new Map(stored.map((target) => [target.id, target]))
  const take = (target: DataTarget, sameDeadline: boolean) => {
    const found = [...free.values()].find(
      (candidate) => isSame(candidate, target) && (!sameDeadline || candidate.by === target.by),
    )
    if (found) free.delete(found.id)
    return found?.id ?? null
  }
  const exact = targets.map((target) => take(target, true))
  return targets.map((target, index) => exact[index] ?? take(target, false))
}

function isSame(stored: StoredTarget, target: DataTarget): boolean {
  return (
    stored.metric === target.metric &&
    stored.taskNo === target.taskNo &&
    stored.unit === target.unit &&
    stored.kind === target.kind
  )
}
