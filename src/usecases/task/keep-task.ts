import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { Work } from '../context.ts'

/** A task and the units in whose name the person may keep its milestones and policies, the likeliest first. */
export type KeptTask = { task: TaskRow; units: TaskRow['units'] }

/** Is the person of the office, which keeps the records of every unit? */
export function isOffice({ roles }: Pick<Work, 'roles'>): boolean {
  return roles.has('convener') || roles.has('admin')
}

/** Is the task one of the person's units', or does the person look after the whole plan? */
export function concernsPerson({ roles, units }: Pick<Work, 'roles' | 'units'>, task: TaskRow): boolean {
  const wide = roles.has('convener') || roles.has('leader') || roles.has('admin')
  return wide || task.units.some(({ id }) => units.some((unit) => unit.id === id))
}

/**
 * The units in whose name the person may keep something of a task: their own among those responsible; for the office, which
 * writes it down for others, all that are, the lead first.
 */
export function keepingUnits(work: Pick<Work, 'roles' | 'units'>, task: TaskRow): TaskRow['units'] {
  const own = task.units.filter(({ id }) => work.units.some((unit) => unit.id === id))
  if (!isOffice(work)) return work.roles.has('liaison') ? own : []
  return [...own, ...task.units.filter((unit) => !own.includes(unit))]
}

/**
 * May the person change what this unit keeps of a task: a liaison of the unit itself or of the task's lead, or the office?
 * Another participant does not change what is not its own.
 */
export function mayKeep(work: Pick<Work, 'roles' | 'units'>, unitId: number, leadIds: readonly number[]): boolean {
  return isOffice(work) || work.units.some(({ id }) => id === unitId || leadIds.includes(id))
}

/** The lead units of each task, by its id. */
export function leadsOf(tasks: readonly TaskRow[]): ReadonlyMap<number, readonly number[]> {
  return new Map(tasks.map(({ id, units }) => [id, units.filter(({ role }) => role === 'lead').map((unit) => unit.id)]))
}

/** The tasks that the person may keep something of, by number, each with its units. */
export function keptTasks(work: Pick<Work, 'roles' | 'units'>, tasks: readonly TaskRow[]): KeptTask[] {
  return tasks.flatMap((task) => {
    const units = keepingUnits(work, task)
    return units.length > 0 ? [{ task, units }] : []
  })
}

/**
 * The task of that number and the unit that keeps something of it: the one named by its id, else the only one of the person;
 * for the office, the lead.
 * @throws DomainError `task.unknown` {no, numbers}, `task.not_yours` {task, units, numbers}, `task.which_unit` {task, units}
 */
export async function findKeptTask(work: Work, taskNo: number, unitId: number | null) {
  const tasks = await listTasks(work.tx, work.plan.id)
  const task = findTask(tasks, taskNo)
  const units = keepingUnits(work, task).filter(({ id }) => unitId === null || id === unitId)
  const [unit, other] = units
  if (!unit) {
    const own = keptTasks(work, tasks).map((kept) => kept.task.no)
    const names = work.units.map(({ name }) => name)
    throw new DomainError('task.not_yours', { task: taskNo, units: names, numbers: numberRanges(own) })
  }
  if (other && !isOffice(work))
    throw new DomainError('task.which_unit', { task: taskNo, units: units.map(({ name }) => name) })
  return { task, unit }
}

/** The task of that number. @throws DomainError `task.unknown` {no, numbers} */
export function findTask(tasks: readonly TaskRow[], taskNo: number): TaskRow {
  const task = tasks.find(({ no }) => no === taskNo)
  if (!task) throw new DomainError('task.unknown', { no: taskNo, numbers: numberRanges(tasks.map(({ no }) => no)) })
  return task
}
