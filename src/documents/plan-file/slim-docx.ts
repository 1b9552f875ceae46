import { elements, without } from './xml-elements.ts'

/** The most elements of a document that are read: about 200 pages; each takes some 2 KB while it is read. */
const mostElements = 100_000

/** A document's XML with nothing in it that the text does not need: of the format of runs only bold stays. */
export function slimDocument(xml: string): string {
  const plain = ['w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:lastRenderedPageBreak'].reduce(dropEmpty, xml)
  const kept: string[] = []
  let at = 0
  for (const [start, end] of elements(plain, 'w:rPr')) {
    const isBold = /<w:b(?: w:val="(?:1|true|on)")?\/>/.test(plain.slice(start, end))
    kept.push(plain.slice(at, start), isBold ? '<w:rPr><w:b/></w:rPr>' : '')
    at = end
  }
  return without(kept.join('') + plain.slice(at), 'w:sectPr')
}

/** Whether a document has more elements than are read. */
export function isTooLong(xml: string): boolean {
  let count = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) if (xml[at + 1] !== '/') count++
  return count > mostElements
}

function dropEmpty(xml: string, name: string): string {
  return xml.replace(new RegExp(`<${name}(?: [^<>]{0,300})?/>`, 'g'), '')
}
