import type { PlanData } from '../domain/plan-file/plan-schema.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

type Target = PlanData['targets'][number]

/** The sections of a plan with their tasks and units, a line each. */
export function taskLines(locale: Locale, data: PlanData): string[] {
  return data.sections.flatMap((section) => [
    t(locale, 'plan.section', { no: section.no, title: section.title, tasks: section.tasks.length }),
    ...section.tasks.map(({ no, title, units }) =>
      t(locale, 'plan.task', {
        no,
        title,
        units: units
          .map(({ name, role }) => t(locale, 'plan.unit_in_task', { name, lead: role === 'lead' && units.length > 1 }))
          .join(t(locale, 'list.separator')),
      }),
    ),
  ])
}

/** The units of a plan with the number of tasks they lead and take part in, a line each. */
export function unitLines(locale: Locale, data: PlanData): string[] {
  const roles = new Map<string, { lead: number; participant: number }>()
  for (const { units } of data.sections.flatMap((section) => section.tasks))
    for (const { name, role } of units) {
      const counts = roles.get(name) ?? { lead: 0, participant: 0 }
      counts[role] += 1
      roles.set(name, counts)
    }
  return data.units.map(({ name, aliases }) => {
    const counts = roles.get(name)
    const [leads, joins] = [counts?.lead ?? 0, counts?.participant ?? 0]
    return t(locale, 'plan.unit', { name, aliases: aliases.join(t(locale, 'list.separator')), leads, joins })
  })
}

/** A target in one line. */
export function targetLine(locale: Locale, target: Target): string {
  const { metric, value, unit, per, by, taskNo } = target
  return t(locale, 'plan.target', { metric, value: `${value}${unit}`, per: per === 'year', by, taskNo })
}
