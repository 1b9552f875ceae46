import type { PlanDifference } from '../domain/plan-file/compare-plans.ts'
import type { Locale } from './locale.ts'
import { targetLine } from './plan-lines.ts'
import { t } from './translate.ts'

/** What a new version of a plan changes, a line each. */
export function changeLines(locale: Locale, { tasks, units, targets }: PlanDifference): string[] {
  const target = (one: PlanDifference['targets']['added'][number]) => targetLine(locale, one)
  const names = (list: readonly { name: string; role: 'lead' | 'participant' }[]) =>
    list.map(({ name, role }) => `${name} ${t(locale, `role.${role}`)}`).join(t(locale, 'list.separator'))
  return [
    ...tasks.added.map((task) => t(locale, 'change.task_added', task)),
    ...tasks.removed.map((task) => t(locale, 'change.task_removed', task)),
    ...tasks.retitled.map((task) => t(locale, 'change.task_retitled', task)),
    ...tasks.units.map(({ no, title, added, removed, roles }) =>
      t(locale, 'change.task_units', {
        no,
        title,
        added: names(added),
        removed: removed.map((unit) => unit.name).join(t(locale, 'list.separator')),
        roles: names(roles.map(({ name, after }) => ({ name, role: after }))),
      }),
    ),
    ...(tasks.rewritten.length > 0
      ? [
          t(locale, 'change.tasks_rewritten', {
            numbers: tasks.rewritten.map((task) => task.no).join(t(locale, 'list.separator')),
          }),
        ]
      : []),
    ...units.added.map((name) => t(locale, 'change.unit_added', { name })),
    ...units.removed.map((name) => t(locale, 'change.unit_removed', { name })),
    ...units.renamed.map((unit) => t(locale, 'change.unit_renamed', unit)),
    ...targets.added.map((one) => t(locale, 'change.target_added', { target: target(one) })),
    ...targets.removed.map((one) => t(locale, 'change.target_removed', { target: target(one) })),
    ...targets.changed.map(({ before, after }) =>
      t(locale, 'change.target_changed', { before: target(before), after: target(after) }),
    ),
  ]
}
