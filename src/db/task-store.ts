import type { Transaction } from './database.ts'
import type { UnitRow } from './unit-store.ts'

/** 任务 with its responsible units, the leads first. */
export type TaskRow = {
  id: number
  no: number
  title: string
  sectionNo: string
  sectionTitle: string
  units: (UnitRow & { role: 'lead' | 'participant' })[]
}

const columns = {
  id: true,
  no: true,
  title: true,
  section: { select: { no: true, title: true } },
  units: {
    orderBy: { position: 'asc' },
    select: { role: true, unit: { select: { id: true, name: true, nameEn: true, aliases: true } } },
  },
} as const

/** The tasks of a plan that are not retired, by number. */
export async function listTasks(tx: Transaction, planId: number): Promise<TaskRow[]> {
  const tasks = await tx.task.findMany({ where: { planId, retiredAt: null }, orderBy: { no: 'asc' }, select: columns })
  return tasks.map(({ section, units, ...task }) => ({
    ...task,
    sectionNo: section.no,
    sectionTitle: section.title,
    units: units.map(({ role, unit }) => ({ ...unit, role })),
  }))
}

/** The text of a task in the document, or null where it has none. */
export async function loadTaskText(tx: Transaction, taskId: number): Promise<string | null> {
  const task = await tx.task.findUnique({ where: { id: taskId }, select: { text: true } })
  return task?.text ?? null
}
