import { DomainError } from '../errors.ts'
import { type DraftSection, type DraftTask, draftSections, draftTable } from './draft-plan.ts'
import { readFrontMatter } from './front-matter.ts'
import { endFullHeadings } from './heading-style.ts'
import { readLineBreaks } from './line-breaks.ts'
import { closingRank, lineAt, type OutlineNode, readOutline } from './outline.ts'
import { dropPageFurniture } from './page-furniture.ts'
import type { Doubt, ParsedPlan, ParsedTarget, ParsedTaskUnit } from './parsed-plan.ts'
import { planLimits } from './plan-limits.ts'
import { readSourceLines } from './source-lines.ts'
import { findTargets } from './targets.ts'
import { chooseTasks, type ReadNode, readNode } from './task-selection.ts'
import { readTaskTable } from './task-tables.ts'
import { resolveUnits } from './unit-aliases.ts'

/**
 * Reads an official implementation plan (实施方案) from its text: hard-wrapped, with page furniture, plain or Markdown.
 * The time taken grows with the length of the text. Nothing is guessed in silence: see `doubts`.
 * @throws DomainError `plan.empty`, `plan.not_a_plan` (no headings), `plan.no_units` (nobody is responsible for anything),
 * `plan.too_large` (over {@link planLimits})
 */
export function parsePlan(text: string): ParsedPlan {
  const lines = dropPageFurniture(readSourceLines(text))
  if (lines.length === 0) throw new DomainError('plan.empty')
  const { root, tables, doubts } = readOutline(lines, readLineBreaks(lines))
  endFullHeadings(root)
  const read = readNode(root)
  const chosen = chooseTasks(read)
  let drafts = draftSections(chosen, doubts)
  for (const rows of tables) {
    const line = rows[0]?.no ?? 1
    const tasks = chosen.length === 0 ? readTaskTable(rows) : null
    if (tasks) drafts = [...drafts, ...draftTable(tasks, doubts)]
    doubts.push({ line, code: tasks ? 'tasks_from_table' : 'table_ignored', params: { rows: rows.length } })
  }
  if (drafts.length === 0) {
    if (root.children.length === 0 && tables.length === 0) throw new DomainError('plan.not_a_plan')
    throw new DomainError('plan.no_units')
  }
  const front = readFrontMatter(frontText(root), lastText(root))
  const title = front.title ?? firstLine(lines[0]?.text ?? '')
  if (front.title === null) doubts.push({ line: lines[0]?.no ?? 1, code: 'title_missing', params: { title } })

  const numbers = numberTasks(drafts, doubts)
  const tasks = drafts.flatMap((section) => section.tasks)
  const seen = tasks.flatMap((task) => task.units.map(({ name, line }) => ({ name, line })))
  const distinct = new Set(seen.map((one) => one.name)).size
  if (tasks.length > planLimits.tasks || distinct > planLimits.units) {
    throw new DomainError('plan.too_large', { tasks: tasks.length, units: distinct })
  }
  const {
    units,
    canonical,
    doubts: unitDoubts,
  } = resolveUnits(seen, /^([\u3400-\u9FFF]{2,4}?)市/.exec(title)?.[1] ?? null)
  doubts.push(...unitDoubts)
  const sections = drafts.map((section, index) => ({
    no: section.no,
    title: nameSection(section, index, title, doubts),
    tasks: section.tasks.map((task) => {
      const no = numbers.get(task) ?? 0
      return { no, title: task.title, text: task.text, units: assignRoles(task, no, canonical, doubts) }
    }),
  }))
  const taskNos = new Map(
    chosen.map(({ read: { node } }, index) => [node, numbers.get(tasks[index] as DraftTask) ?? null]),
  )
  const targets = chosen.length > 0 ? readTargets(read, taskNos, doubts) : readTableTargets(tasks, numbers, doubts)
  if (targets.length > planLimits.targets) throw new DomainError('plan.too_large', { targets: targets.length })
  return {
    title,
    documentNo: front.documentNo,
    issuedOn: front.issuedOn,
    sections,
    units,
    targets,
    doubts: orderDoubts(doubts),
  }
}

/** By line; past the limit only their number. */
function orderDoubts(doubts: Doubt[]): Doubt[] {
  doubts.sort((a, b) => a.line - b.line)
  const [next] = doubts.slice(planLimits.doubts)
  if (!next) return doubts
  const count = doubts.length - planLimits.doubts
  return [...doubts.slice(0, planLimits.doubts), { line: next.line, code: 'doubts_more', params: { count } }]
}

function firstLine(text: string): string {
  return text.slice(0, 80)
}

/** What stands before the first numbered heading of the plan itself, which may be the annex of a notice. */
function frontText(root: OutlineNode): string {
  const annexes = root.children.filter((node) => node.rank === closingRank).slice(0, 3)
  return [root.text, ...annexes.map((node) => node.text.slice(0, 2_000))].join('\n')
}

/** The end of the document: the text of its last heading, where signature and date stand. */
function lastText(root: OutlineNode): string {
  const texts: string[] = []
  for (let node = root.children.at(-1); node; node = node.children.at(-1)) texts.push(node.text.slice(-2_000))
  return texts.join('\n')
}

/** The document's own numbers where they are unique, else running ones, each change said. */
function numberTasks(sections: readonly DraftSection[], doubts: Doubt[]): Map<DraftTask, number> {
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

function nameSection(section: DraftSection, index: number, planTitle: string, doubts: Doubt[]): string {
  if (section.title) return section.title
  const line = section.tasks[0]?.line ?? 1
  doubts.push({ line, code: 'section_untitled', params: { position: index + 1 } })
  return planTitle
}

/** One entry a unit, its strongest role; the first leads where none is named lead. */
function assignRoles(task: DraftTask, no: number, canonical: Map<string, string>, doubts: Doubt[]): ParsedTaskUnit[] {
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

function readTargets(
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

function readTableTargets(
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
