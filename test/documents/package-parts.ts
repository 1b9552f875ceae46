import { unzipSync } from 'fflate'

/** The parts of a .docx or .xlsx by their paths, as text. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
  )
}

/** One part's text. */
export function partOf(file: Uint8Array, path: string): string {
  const part = partsOf(file)[path]
  if (part === undefined) throw new Error(`there is no part ${path}`)
  return part
}

/** XML with an element a line, for people who read a difference. Texts stay on their element's line. */
export function pretty(xml: string): string {
  const tokens = xml.match(/<[^>]+>|[^<]+/g) ?? []
  const lines: string[] = []
  let depth = 0
  let inText = false
  for (const token of tokens) {
    const closes = token.startsWith('</')
    if (closes) depth -= 1
    if (!token.startsWith('<') || (closes && inText)) lines.push(`${lines.pop() ?? ''}${token}`)
    else lines.push('  '.repeat(depth) + token)
    inText = !token.startsWith('<')
    if (token.startsWith('<') && !closes && !token.endsWith('/>') && !token.startsWith('<?')) depth += 1
  }
  return `${lines.join('\n')}\n`
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** The texts between the tags of a name, in their order, as a reader of XML sees them. */
export function textsOf(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
  )
}
