import type { z } from 'zod'
import { planLimits } from '../plan-document/plan-limits.ts'

type Checked = {
  sections: { tasks: { no: number; units: { name: string; role: string }[] }[] }[]
  units: { name: string; aliases: string[] }[]
  targets: { taskNo: number | null }[]
}

/** Checks what one part of a plan says of another; each problem names its path and a reason the catalogue words. */
export function crossCheckPlan(plan: Checked, context: z.core.$RefinementCtx): void {
  const report = (path: (string | number)[], reason: string, detail: string | number) =>
    context.addIssue({ code: 'custom', path, params: { reason, detail } })

  const names = new Map<string, number>()
  for (const [index, unit] of plan.units.entries()) {
    const paths = [['name'], ...unit.aliases.map((_, alias) => ['aliases', alias])]
    for (const [position, name] of [unit.name, ...unit.aliases].entries()) {
      if (names.has(name)) report(['units', index, ...(paths[position] ?? [])], 'repeated_name', name)
      names.set(name, index)
    }
  }

  const numbers = new Set<number>()
  for (const [s, section] of plan.sections.entries()) {
    for (const [t, task] of section.tasks.entries()) {
      const path = ['sections', s, 'tasks', t]
      if (numbers.has(task.no)) report([...path, 'no'], 'repeated_number', task.no)
      numbers.add(task.no)
      const named = new Set<number>()
      for (const [u, { name }] of task.units.entries()) {
        const unit = names.get(name)
        if (unit === undefined) report([...path, 'units', u, 'name'], 'unknown_unit', name)
        else if (named.has(unit)) report([...path, 'units', u, 'name'], 'repeated_name', name)
        else named.add(unit)
      }
      const leads = task.units.filter((unit) => unit.role === 'lead').length
      if (task.units.length > 0 && leads === 0) report([...path, 'units'], 'no_lead', task.no)
    }
  }
  if (numbers.size === 0) report(['sections'], 'no_tasks', 0)
  if (numbers.size > planLimits.tasks) report(['sections'], 'too_many_tasks', planLimits.tasks)
  for (const [index, { taskNo }] of plan.targets.entries()) {
    if (taskNo !== null && !numbers.has(taskNo)) report(['targets', index, 'taskNo'], 'unknown_task', taskNo)
  }
}
