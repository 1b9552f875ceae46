import type { DraftTask } from './draft-plan.ts'
import { closingRank, lineAt, type OutlineNode } from './outline.ts'
import type { Doubt, ParsedTarget } from './parsed-plan.ts'
import { findTargets } from './targets.ts'
import type { ReadNode } from './task-selection.ts'

/** What the targets of a plan are read with: its task numbers by heading, and the ISO day of its issue. */
export type TargetReading = { taskNos: ReadonlyMap<OutlineNode, number>; issuedOn: string | null }

/** Headings under which a document tells how things stand. */
const background =
  /^(?:(?:发展|工作|现实|产业|建设|现有|面临)?(?:基础|现状|背景|形势|成效|概况|情况)(?:与形势|和形势)?|基本情况)$/
/** Headings under which it tells how the work is organised: a number there is seldom what the plan aims at. */
const safeguards =
  /^.{0,6}(?:保障措施|组织保障|保障机制|组织实施|工作要求|有关要求|组织领导|工作保障|进度安排|实施步骤)/

/**
 * The targets of all headings; those below a task are the task's, all others the plan's. A deadline of a heading holds
 * for those below it, and when a task is due for its targets, each with a doubt.
 */
export function readTargets(root: ReadNode, reading: TargetReading, doubts: Doubt[]): ParsedTarget[] {
  const targets: ParsedTarget[] = []
  const visit = (read: ReadNode, above: { taskNo: number | null; by: string | null; aside: boolean }) => {
    if (read.node.rank === closingRank || background.test(read.title)) return
    const taskNo = reading.taskNos.get(read.node) ?? above.taskNo
    const aside = taskNo === null && (above.aside || safeguards.test(read.title))
    const setting = { by: read.due ?? above.by, issuedOn: reading.issuedOn }
    const found = findTargets(`${read.title}。\n${read.body}`, taskNo, setting)
    const shift = read.node.text.length - read.body.length - read.title.length - 2
    if (!aside) targets.push(...found.targets)
    for (const { offset, ...doubt } of aside ? [] : found.doubts) {
      doubts.push({ ...doubt, line: lineAt(read.node, Math.max(0, offset + Math.min(shift, 0))) })
    }
    for (const { metric, value, unit } of aside ? found.targets : []) {
      doubts.push({ line: read.node.line, code: 'target_unclear', params: { text: metric, value, unit } })
    }
    for (const child of read.children) visit(child, { taskNo, by: found.by, aside })
  }
  for (const child of root.children) visit(child, { taskNo: null, by: null, aside: false })
  return targets
}

/** The targets of tasks that were read from tables. */
export function readTableTargets(
  tasks: readonly DraftTask[],
  numbers: Map<DraftTask, number>,
  issuedOn: string | null,
  doubts: Doubt[],
): ParsedTarget[] {
  return tasks.flatMap((task) => {
    const setting = { by: task.due, issuedOn }
    const found = findTargets(`${task.title}。${task.text}`, numbers.get(task) ?? null, setting)
    for (const { offset: _, ...doubt } of found.doubts) doubts.push({ ...doubt, line: task.line })
    return found.targets
  })
}
