import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { emojiGlyph } from './emoji.ts'
import { renderInline } from './inline.ts'
import type { Inline } from './rich-nodes.ts'
import { type Scene, useScene } from './surface.ts'
import type { Element, InlineStyle } from './wire.ts'

/** A `rich_text` block, or the content of a rich table cell. */
export function RichText({ elements }: { elements: Element[] }): VNode {
  const scene = useScene()
  return html`<div class="rich-text">${elements.map((element) => renderPart(element, scene))}</div>`
}

function renderPart(part: Element, scene: Scene): ComponentChild {
  const children = () => renderInline((part.elements ?? []).map(toInline), scene)
  switch (part.type) {
    case 'rich_text_section':
      return html`<div class="lines">${children()}</div>`
    case 'rich_text_quote':
      return html`<blockquote>${children()}</blockquote>`
    case 'rich_text_preformatted':
      return html`<pre tabindex="0">${children()}</pre>`
    case 'rich_text_list':
      return renderList(part, scene)
    default:
      return html`<p class="unknown">未知组件 / Unknown block: ${part.type}</p>`
  }
}

const orderedTypes = ['1', 'a', 'i'] as const

function renderList(list: Element, scene: Scene): VNode {
  const indent = Math.min(Math.max(list.indent ?? 0, 0), 8)
  const items = (list.elements ?? []).map(
    (item) => html`<li>${renderInline((item.elements ?? []).map(toInline), scene)}</li>`,
  )
  const shared = { class: list.border ? 'bordered' : '', 'data-indent': indent }
  if (list.style !== 'ordered') return html`<ul ...${shared}>${items}</ul>`
  return html`<ol ...${shared} type=${orderedTypes[indent % 3]} start=${(list.offset ?? 0) + 1}>${items}</ol>`
}

/** Turns one inline element of rich_text into an inline node, wrapped in its styles. */
export function toInline(element: Element): Inline {
  const style = typeof element.style === 'object' ? element.style : {}
  return styled(bare(element), style)
}

function bare(element: Element): Inline {
  const text = typeof element.text === 'string' ? element.text : ''
  const url = element.url ?? ''
  switch (element.type) {
    case 'text':
      return { kind: 'text', text }
    case 'link':
      return { kind: 'link', url, children: [{ kind: 'text', text: text || url }] }
    case 'user':
      return { kind: 'user', id: element.user_id ?? '' }
    case 'channel':
      return { kind: 'channel', id: element.channel_id ?? '' }
    case 'usergroup':
      return { kind: 'group', id: element.usergroup_id ?? '' }
    case 'broadcast':
      return { kind: 'broadcast', range: element.range ?? 'here' }
    case 'emoji': {
      const name = element.name ?? ''
      const glyph = fromCodePoints(element.unicode) ?? emojiGlyph(name)
      return glyph ? { kind: 'emoji', name, glyph } : { kind: 'text', text: `:${name}:` }
    }
    case 'date': {
      const at = (element.timestamp ?? 0) * 1000
      const fallback = element.fallback ?? ''
      return { kind: 'date', at, format: element.format ?? '{date_num}', fallback, ...(url ? { url } : {}) }
    }
    case 'color':
      return { kind: 'code', text: String(element.value ?? '') }
    default:
      return { kind: 'text', text: `未知组件 / Unknown element: ${element.type}` }
  }
}

function fromCodePoints(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[0-9a-f]{1,6}(-[0-9a-f]{1,6})*$/i.test(unicode)) return undefined
  const points = unicode.split('-').map((part) => Number.parseInt(part, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined
}

function styled(node: Inline, style: InlineStyle): Inline {
  let inner: Inline = style.code && node.kind === 'text' ? { kind: 'code', text: node.text } : node
  if (style.strike) inner = { kind: 'strike', children: [inner] }
  if (style.underline) inner = { kind: 'underline', children: [inner] }
  if (style.italic) inner = { kind: 'italic', children: [inner] }
  if (style.bold) inner = { kind: 'bold', children: [inner] }
  return inner
}
