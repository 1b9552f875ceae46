import { type Inline, isSafeUrl } from './rich-nodes.ts'

/** A block of markdown. `level` is 1–6 for headings; list items are runs of inline text. */
export type MarkdownBlock =
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'preformatted'; text: string }
  | { kind: 'rule' }

const itemPattern = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/

/** Reads the part of markdown that the `markdown` block needs; anything else, HTML above all, stays plain text. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  const lines = source.split('\n')
  let at = 0
  const takeWhile = (test: (line: string) => boolean) => {
    const start = at
    while (at < lines.length && test(lines[at] ?? '')) at += 1
    return lines.slice(start, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    if (line.trim() === '') {
      at += 1
    } else if (line.startsWith('```')) {
      at += 1
      const text = takeWhile((next) => !next.startsWith('```')).join('\n')
      at += 1
      blocks.push({ kind: 'preformatted', text })
    } else if (heading) {
      at += 1
      blocks.push({ kind: 'heading', level: (heading[1] ?? '#').length, children: markdownInline(heading[2] ?? '') })
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      at += 1
      blocks.push({ kind: 'rule' })
    } else if (itemPattern.test(line)) {
      const ordered = /^\s*\d/.test(line)
      const items = takeWhile((next) => itemPattern.test(next) && /^\s*\d/.test(next) === ordered)
      blocks.push({
        kind: 'list',
        ordered,
        items: items.map((item) => markdownInline(itemPattern.exec(item)?.[2] ?? '')),
      })
    } else if (line.startsWith('>')) {
      const quoted = takeWhile((next) => next.startsWith('>')).map((next) => next.replace(/^> ?/, ''))
      blocks.push({ kind: 'quote', children: markdownInline(quoted.join('\n')) })
    } else {
      const text = takeWhile((next) => next.trim() !== '' && !/^(#{1,6}\s|```|>)/.test(next) && !itemPattern.test(next))
      blocks.push({ kind: 'paragraph', children: markdownInline(text.join('\n')) })
    }
  }
  return blocks
}

const inlinePattern =
  /`([^`\n]+)`|\*\*(\S(?:[\s\S]*?\S)?)\*\*|~~(\S(?:[\s\S]*?\S)?)~~|\*(\S(?:[^*]*?\S)?)\*|(?<!\w)_(\S(?:[^_]*?\S)?)_(?!\w)|\[([^\]\n]+)\]\(([^)\s]+)\)/

/** Reads inline markdown: bold, italic, strike, code and links with a safe address. */
export function markdownInline(text: string): Inline[] {
  const match = inlinePattern.exec(text)
  if (!match) return text ? [{ kind: 'text', text }] : []
  const [whole, code, bold, strike, star, underscore, label, url] = match
  const italic = star ?? underscore
  const before: Inline[] = match.index > 0 ? [{ kind: 'text', text: text.slice(0, match.index) }] : []
  const rest = markdownInline(text.slice(match.index + whole.length))
  const node: Inline = code
    ? { kind: 'code', text: code }
    : bold
      ? { kind: 'bold', children: markdownInline(bold) }
      : strike
        ? { kind: 'strike', children: markdownInline(strike) }
        : italic
          ? { kind: 'italic', children: markdownInline(italic) }
          : url && label && isSafeUrl(url)
            ? { kind: 'link', url, children: markdownInline(label) }
            : { kind: 'text', text: whole }
  return [...before, node, ...rest]
}
