import type { DraftSection, DraftTask } from './draft-plan.ts'
import type { Doubt, ParsedTaskUnit } from './parsed-plan.ts'

/** The document's own numbers where they are unique, else running ones, each change said. */
export function numberTasks(sections: readonly DraftSection[], doubts: Doubt[]): Map<DraftTask, number> {
  const tasks = sections.flatMap((section) => section.tasks.map((task) => ({ task, section: section.title })))
  const given = tasks.map(({ task }) => task.number)
  const unique = given.every((number) => number !== null) && new Set(given).size === given.length
  return new Map(
    tasks.map(({ task, section }, index) => {
      const no = unique && task.number !== null ? task.number : index + 1
      if (task.number !== null && no !== task.number) {
        doubts.push({ line: task.line, code: 'task_renumbered', params: { no, number: task.number, section } })
      }
      return [task, no]
    }),
  )
}

/** A section's title; the plan's where it has none, with a doubt. */
export function nameSection(section: DraftSection, index: number, planTitle: string, doubts: Doubt[]): string {
  if (section.title) return section.title
  const line = section.tasks[0]?.line ?? 1
  doubts.push({ line, code: 'section_untitled', params: { position: index + 1 } })
  return planTitle
}

/** One entry a unit, its strongest role; the first leads where none is named lead. */
export function assignRoles(
  task: DraftTask,
  no: number,
  canonical: Map<string, string>,
  doubts: Doubt[],
): ParsedTaskUnit[] {
  const roles = new Map<string, boolean>()
  for (const unit of task.units) {
    const name = canonical.get(unit.name) ?? unit.name
    roles.set(name, (roles.get(name) ?? false) || unit.role === 'lead')
  }
  const leads = [...roles.values()].filter(Boolean).length
  const { line, title } = task
  if (roles.size === 0) doubts.push({ line, code: 'task_no_units', params: { no, title } })
  if (leads > 1) doubts.push({ line, code: 'leads_several', params: { no, title, count: leads } })
  const firstNeutral = task.units.find((unit) => unit.role === null) ?? task.units[0]
  const leader = leads > 0 ? null : canonical.get(firstNeutral?.name ?? '')
  return [...roles].map(([name, lead]) => ({ name, role: lead || name === leader ? 'lead' : 'participant' }))
}
