/** How a unit is responsible for a task (牵头、配合). */
type UnitRole = 'lead' | 'participant'

/** A task as responsibility sees it; `units` in the document's order. */
type TaskResponsibility = { no: number; units: readonly { id: number; role: UnitRole }[] }

/** The unit that leads a task: the one named as lead; where the document names none, the first listed; null of none. */
export function leadUnit(task: TaskResponsibility): number | null {
  return (task.units.find((unit) => unit.role === 'lead') ?? task.units[0])?.id ?? null
}

/**
 * Which of a person's units may report on a task, in the task's order. Only a responsible unit's liaison may, so none
 * means they may not; of several the person is asked which.
 */
export function reportingUnits(task: TaskResponsibility, personUnits: readonly number[]): number[] {
  return task.units.map((unit) => unit.id).filter((id) => personUnits.includes(id))
}

/** The numbers of the tasks that a person's units may report on, in ascending order. */
export function reportableTasks(tasks: readonly TaskResponsibility[], personUnits: readonly number[]): number[] {
  return tasks
    .filter((task) => reportingUnits(task, personUnits).length > 0)
    .map((task) => task.no)
    .sort((a, b) => a - b)
}

/** The numbers of the tasks that one of a person's units leads, in ascending order. */
export function ledTasks(tasks: readonly TaskResponsibility[], personUnits: readonly number[]): number[] {
  return tasks
    .filter((task) => personUnits.some((unit) => unit === leadUnit(task)))
    .map((task) => task.no)
    .sort((a, b) => a - b)
}
