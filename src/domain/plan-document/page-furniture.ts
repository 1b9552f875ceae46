import { endsSentence, fold, visualWidth } from './characters.ts'
import { readHeadingMark } from './heading-marks.ts'
import type { SourceLine } from './source-lines.ts'

const pageNumber =
  /^(?:[-—–―－─·•~ ]+\d{1,4}[-—–―－─·•~ ]+|第? ?\d{1,4} ?页(?:[ ,/]*共? ?\d{1,4} ?页)?|共 ?\d{1,4} ?页[ ,/]*第 ?\d{1,4} ?页|[Pp]age \d{1,4}(?: of \d{1,4})?|\d{1,4} ?\/ ?\d{1,4}|\( ?\d{1,3} ?\/ ?\d{1,3} ?\))$/
const contentsLine = /(?:[.…·。]{3,}|[-—_]{4,}) ?\(?\d{1,4}\)?$/

const bareNumber = /^\d{1,3}$/
/** What is longer belongs to the text. */
const longestFurniture = 120
/** Letterhead, number and title stand within these; a running head repeats them. */
const openingLines = 40

/**
 * Takes out what belongs to the page and not to the text: page numbers, running heads and feet, lines of a table of
 * contents. A running head is a line repeated beside page numbers or form feeds, or again and again inside sentences,
 * or one there that repeats the words the document opens with, once its body has begun.
 */
export function dropPageFurniture(lines: readonly SourceLine[]): SourceLine[] {
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
  const counted = countOn(lines.filter((line) => bareNumber.test(line.text)).map((line) => Number(line.text)))
  const isPageNumber = lines.map((line, index) => {
    if (line.text.length > longestFurniture) return false
    const text = fold(line.text)
    if (pageNumber.test(text) || contentsLine.test(text)) return true
    return width >= 12 && bareNumber.test(text) && (counted || isLonePageNumber(lines, index))
  })
  const heads = findRunningHeads(lines, isPageNumber)
  const titles = new Set<string>()
  let gap = false
  const kept: SourceLine[] = []
  for (const [index, line] of lines.entries()) {
    const shape = shapeOf(line)
    const isHead = heads.everywhere.has(shape) || (heads.atEdge.has(shape) && isAtEdge(lines, isPageNumber, index))
    // the title itself may be what the pages repeat
    const isTitle = isHead && /(?:方案|计划|意见|措施|规划|要点)/.test(line.text) && !titles.has(shape)
    if (isTitle) titles.add(shape)
    if (isPageNumber[index] || (isHead && (!isTitle || isAtEdge(lines, isPageNumber, index)))) {
      gap = true
      continue
    }
    // blank lines around a page's edge say nothing of paragraphs
    kept.push(gap || line.afterPage ? { ...line, afterBlank: false } : line)
    gap = false
  }
  return kept
}

function countOn(numbers: readonly number[]): boolean {
  return (
    numbers.length >= 3 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}

/** A bare number is a page's when it stands between blank lines or pages: text never leaves one alone there. */
function isLonePageNumber(lines: readonly SourceLine[], index: number): boolean {
  const next = lines[index + 1]
  const line = lines[index]
  return Boolean(line && (line.afterBlank || line.afterPage) && (!next || next.afterBlank || next.afterPage))
}

function shapeOf(line: SourceLine): string {
  return line.text.replace(/\d+/g, '#')
}

type Seen = { all: number; atEdge: number; insideSentence: number; inBody: number; named: boolean }

/** Shapes of running heads: those to be dropped wherever they stand, and those only at a page's edge. */
type RunningHeads = { everywhere: Set<string>; atEdge: Set<string> }

function findRunningHeads(lines: readonly SourceLine[], isPageNumber: readonly boolean[]): RunningHeads {
  const seen = new Map<string, Seen>()
  const text = lines.filter((_, index) => !isPageNumber[index])
  const beginsBody = (line: SourceLine) => /^(?:han|chapter)$/.test(readHeadingMark(line.text)?.kind ?? '')
  const body = text.findIndex(beginsBody)
  const front = text.slice(0, Math.min(openingLines, Math.max(0, body)))
  const opening = front.map((line) => line.text).join('')
  const longest = text.reduce((most, line) => Math.max(most, line.rawLength), 0)
  const widest = text.reduce((most, line) => Math.max(most, visualWidth(line.text)), 0)
  let last: SourceLine | undefined
  let inBody = false
  for (const [index, line] of lines.entries()) {
    const before = last
    if (!isPageNumber[index]) last = line
    inBody ||= beginsBody(line)
    // a line as long as the text is wide is a piece of a sentence, however often it comes back
    const short = line.rawLength < longest * 0.8 && visualWidth(line.text) < widest * 0.8
    if (isPageNumber[index] || line.cells || !short || !mayRunAhead(line.text)) continue
    const shape = shapeOf(line)
    const count = seen.get(shape) ?? { all: 0, atEdge: 0, insideSentence: 0, inBody: 0, named: false }
    const after = lines[index + 1]
    const edge = isAtEdge(lines, isPageNumber, index)
    const splits = before && after && !endsSentence(before.text) && !readHeadingMark(after.text)
    count.all++
    if (edge) count.atEdge++
    if (splits && before.rawLength > longest * 0.8) {
      count.insideSentence++
    }
    if (edge && inBody) count.inBody++
    count.named ||= opening.includes(line.text)
    seen.set(shape, count)
  }
  // what stands beside a page's edge tells little where every few lines claim to be a page
  const edges = lines.filter(
    (line, index) => (isPageNumber[index] && !contentsLine.test(fold(line.text.slice(-20)))) || line.afterPage,
  ).length
  const pagesAreReal = edges * 5 < text.length
  const heads: RunningHeads = { everywhere: new Set(), atEdge: new Set() }
  for (const [shape, count] of seen) {
    if ((pagesAreReal && count.all >= 2 && count.atEdge === count.all) || (count.all >= 3 && count.insideSentence >= 2))
      heads.everywhere.add(shape)
    if (pagesAreReal && count.named && count.inBody > 0) heads.atEdge.add(shape)
  }
  return heads
}

function isAtEdge(lines: readonly SourceLine[], isPageNumber: readonly boolean[], index: number): boolean {
  return Boolean(
    lines[index]?.afterPage || lines[index + 1]?.afterPage || isPageNumber[index - 1] || isPageNumber[index + 1],
  )
}

function mayRunAhead(text: string): boolean {
  if (text.length < 4 || text.length > 60 || endsSentence(text) || readHeadingMark(text)) return false
  return !/责任|牵头|配合|[,，、]$/.test(text)
}
