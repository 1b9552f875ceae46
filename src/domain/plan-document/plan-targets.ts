import type { DraftTask } from './draft-plan.ts'
import { closingRank, lineAt, type OutlineNode } from './outline.ts'
import type { Doubt, ParsedTarget } from './parsed-plan.ts'
import { findTargets } from './targets.ts'
import type { ReadNode } from './task-selection.ts'

/** The targets of all headings; those below a task are the task's, all others the plan's. */
export function readTargets(
  root: ReadNode,
  taskNos: ReadonlyMap<OutlineNode, number | null>,
  doubts: Doubt[],
): ParsedTarget[] {
  const targets: ParsedTarget[] = []
  const visit = (read: ReadNode, above: number | null) => {
    const taskNo = taskNos.get(read.node) ?? above
    const found = findTargets(`${read.title}。\n${read.body}`, taskNo)
    if (read.node.rank !== closingRank) {
      targets.push(...found.targets)
      const shift = read.node.text.length - read.body.length - read.title.length - 2
      for (const { offset, ...doubt } of found.doubts) {
        doubts.push({ ...doubt, line: lineAt(read.node, Math.max(0, offset + Math.min(shift, 0))) })
      }
    }
    for (const child of read.children) visit(child, taskNo)
  }
  for (const child of root.children) visit(child, null)
  return targets
}

/** The targets of tasks that were read from tables. */
export function readTableTargets(
  tasks: readonly DraftTask[],
  numbers: Map<DraftTask, number>,
  doubts: Doubt[],
): ParsedTarget[] {
  return tasks.flatMap((task) => {
    const found = findTargets(`${task.title}。${task.text}`, numbers.get(task) ?? null)
    for (const { offset: _, ...doubt } of found.doubts) doubts.push({ ...doubt, line: task.line })
    return found.targets
  })
}
