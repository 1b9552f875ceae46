import { endsSentence, fold, visualWidth } from './characters.ts'
import type { SourceLine } from './source-lines.ts'

/** How the lines of a text were broken: whether a break ends a paragraph, and what joins two lines of one. */
export type LineBreaks = {
  /** whether a paragraph ends between two neighbouring lines, as far as the layout tells */
  between: (before: SourceLine, after: SourceLine) => boolean
  /** the text that belongs between two lines of one paragraph */
  glue: (before: SourceLine, after: SourceLine) => string
}

/**
 * Reads the layout of a text. A line that leaves room for what follows it ends its paragraph; the width is that of
 * all but the longest fiftieth of the lines, in columns and in characters (text may be broken by either). Indents and
 * blank lines count where the text uses them for paragraphs: PDF text has blank lines inside sentences.
 */
export function readLineBreaks(lines: readonly SourceLine[]): LineBreaks {
  const prose = lines.filter((line) => !line.cells)
  const margin = leftMargin(prose.map((line) => line.indent))
  const indented = (line: SourceLine) => Math.max(0, Math.min(line.indent - margin, 8)) + visualWidth(line.text)
  const columns = prose.map(indented).sort((a, b) => b - a)
  const skipped = Math.floor(columns.length / 50)
  const width = columns[skipped] ?? 0
  const longest = prose.reduce((most, line) => Math.max(most, line.rawLength), 0)
  const longestCount = prose.filter((line) => line.rawLength === longest).length
  const isIndented = (line: SourceLine) => line.indent >= margin + 2 && line.indent <= margin + 8

  const isFull = (line: SourceLine, next: SourceLine) =>
    line.rawLength >= longest || indented(line) + firstTokenWidth(next.text) + 3 > width

  const blanks = { all: 0, insideSentence: 0 }
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || !line.afterBlank || line.cells || before.cells) continue
    blanks.all++
    if (isFull(before, line) && !endsSentence(before.text)) blanks.insideSentence++
  }
  const blankMeans = blanks.insideSentence * 10 <= blanks.all

  return {
    between: (before, after) =>
      after.starts ||
      before.headingLevel > 0 ||
      before.cells !== null ||
      (!runsOn(before, after) && (isIndented(after) || (blankMeans && after.afterBlank) || !isFull(before, after))),
    glue: (before, after) => {
      const pair = before.text.slice(-1) + after.text.slice(0, 1)
      if (/^[a-z][A-Z]$/.test(pair)) return ' '
      if (!/^[a-z][a-z]$/.test(pair)) return ''
      const brokenByCharacters = longestCount > 1 && before.rawLength === longest
      return brokenByCharacters ? '' : ' '
    },
  }
}

/** The indent of lines that are not set in: the smallest that a tenth of them share. */
function leftMargin(indents: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const indent of indents) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count * 10 >= indents.length).map(([indent]) => indent)
  return shared.reduce((least, indent) => Math.min(least, indent), shared[0] ?? 0)
}

/** Whether a sentence plainly runs on from one line to the next, however short the line is. */
function runsOn(before: SourceLine, after: SourceLine): boolean {
  const [last, first] = [fold(before.text.slice(-1)), fold(after.text.slice(0, 1))]
  if (/[,、。;:!?)”’》]/.test(first) || /[,、(“‘《]/.test(last)) return true
  return (
    (/\d/.test(last) && /[年月日号亿万千百元家个项%]/.test(first)) ||
    (/\d/.test(first) && /\d[-—–~～至]$/.test(fold(before.text.slice(-2))))
  )
}

/** Columns of the first piece of a line that no typesetter breaks: a word or number, or one ideograph with its stop. */
function firstTokenWidth(text: string): number {
  const token = /^(?:[A-Za-z0-9.%+-]{1,20}|.)[,.;:!?)。、”’》]{0,2}/u.exec(fold(text.slice(0, 24)))
  return visualWidth(token?.[0] ?? '')
}
