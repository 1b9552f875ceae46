/** How a text is set: by characters or by columns (Chinese takes two), at a width, with what stands between lines. */
export type Setting = { by: 'characters' | 'columns'; width: number; between: string[] }

/** Sets paragraphs (one a line) in lines of a width, as a printer would; `between` are the line breaks used in turn. */
export function wrapPlan(paragraphs: readonly string[], { by, width, between }: Setting): string {
  const lines = paragraphs.flatMap((paragraph) =>
    by === 'characters' ? wrapByCharacters(paragraph, width) : wrapByColumns(paragraph, width),
  )
  return lines.map((line, index) => line + (between[index % between.length] ?? '\n')).join('')
}

function wrapByCharacters(paragraph: string, width: number): string[] {
  const characters = [...paragraph]
  const lines: string[] = []
  for (let at = 0; at < characters.length; at += width) lines.push(characters.slice(at, at + width).join(''))
  return lines
}

function wrapByColumns(paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const token of paragraph.match(/[A-Za-z0-9.%]+[,.;:!?)。、”’》]*|.[,.;:!?)。、”’》]*/gu) ?? []) {
    if (line && columns(line + token) > width) {
      lines.push(line)
      line = ''
    }
    line += token
  }
  return line ? [...lines, line] : lines
}

function columns(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2010 ? 2 : 1), 0)
}
