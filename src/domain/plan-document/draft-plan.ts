import type { OutlineNode } from './outline.ts'
import type { Doubt } from './parsed-plan.ts'
import { type ChosenTask, fullText, type LocatedStatement, type ReadNode } from './task-selection.ts'
import type { TableTask } from './task-tables.ts'
import type { NamedUnit } from './unit-lists.ts'
import { isCollectiveUnit, isGenericUnit, isUnitName } from './unit-words.ts'

/** A task before its units have their one name. `number` is the document's, null where it gives none; `node` its heading. */
export type DraftTask = {
  number: number | null
  title: string
  text: string
  line: number
  units: LocatedUnit[]
  /** when a table says its work is due, as an ISO day */
  due: string | null
  node: OutlineNode | null
}
export type DraftSection = { no: string; title: string; tasks: DraftTask[] }
type LocatedUnit = NamedUnit & { line: number }

/** Sections and tasks of the chosen headings, in the document's order, with what is doubtful about each. */
export function draftSections(chosen: readonly ChosenTask[], doubts: Doubt[]): DraftSection[] {
  const sections = new Map<ReadNode, DraftSection>()
  for (const task of chosen) {
    let section = sections.get(task.section)
    if (!section) {
      const isDocument = task.section.node.rank === -1 && task.section.node.headingLevel === 0
      section = { no: task.section.node.label, title: isDocument ? '' : task.section.title, tasks: [] }
      sections.set(task.section, section)
      if (/保障措施|组织保障|组织实施|工作要求|组织领导/.test(section.title)) {
        doubts.push({ line: task.section.node.line, code: 'section_like_safeguards', params: { title: section.title } })
      }
    }
    section.tasks.push(draftTask(task, doubts))
  }
  return [...sections.values()]
}

function draftTask({ read, statements, inherited }: ChosenTask, doubts: Doubt[]): DraftTask {
  const { node } = read
  const text = fullText(read)
  const title = read.title || text.slice(0, 30) || node.mark
  if (read.titleCut || title !== read.title) doubts.push({ line: node.line, code: 'title_cut', params: { title } })
  if (inherited) {
    doubts.push({ line: node.line, code: 'section_units_applied', params: { title, section: inherited.title } })
  }
  if (statements.length > 1 && !inherited) {
    doubts.push({ line: node.line, code: 'statements_several', params: { title, count: statements.length } })
  }
  for (const { line, unclosed, labelled } of statements) {
    if (unclosed) doubts.push({ line, code: 'bracket_unclosed', params: { title } })
    if (!labelled) doubts.push({ line, code: 'units_unlabelled', params: { title } })
  }
  const units = statements.flatMap((statement) => keepNamed(statement, title, doubts))
  return { number: node.number, title, text, line: node.line, units, due: null, node }
}

function keepNamed(statement: LocatedStatement, title: string, doubts: Doubt[]): LocatedUnit[] {
  const { line } = statement
  if (statement.openEnded) doubts.push({ line, code: 'units_open_ended', params: { title } })
  const kept: LocatedUnit[] = []
  for (const unit of statement.units) {
    const params = { name: unit.name.slice(0, 60), title }
    if (isGenericUnit(unit.name)) {
      doubts.push({ line, code: 'units_generic', params })
      continue
    }
    if (unit.name.length > 60) {
      doubts.push({ line, code: 'unit_odd', params })
      continue
    }
    if (isCollectiveUnit(unit.name)) doubts.push({ line, code: 'units_collective', params })
    else if (!isUnitName(unit.name)) doubts.push({ line, code: 'unit_odd', params })
    kept.push({ ...unit, line })
  }
  return kept
}

/** Sections and tasks of a table, in its order. */
export function draftTable(tasks: readonly TableTask[], doubts: Doubt[]): DraftSection[] {
  const sections: DraftSection[] = []
  for (const task of tasks) {
    let section = sections.at(-1)
    const [, no = '', title = task.section] =
      /^[(（]?([一二三四五六七八九十]+)[)）]?[、.]?(.*)$/.exec(task.section) ?? []
    if (!section || section.title !== title || section.no !== no) {
      section = { no, title, tasks: [] }
      sections.push(section)
    }
    const { line, units, openEnded, due } = task
    const statement = { line, units, openEnded, start: 0, end: 0, labelled: true, unclosed: false, ownParagraph: true }
    const named = keepNamed(statement, task.title, doubts)
    section.tasks.push({ number: task.no, title: task.title, text: task.text, line, units: named, due, node: null })
  }
  return sections
}
