type Cell = { text: string; columns: number; rows: number }
/** Of a merged cell only so much is repeated: names and numbers, not essays. */
const longestRepeat = 200

type Table = { rows: Cell[][]; depth: number }

/**
 * Turns the HTML that mammoth writes into lines of Markdown: a line a paragraph, `#` for headings, `**` for bold, and
 * `| a | b |` for each row of a table, merged cells repeated in every place they cover.
 */
export function htmlToLines(html: string): string {
  const lines: string[] = []
  let line = ''
  let prefix = ''
  let table = null as Table | null
  const endLine = () => {
    if (line.trim()) lines.push(prefix + line.trim())
    line = ''
    prefix = ''
  }
  for (const [, tag = '', attributes = '', text = ''] of html.matchAll(/<(\/?\w+)([^>]*)>|([^<]+)/g)) {
    const cell: Cell | undefined = table?.rows.at(-1)?.at(-1)
    if (text) {
      if (cell) cell.text += text
      else line += text
    } else if (tag === 'table') {
      endLine()
      table ??= { rows: [], depth: 0 }
      table.depth++
    } else if (tag === '/table' && table) {
      table.depth--
      if (table.depth === 0) {
        lines.push(...writeTable(table.rows))
        table = null
      }
    } else if (table?.depth === 1 && tag === 'tr') table.rows.push([])
    else if (table?.depth === 1 && (tag === 'td' || tag === 'th')) {
      table.rows.at(-1)?.push({ text: '', columns: span(attributes, 'colspan'), rows: span(attributes, 'rowspan') })
    } else if (cell) {
      if (/^(?:\/p|\/li|br|\/h\d)$/.test(tag)) cell.text += ' '
    } else if (tag === 'strong' || tag === '/strong') line += '**'
    else if (/^(?:\/p|\/li|\/h\d|br)$/.test(tag)) endLine()
    else if (/^h\d$/.test(tag)) prefix = `${'#'.repeat(Number(tag[1]))} `
  }
  endLine()
  return lines.map((one) => decodeEntities(one).replaceAll('****', '')).join('\n')
}

function span(attributes: string, name: string): number {
  const count = Number(new RegExp(`${name}="(\\d{1,3})"`).exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(count, 1), 50)
}

function writeTable(rows: readonly Cell[][]): string[] {
  const held: { text: string; rows: number }[] = []
  return rows.map((row) => {
    const cells: string[] = []
    const queue = [...row]
    while (queue.length > 0 || (held[cells.length]?.rows ?? 0) > 0) {
      const above = held[cells.length]
      if (above && above.rows > 0) {
        above.rows--
        cells.push(above.text)
        continue
      }
      const cell = queue.shift()
      if (!cell) break
      const text = cell.text.replaceAll('|', '/').replace(/\s+/g, ' ').trim()
      for (let column = 0; column < cell.columns; column++) {
        const shown = column === 0 ? text : text.slice(0, longestRepeat)
        held[cells.length] = { text: text.slice(0, longestRepeat), rows: cell.rows - 1 }
        cells.push(shown)
      }
    }
    return `| ${cells.join(' | ')} |`
  })
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
