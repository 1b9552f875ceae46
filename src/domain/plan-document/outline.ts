import { DomainError } from '../errors.ts'
import { endsSentence } from './characters.ts'
import { isComplete, mayEnd } from './complete-text.ts'
import { type HeadingMark, joinSplitMarks, markKinds, readHeadingMark } from './heading-marks.ts'
import type { LineBreaks } from './line-breaks.ts'
import type { Doubt } from './parsed-plan.ts'
import { planLimits } from './plan-limits.ts'
import type { SourceLine } from './source-lines.ts'

/** A numbered heading with the text up to the next one; `text` has a line break where a paragraph ends. */
export type OutlineNode = {
  /** place among the kinds of heading marks, -1 for the document and for headings without a number */
  rank: number
  headingLevel: number
  number: number
  /** the number as the document writes it, without brackets */
  label: string
  /** the mark itself, as written */
  mark: string
  line: number
  text: string
  /** the end of the paragraph that is being read, at most 200 characters */
  tail: string
  /** offsets into `text` at which an input line begins, ascending */
  lineStarts: { offset: number; line: number }[]
  children: OutlineNode[]
}

/** The rank of what follows the body (附件, 抄送): it stands beside the sections, and any heading ends it. */
export const closingRank = markKinds.length

/** The document as a tree of headings, its tables beside it. */
export type Outline = { root: OutlineNode; tables: SourceLine[][]; doubts: Doubt[] }

const closing = /^(?:抄送|抄报|主送|附件|附[:：]|附表|主题词|[(（](?:此件|联系人)|此件|信息公开|公开方式)/

/**
 * Reads the headings of a document. A mark counts where it continues the numbering of its level and the text before
 * it is complete; one out of sequence only where a paragraph clearly begins, and then with a doubt. So a line that
 * was merely broken before "5." is no heading, at whatever width the text is set.
 * @throws DomainError `plan.too_large` { headings }
 */
export function readOutline(lines: readonly SourceLine[], breaks: LineBreaks): Outline {
  const root = createNode({ rank: -1, headingLevel: 0, number: 0, label: '', mark: '', line: 1 })
  const stack: OutlineNode[] = [root]
  const lastNumber = new Map<number, number>()
  const outline: Outline = { root, tables: [], doubts: [] }
  let before: SourceLine | undefined
  let headings = 0
  for (const line of joinSplitMarks(lines)) {
    if (line.cells) {
      if (!before?.cells) outline.tables.push([])
      outline.tables.at(-1)?.push(line)
      before = line
      continue
    }
    const top = stack.at(-1) ?? root
    const paragraph = !before || breaks.between(before, line)
    const mark = readHeadingMark(line.text)
    const accepted = mark && !listsAnnexes(top, mark) && accept(mark, top, stack, lastNumber, paragraph)
    if (mark && accepted) {
      const rank = markKinds.indexOf(mark.kind)
      if (accepted.doubt) outline.doubts.push({ line: line.no, code: accepted.doubt, params: accepted.params })
      while (stack.length > 1 && closes(stack.at(-1), rank, line.headingLevel)) stack.pop()
      lastNumber.set(rank, mark.number)
      if (++headings > planLimits.headings) throw new DomainError('plan.too_large', { headings })
      open(
        stack,
        createNode({
          rank,
          headingLevel: line.headingLevel,
          ...mark,
          mark: line.text.slice(0, mark.length),
          line: line.no,
        }),
      )
      append(stack.at(-1) ?? root, line, line.text.slice(mark.length).trimStart(), '')
    } else if (line.headingLevel > 1) {
      while (stack.length > 1 && closes(stack.at(-1), -1, line.headingLevel)) stack.pop()
      const number = (stack.at(-1)?.children.length ?? 0) + 1
      const { headingLevel } = line
      open(stack, createNode({ rank: -1, headingLevel, number, label: '', mark: '', line: line.no }))
      append(stack.at(-1) ?? root, line, line.text, '')
    } else if (closing.test(line.text) && (paragraph || endsSentence(top.tail))) {
      stack.length = 1
      open(stack, createNode({ rank: closingRank, headingLevel: 0, number: 0, label: '', mark: '', line: line.no }))
      append(stack.at(-1) ?? root, line, line.text, '')
    } else {
      append(top, line, line.text, !before || top.text === '' ? '' : paragraph ? '\n' : breaks.glue(before, line))
    }
    before = line
  }
  return outline
}

function createNode(
  fields: Pick<OutlineNode, 'rank' | 'headingLevel' | 'number' | 'label' | 'mark' | 'line'>,
): OutlineNode {
  const { rank, headingLevel, number, label, mark, line } = fields
  return { rank, headingLevel, number, label, mark, line, text: '', tail: '', lineStarts: [], children: [] }
}

function open(stack: OutlineNode[], node: OutlineNode): void {
  stack.at(-1)?.children.push(node)
  stack.push(node)
}

function append(node: OutlineNode, line: SourceLine, text: string, glue: string): void {
  node.text += glue
  node.lineStarts.push({ offset: node.text.length, line: line.no })
  node.text += text
  node.tail = (glue === '\n' ? text : node.tail + glue + text).slice(-200)
}

function closes(top: OutlineNode | undefined, rank: number, headingLevel: number): boolean {
  if (!top) return false
  if (headingLevel > 0) return top.headingLevel === 0 || top.headingLevel >= headingLevel
  return top.rank >= 0 && top.rank >= rank
}

/** 附件:1.分工表 goes on with 2.联系人表: the numbers of annexes, not of headings. */
function listsAnnexes(top: OutlineNode, mark: HeadingMark): boolean {
  return top.rank === closingRank && mark.kind === 'digit' && /^附件[:：]? ?1[.．、]/.test(top.text)
}

type Acceptance = { doubt?: 'number_skipped' | 'number_repeated'; params: Record<string, string | number> }

function accept(
  mark: HeadingMark,
  top: OutlineNode,
  stack: readonly OutlineNode[],
  lastNumber: ReadonlyMap<number, number>,
  paragraph: boolean,
): Acceptance | null {
  const rank = markKinds.indexOf(mark.kind)
  if (!isComplete(top.tail) && !(paragraph && (top.rank === -1 || mayEnd(top.tail)))) return null
  const open = stack.findLast((node) => node.rank === rank)
  const last = open?.number ?? lastNumber.get(rank) ?? 0
  const expected = mark.number === last + 1 || (mark.number === 1 && !open)
  if (expected) return { params: {} }
  if (!paragraph || !isComplete(top.tail)) return null
  if (mark.number === 1) return { params: {} }
  const params = { number: mark.number, expected: last + 1 }
  return { doubt: mark.number > last ? 'number_skipped' : 'number_repeated', params }
}

/** The input line that holds an offset of a node's text. */
export function lineAt(node: OutlineNode, offset: number): number {
  let low = 0
  let high = node.lineStarts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((node.lineStarts[middle]?.offset ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return node.lineStarts[low - 1]?.line ?? node.line
}
