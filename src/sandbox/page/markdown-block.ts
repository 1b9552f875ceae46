import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { renderInline } from './inline.ts'
import { type MarkdownBlock, parseMarkdown } from './markdown.ts'
import { type Scene, useScene } from './surface.ts'

/** A `markdown` block. */
export function Markdown({ text }: { text: string }): VNode {
  const scene = useScene()
  return html`<div class="markdown">${parseMarkdown(text).map((block) => renderBlock(block, scene))}</div>`
}

function renderBlock(block: MarkdownBlock, scene: Scene): VNode {
  switch (block.kind) {
    case 'heading':
      return html`<div role="heading" aria-level=${Math.min(block.level + 2, 6)} class="md-heading">${renderInline(block.children, scene)}</div>`
    case 'rule':
      return html`<hr />`
    case 'preformatted':
      return html`<pre tabindex="0">${block.text}</pre>`
    case 'quote':
      return html`<blockquote>${renderInline(block.children, scene)}</blockquote>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${renderInline(item, scene)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    default:
      return html`<p class="lines">${renderInline(block.children, scene)}</p>`
  }
}
