import { strToU8, type Zippable, zipSync } from 'fflate'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

function related(parts: readonly string[]): string {
  const items = parts.map((part, index) => {
    const type = part.includes('document') ? 'officeDocument' : part.replace('.xml', '')
    return `<Relationship Id="r${index}" Type="${relations}/${type}" Target="${part}"/>`
  })
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

/** A paragraph's XML; `list` numbers it automatically on a level of list 1. */
export function paragraph(text: string, list?: number): string {
  const level = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list}"/><w:numId w:val="1"/></w:numPr>`
  return `<w:p><w:pPr>${level}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A table's XML, from rows of cells; a cell `^` continues the one above it. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number) => {
    const joined = text === '^' ? '<w:vMerge/>' : rows[row + 1]?.[column] === '^' ? '<w:vMerge w:val="restart"/>' : ''
    return `<w:tc><w:tcPr>${joined}</w:tcPr>${paragraph(text === '^' ? '' : text)}</w:tc>`
  }
  const lines = rows.map(
    (cells, row) => `<w:tr>${cells.map((text, column) => cell(text, row, column)).join('')}</w:tr>`,
  )
  return `<w:tbl>${lines.join('')}</w:tbl>`
}

/** List 1: 一、 then (一) then 1. as Chinese documents number automatically. */
export const officialNumbering = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '(%2)'],
  ['decimal', '%3.'],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('')

/** A .docx of a body's XML, with a numbering definition and other files as needed. */
export function buildDocx(
  body: string,
  options: { numbering?: string; prolog?: string; files?: Zippable } = {},
): Uint8Array {
  const { numbering, prolog = '', files = {} } = options
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(related(['word/document.xml'])),
    'word/_rels/document.xml.rels': strToU8(related(numbering ? ['numbering.xml'] : [])),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    ),
    ...files,
  }
  if (numbering) {
    const abstract = `<w:abstractNum w:abstractNumId="7">${numbering}</w:abstractNum>`
    const list = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    parts['word/numbering.xml'] = strToU8(`<?xml version="1.0"?><w:numbering ${word}>${abstract}${list}</w:numbering>`)
  }
  return zipSync(parts)
}
