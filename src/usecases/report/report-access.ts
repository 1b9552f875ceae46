import type { TaskRow } from '../../db/task-store.ts'
import { listTasks } from '../../db/task-store.ts'
import type { UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { Work } from '../context.ts'

/** The tasks that the person's units are responsible for, by number. */
export async function listMyTasks(work: Work): Promise<TaskRow[]> {
  const mine = new Set(work.units.map((unit) => unit.id))
  return (await listTasks(work.tx, work.plan.id)).filter((task) => task.units.some((unit) => mine.has(unit.id)))
}

/**
 * The task of that number and the unit the person reports for. Only a responsible unit's liaison may report.
 * @throws DomainError `task.unknown`, `report.not_responsible` with the tasks they may report on, or
 *   `report.which_unit` when several of their units are responsible and none was named
 */
export async function findResponsibility(
  work: Work,
  taskNo: number,
  unitId: number | null,
): Promise<{ task: TaskRow; unit: UnitRow & { role: 'lead' | 'participant' } }> {
  const tasks = await listTasks(work.tx, work.plan.id)
  const task = tasks.find((candidate) => candidate.no === taskNo)
  if (!task) throw new DomainError('task.unknown', { no: taskNo, numbers: numbers(tasks) })
  const mine = new Set(work.units.map((unit) => unit.id))
  const candidates = task.units.filter((unit) => mine.has(unit.id) && (unitId === null || unit.id === unitId))
  const [unit, other] = candidates
  if (!unit) {
    const own = tasks.filter((candidate) => candidate.units.some((one) => mine.has(one.id)))
    throw new DomainError('report.not_responsible', {
      task: taskNo,
      units: work.units.map((one) => one.name),
      numbers: numbers(own),
    })
  }
  if (other) throw new DomainError('report.which_unit', { task: taskNo, units: candidates.map((one) => one.name) })
  return { task, unit }
}

function numbers(tasks: readonly TaskRow[]): string[] {
  return numberRanges(tasks.map((task) => task.no))
}
