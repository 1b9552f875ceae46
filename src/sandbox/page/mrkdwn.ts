import { emojiGlyph } from './emoji.ts'
import { readReference } from './mrkdwn-reference.ts'
import type { Inline, Passage } from './rich-nodes.ts'

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const marks: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' }

/** An address in running text ends before closing punctuation, ASCII or full-width, and before any Chinese character. */
const bareLink = /^https?:\/\/[^\s<>|\u3000-\u9fff\uff00-\uffef]*[^\s<>|.,;:!?)'"*_~`\u3000-\u9fff\uff00-\uffef]/

/** Undoes Slack's three entities. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
}

/** Reads Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text) into passages. */
export function parseMrkdwn(source: string): Passage[] {
  const pieces = source.split(/```([\s\S]+?)```/)
  return pieces.flatMap((piece, index): Passage[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: decodeEntities(piece.replace(/^\n|\n$/g, '')) }]
    let text = piece
    if (index > 0) text = text.replace(/^\n/, '')
    if (index < pieces.length - 1) text = text.replace(/\n$/, '')
    return text === '' ? [] : parseLines(text)
  })
}

function parseLines(text: string): Passage[] {
  const passages: { quoted: boolean; lines: string[] }[] = []
  let quoteRest = false
  for (const line of text.split('\n')) {
    const rest = /^(?:>>>|&gt;&gt;&gt;) ?(.*)$/.exec(line)
    const quote = rest ?? /^(?:>|&gt;) ?(.*)$/.exec(line)
    if (rest) quoteRest = true
    const quoted = quote !== null || quoteRest
    const last = passages.at(-1)
    const content = quote?.[1] ?? line
    if (last && last.quoted === quoted) last.lines.push(content)
    else passages.push({ quoted, lines: [content] })
  }
  return passages.map(({ quoted, lines }) => ({
    kind: quoted ? 'quote' : 'lines',
    children: parseInline(lines.join('\n')),
  }))
}

/** Slack formats only between spaces and ASCII punctuation: a letter, a digit or a Chinese character is no boundary. */
function isBoundary(char: string | undefined): boolean {
  return char === undefined || /[\s!-/:-@[-`{-~]/.test(char)
}

/** Reads one run of mrkdwn without blocks of code or quotes. */
export function parseInline(source: string): Inline[] {
  const nodes: Inline[] = []
  let plain = ''
  const push = (node: Inline) => {
    if (plain) nodes.push({ kind: 'text', text: decodeEntities(plain) })
    plain = ''
    nodes.push(node)
  }
  let at = 0
  while (at < source.length) {
    const found = readNode(source, at)
    if (found) push(found.node)
    else plain += source[at]
    at = found ? found.end : at + 1
  }
  if (plain) nodes.push({ kind: 'text', text: decodeEntities(plain) })
  return nodes
}

type Found = { node: Inline; end: number }

function readNode(source: string, at: number): Found | null {
  const char = source[at] ?? ''
  if (char === '<') return readAngle(source, at)
  if (char === ':') return readEmoji(source, at)
  if (char === '`') return readCode(source, at)
  if (char === 'h' && isBoundary(source[at - 1])) return readBareLink(source, at)
  const kind = marks[char]
  return kind ? readMarked(source, at, kind) : null
}

function readAngle(source: string, at: number): Found | null {
  const match = /^<([^<>\n]+)>/.exec(source.slice(at))
  const node = match && readReference(match[1] ?? '', decodeEntities)
  return node ? { node, end: at + match[0].length } : null
}

function readEmoji(source: string, at: number): Found | null {
  const match = /^:([a-z0-9_+'-]+):/.exec(source.slice(at, at + 80))
  const glyph = match && emojiGlyph(match[1] ?? '')
  return glyph ? { node: { kind: 'emoji', name: match[1] ?? '', glyph }, end: at + match[0].length } : null
}

function readCode(source: string, at: number): Found | null {
  const close = closing(source, at, '`')
  if (close < 0) return null
  return { node: { kind: 'code', text: decodeEntities(source.slice(at + 1, close)) }, end: close + 1 }
}

function readBareLink(source: string, at: number): Found | null {
  const match = bareLink.exec(source.slice(at))
  if (!match) return null
  const url = decodeEntities(match[0])
  return { node: { kind: 'link', url, children: [{ kind: 'text', text: url }] }, end: at + match[0].length }
}

function readMarked(source: string, at: number, kind: 'bold' | 'italic' | 'strike'): Found | null {
  const close = closing(source, at, source[at] ?? '')
  if (close < 0) return null
  return { node: { kind, children: parseInline(source.slice(at + 1, close)) }, end: close + 1 }
}

/** Where the mark opened at `at` closes, on the same line, or -1. References in angle brackets are stepped over. */
function closing(source: string, at: number, mark: string): number {
  const first = source[at + 1]
  if (!isBoundary(source[at - 1]) || first === undefined || /\s/.test(first) || first === mark) return -1
  for (let index = at + 1; index < source.length; index += 1) {
    const char = source[index]
    if (char === '\n') return -1
    const reference = char === '<' && mark !== '`' ? /^<[^<>\n]+>/.exec(source.slice(index)) : null
    if (reference) index += reference[0].length - 1
    else if (char === mark && !/\s/.test(source[index - 1] ?? '') && isBoundary(source[index + 1])) return index
  }
  return -1
}
