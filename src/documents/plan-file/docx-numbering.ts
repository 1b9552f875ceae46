import { elements, without } from './xml-elements.ts'

/** How one level of a list writes its numbers. */
type Level = { start: number; format: string; text: string; styleId: string | null }
type NumberedStyle = { numId: string; level: number | null }

/**
 * Word keeps automatic numbers (一、 1. …) beside the text. This writes each into its paragraph, as a reader sees it, and
 * takes the list mark-up away, so that nothing is lost when the text is read. Works on the parts' XML; reads no entities.
 */
export function writeOutNumbers(original: string, numberingXml: string, stylesXml: string): string {
  const lists = readLists(numberingXml)
  if (lists.size === 0) return original
  const documentXml = without(original, 'w:pPrChange')
  const styles = readNumberedStyles(stylesXml)
  const counters = new Map<string, number[]>()
  let out = ''
  let position = 0
  for (const [start, end] of elements(documentXml, 'w:pPr')) {
    const properties = documentXml.slice(start, end)
    const own = readNumbering(properties)
    const styleId = attribute(properties, 'w:pStyle')
    const style = styleId === null ? undefined : styles.get(styleId)
    const numId = own?.numId ?? style?.numId
    const list = numId === undefined ? undefined : lists.get(numId)
    if (!list || numId === '0') continue
    const linked = list.levels.findIndex((level) => level?.styleId === styleId && styleId !== null)
    const depth = own?.level ?? style?.level ?? Math.max(0, linked)
    const number = nextNumber(counters, list, depth)
    out += documentXml.slice(position, start) + properties.replace(/<w:numPr>.{0,400}?<\/w:numPr>/s, '')
    if (number) out += `<w:r><w:t xml:space="preserve">${number} </w:t></w:r>`
    position = end
  }
  return out + documentXml.slice(position)
}

type List = { id: string; levels: (Level | undefined)[] }

function nextNumber(counters: Map<string, number[]>, list: List, depth: number): string {
  const counter = counters.get(list.id) ?? []
  counters.set(list.id, counter)
  const level = list.levels[depth]
  if (!level || depth > 8) return ''
  counter.length = Math.min(counter.length, depth + 1)
  counter[depth] = (counter[depth] ?? level.start - 1) + 1
  if (level.format === 'bullet' || level.format === 'none') return ''
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const at = list.levels[index]
    return writeNumber(counter[index] ?? at?.start ?? 1, at?.format ?? 'decimal')
  })
}

function readLists(xml: string): Map<string, List> {
  const abstracts = new Map<string, (Level | undefined)[]>()
  for (const [start, end] of elements(xml, 'w:abstractNum')) {
    const body = xml.slice(start, end)
    const levels: (Level | undefined)[] = []
    for (const [from, to] of elements(body, 'w:lvl')) {
      const level = body.slice(from, to)
      const depth = Number(/^<w:lvl [^>]{0,200}?w:ilvl="(\d)"/.exec(level)?.[1] ?? 0)
      levels[depth] = {
        start: Number(attribute(level, 'w:start') ?? 1),
        format: attribute(level, 'w:numFmt') ?? 'decimal',
        text: attribute(level, 'w:lvlText') ?? '',
        styleId: attribute(level, 'w:pStyle'),
      }
    }
    abstracts.set(/w:abstractNumId="(\d+)"/.exec(body.slice(0, 400))?.[1] ?? '', levels)
  }
  const lists = new Map<string, List>()
  for (const [start, end] of elements(xml, 'w:num')) {
    const body = xml.slice(start, end)
    const numId = /w:numId="(\d+)"/.exec(body.slice(0, 400))?.[1] ?? ''
    const abstractId = attribute(body, 'w:abstractNumId') ?? ''
    const levels = abstracts.get(abstractId)
    if (!levels) continue
    // lists of one definition count on together, unless one of them starts anew
    lists.set(numId, { id: body.includes('<w:startOverride') ? `num ${numId}` : abstractId, levels })
  }
  return lists
}

function readNumberedStyles(xml: string): Map<string, NumberedStyle> {
  const styles = new Map<string, NumberedStyle>()
  for (const [start, end] of elements(xml, 'w:style')) {
    const body = xml.slice(start, end)
    const numbering = readNumbering(body)
    const id = /w:styleId="([^"]{1,200})"/.exec(body.slice(0, 600))?.[1]
    if (id && numbering?.numId) styles.set(id, { numId: numbering.numId, level: numbering.level })
  }
  return styles
}

function readNumbering(xml: string): { numId: string | undefined; level: number | null } | null {
  const body = /<w:numPr>(.{0,400}?)<\/w:numPr>/s.exec(xml)?.[1]
  if (body === undefined) return null
  const level = attribute(body, 'w:ilvl')
  return { numId: attribute(body, 'w:numId') ?? undefined, level: level === null ? null : Number(level) }
}

function attribute(xml: string, element: string): string | null {
  const at = xml.indexOf(`<${element} `)
  return at === -1 ? null : (/ w:val="([^"<]{0,200})"/.exec(xml.slice(at, at + 600))?.[1] ?? null)
}

const han = '零一二三四五六七八九'

function writeNumber(value: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideograph)/i.test(format) && value > 0 && value < 100) {
    const [tens, ones] = [Math.floor(value / 10), value % 10]
    return `${tens > 1 ? han[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? han[ones] : ''}`
  }
  if (format === 'decimalEnclosedCircle' && value > 0 && value <= 20) return String.fromCodePoint(0x245f + value)
  if (/Letter$/.test(format) && value > 0 && value <= 26) {
    return String.fromCharCode((format.startsWith('upper') ? 64 : 96) + value)
  }
  return String(value)
}
