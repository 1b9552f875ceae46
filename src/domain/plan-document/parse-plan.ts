import { DomainError } from '../errors.ts'
import { draftSections, draftTable } from './draft-plan.ts'
import { isLetterhead, readFrontMatter } from './front-matter.ts'
import { endFullHeadings } from './heading-style.ts'
import { readLineBreaks } from './line-breaks.ts'
import { closingRank, type OutlineNode, readOutline } from './outline.ts'
import { dropPageFurniture } from './page-furniture.ts'
import type { Doubt, ParsedPlan } from './parsed-plan.ts'
import { planLimits } from './plan-limits.ts'
import { readTableTargets, readTargets } from './plan-targets.ts'
import { assignRoles, nameSection, numberTasks } from './settle-tasks.ts'
import { readSourceLines } from './source-lines.ts'
import { chooseTasks, readNode } from './task-selection.ts'
import { readTaskTable } from './task-tables.ts'
import { takeOutBoxes } from './text-boxes.ts'
import { resolveUnits } from './unit-aliases.ts'

/**
 * Reads an official implementation plan (实施方案) from its text: hard-wrapped, with page furniture, plain or Markdown.
 * The time taken grows with the length of the text. Nothing is guessed in silence: see `doubts`.
 * @throws DomainError `plan.empty`, `plan.not_a_plan` (no headings), `plan.no_units` (nobody is responsible for anything),
 * `plan.too_large` (over {@link planLimits})
 */
export function parsePlan(text: string): ParsedPlan {
  if (text.length > planLimits.characters) throw new DomainError('plan.too_large', { characters: text.length })
  const { lines, boxes } = takeOutBoxes(dropPageFurniture(readSourceLines(text)))
  if (lines.length === 0) throw new DomainError('plan.empty')
  const { root, tables, doubts } = readOutline(lines, readLineBreaks(lines))
  endFullHeadings(root)
  const read = readNode(root)
  const chosen = chooseTasks(read)
  let drafts = draftSections(chosen, doubts)
  for (const box of boxes)
    doubts.push({ line: box[0]?.no ?? 1, code: 'box_ignored', params: { title: box[0]?.text.slice(0, 60) ?? '' } })
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
  const first = lines.slice(0, 10).find((line) => !isLetterhead(line.text)) ?? lines[0]
  const title = front.title ?? (first?.text ?? '').slice(0, 80)
  if (front.title === null) doubts.push({ line: first?.no ?? 1, code: 'title_missing', params: { title } })

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
  const taskNos = new Map([...numbers].flatMap(([{ node }, no]) => (node ? [[node, no] as const] : [])))
  const { issuedOn } = front
  const targets =
    chosen.length > 0
      ? readTargets(read, { taskNos, issuedOn }, doubts)
      : readTableTargets(tasks, numbers, issuedOn, doubts)
  if (targets.length > planLimits.targets) throw new DomainError('plan.too_large', { targets: targets.length })
  return {
    title,
    documentNo: front.documentNo,
    issuedOn,
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

/** What stands before the first numbered heading of the plan itself, which may be the annex of a notice. */
function frontText(root: OutlineNode): string {
  const body = root.children.findIndex((node) => node.rank !== closingRank)
  const annexes = root.children.slice(0, Math.max(0, body)).slice(0, 3)
  return [root.text, ...annexes.map((node) => node.text.slice(0, 2_000))].join('\n')
}

/** The end of the document: the text of its last heading, where signature and date stand. */
function lastText(root: OutlineNode): string {
  const texts: string[] = []
  for (let node = root.children.at(-1); node; node = node.children.at(-1)) texts.push(node.text.slice(-2_000))
  return texts.join('\n')
}
