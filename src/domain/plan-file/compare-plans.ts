import type { PlanData } from './plan-schema.ts'

type Task = PlanData['sections'][number]['tasks'][number]
type TaskUnit = Task['units'][number]
type Target = PlanData['targets'][number]

/** How the units of a task change; `roles` are units that stay with another role. Names are those of the newer plan. */
type TaskUnitsChange = {
  no: number
  title: string
  added: TaskUnit[]
  removed: TaskUnit[]
  roles: { name: string; before: TaskUnit['role']; after: TaskUnit['role'] }[]
}

/** What a newer version of a plan changes. */
export type PlanDifference = {
  tasks: {
    added: { no: number; title: string }[]
    removed: { no: number; title: string }[]
    retitled: { no: number; before: string; after: string }[]
    rewritten: { no: number; title: string }[]
    units: TaskUnitsChange[]
  }
  units: { added: string[]; removed: string[]; renamed: { before: string; after: string }[] }
  targets: { added: Target[]; removed: Target[]; changed: { before: Target; after: Target }[] }
}

/** Compares two versions of a plan: tasks by number, units by name or alias, targets by metric and task. */
export function comparePlans(before: PlanData, after: PlanData): PlanDifference {
  const place = matchUnitNames(before, after)
  return {
    tasks: compareTasks(before, after, place),
    units: compareUnits(before, after),
    targets: compareTargets(before, after),
  }
}

/** Whether a comparison found nothing. */
export function isUnchanged(difference: PlanDifference): boolean {
  return Object.values(difference).every((part) => Object.values(part).every((changes) => changes.length === 0))
}

function tasksOf(plan: PlanData): Map<number, Task> {
  return new Map(plan.sections.flatMap((section) => section.tasks.map((task) => [task.no, task] as const)))
}

function compareTasks(before: PlanData, after: PlanData, nameNow: Map<string, string>): PlanDifference['tasks'] {
  const [old, now] = [tasksOf(before), tasksOf(after)]
  const kept = [...now.values()].flatMap((task) => {
    const was = old.get(task.no)
    return was ? [{ was, task }] : []
  })
  const brief = ({ no, title }: Task) => ({ no, title })
  return {
    added: [...now.values()].filter((task) => !old.has(task.no)).map(brief),
    removed: [...old.values()].filter((task) => !now.has(task.no)).map(brief),
    retitled: kept
      .filter(({ was, task }) => was.title !== task.title)
      .map(({ was, task }) => ({ no: task.no, before: was.title, after: task.title })),
    rewritten: kept.filter(({ was, task }) => was.text !== task.text).map(({ task }) => brief(task)),
    units: kept
      .map(({ was, task }) => compareTaskUnits(was, task, nameNow))
      .filter((change) => change.added.length + change.removed.length + change.roles.length > 0),
  }
}

function compareTaskUnits(was: Task, task: Task, nameNow: Map<string, string>): TaskUnitsChange {
  const named = (units: readonly TaskUnit[]) =>
    new Map(units.map((unit) => [nameNow.get(unit.name) ?? unit.name, unit.role] as const))
  const [old, now] = [named(was.units), named(task.units)]
  const change: TaskUnitsChange = { no: task.no, title: task.title, added: [], removed: [], roles: [] }
  for (const [name, role] of now) {
    const roleBefore = old.get(name)
    if (roleBefore === undefined) change.added.push({ name, role })
    else if (roleBefore !== role) change.roles.push({ name, before: roleBefore, after: role })
  }
  for (const [name, role] of old) if (!now.has(name)) change.removed.push({ name, role })
  return change
}

/** Every name of either version → the unit's name in the newer one. */
function matchUnitNames(before: PlanData, after: PlanData): Map<string, string> {
  const names = new Map(
    after.units.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit.name] as const)),
  )
  for (const unit of before.units) {
    const all = [unit.name, ...unit.aliases]
    const now = all.map((name) => names.get(name)).find((name) => name !== undefined) ?? unit.name
    for (const name of all) if (!names.has(name)) names.set(name, now)
  }
  return names
}

function compareUnits(before: PlanData, after: PlanData): PlanDifference['units'] {
  const nameNow = matchUnitNames(before, after)
  const current = new Set(after.units.map((unit) => unit.name))
  const matched = new Map(before.units.map((unit) => [nameNow.get(unit.name) ?? unit.name, unit.name] as const))
  return {
    added: after.units.map((unit) => unit.name).filter((name) => !matched.has(name)),
    removed: [...matched].filter(([name]) => !current.has(name)).map(([, name]) => name),
    renamed: [...matched]
      .filter(([name, was]) => current.has(name) && name !== was)
      .map(([name, was]) => ({ before: was, after: name })),
  }
}

function compareTargets(before: PlanData, after: PlanData): PlanDifference['targets'] {
  const left = [...before.targets]
  const difference: PlanDifference['targets'] = { added: [], removed: [], changed: [] }
  for (const target of after.targets) {
    const index = left.findIndex((was) => was.metric === target.metric && was.taskNo === target.taskNo)
    const [was] = index === -1 ? [] : left.splice(index, 1)
    if (!was) difference.added.push(target)
    else if (!sameTarget(was, withWhatStays(was, target))) difference.changed.push({ before: was, after: target })
  }
  difference.removed = left
  return difference
}

/** A baseline or yearly values that the new version leaves out stay as people set them. */
function withWhatStays({ baseline, yearly }: Target, target: Target): Target {
  return { ...(baseline && { baseline }), ...(yearly && { yearly }), ...target }
}

function sameTarget(a: Target, b: Target): boolean {
  const facts = ({ value, unit, kind, per, by, baseline, yearly }: Target) =>
    JSON.stringify([value, unit, kind, per, by, baseline?.value, baseline?.on, Object.entries(yearly ?? {}).sort()])
  return facts(a) === facts(b)
}
