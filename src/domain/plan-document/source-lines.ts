import { cleanLine } from './characters.ts'

/** A line that holds something, with what its surroundings say about where paragraphs begin. */
export type SourceLine = {
  /** 1-based in the input */
  no: number
  text: string
  /** characters of the line as it was broken, spaces and all */
  rawLength: number
  /** columns of space before it */
  indent: number
  /** an empty line stands before it */
  afterBlank: boolean
  /** a form feed stands before it */
  afterPage: boolean
  /** Markdown heading level, 0 for none */
  headingLevel: number
  /** the mark-up says that a paragraph begins here */
  starts: boolean
  /** cells of a Markdown table row */
  cells: string[] | null
}

/** Splits a text into its non-empty lines, made plain; Markdown's marks become flags. */
export function readSourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let no = 0
  let afterBlank = false
  for (const raw of text.split(/\r\n|\n|\r/)) {
    no++
    // long runs of spaces say no more than short ones, and cost more
    const pages = raw.replace(/[^\S\f]{40,}/g, (run) => run.slice(0, 40)).split('\f')
    for (const [page, part] of pages.entries()) {
      const afterPage = page > 0
      const indent = readIndent(part)
      // two wide spaces begin every Chinese paragraph; a page's margin is never made of them
      let starts = part.startsWith('\u3000\u3000')
      for (const piece of splitBold(part)) {
        const line = readLine(piece.text)
        if (!line) continue
        lines.push({
          ...line,
          no,
          rawLength: [...piece.text].length,
          indent,
          afterBlank,
          afterPage,
          starts: line.starts || starts || piece.bold,
        })
        afterBlank = false
        starts = piece.bold
      }
      if (!part.trim()) afterBlank = true
    }
  }
  return lines
}

function readIndent(raw: string): number {
  const space = /^[ \t\u3000\u00A0]{0,40}/.exec(raw)?.[0] ?? ''
  let columns = 0
  for (const char of space) columns += char === '\u3000' ? 2 : char === '\t' ? 4 : 1
  return columns
}

type LineContent = Pick<SourceLine, 'text' | 'headingLevel' | 'cells' | 'starts'>

function readLine(raw: string): LineContent | null {
  const cells = readTableRow(raw)
  if (cells)
    return cells.every((cell) => /^:?-*:?$/.test(cell)) ? null : plain(cells.join(' '), { cells, starts: true })
  const heading = /^ {0,3}(#{1,6})\s+/.exec(raw)
  const bullet = /^\s*(?:[*+>•●■◆▪-]|- \[[ x]\])\s+(?!\d{1,4}\s?[-–—]\s*$)/.exec(raw)
  const text = raw
    .slice((heading ?? bullet)?.[0].length ?? 0)
    .replace(/\s+#+\s*$/, '')
    .replace(/\\([.()[\]#*_|+-])/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/^(\s*)([*_])(?=[^\s*_])([^*_]*)\2\s*$/, '$1$3')
  if (/^\s*(?:[-*_=]\s*){3,}$/.test(text)) return null
  return plain(text, { headingLevel: heading?.[1]?.length ?? 0, starts: heading !== null || bullet !== null })
}

function plain(raw: string, rest: Partial<LineContent>): LineContent | null {
  const text = cleanLine(raw)
  return text ? { text, headingLevel: 0, cells: null, starts: false, ...rest } : null
}

function readTableRow(raw: string): string[] | null {
  const row = raw.trim()
  if (!row.startsWith('|') || row.length < 3) return null
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cleanLine(cell.replace(/<br\s*\/?>/g, '、').replace(/\*\*|__|`/g, '')))
}

/** Bold at the start of a line is a heading run into its paragraph: it ends where the bold ends. */
function splitBold(raw: string): { text: string; bold: boolean }[] {
  const match = /^([^*]{0,20})\*\*([^*]{1,120})\*\*(?=\s*[^\s。.:：;；,，、*])/.exec(raw)
  if (!match || !/^[\s>#+-]*(?:[^\s]{1,8}\s*)?$/.test(match[1] ?? '')) return [{ text: raw, bold: false }]
  const head = match[0]
  return [
    { text: head, bold: true },
    { text: raw.slice(head.length), bold: false },
  ]
}
