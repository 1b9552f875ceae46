import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { plainText } from './inline.ts'
import { withLights } from './lights.ts'
import { RichText } from './rich-text.ts'
import { useScene } from './surface.ts'
import type { Block, Element } from './wire.ts'

/** A `table` block. The first row heads the columns; wide tables scroll, also by keyboard. */
export function TableBlock({ block }: { block: Block }): VNode {
  const { words } = useScene()
  const [head = [], ...body] = block.rows ?? []
  const settings = block.column_settings ?? []
  const attributes = (column: number) => ({
    'data-align': settings[column]?.align ?? 'left',
    'data-wrapped': settings[column]?.is_wrapped ?? false,
  })
  return html`<div class="table-scroll" role="region" tabindex="0" aria-label=${words.table}>
    <table>
      <thead><tr>${head.map((cell, column) => html`<th scope="col" ...${attributes(column)}>${renderCell(cell)}</th>`)}</tr></thead>
      <tbody>${body.map((row) => html`<tr>${row.map((cell, column) => html`<td ...${attributes(column)}>${renderCell(cell)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`
}

function renderCell(cell: Element): ComponentChild {
  if (cell.type === 'rich_text') return html`<${RichText} elements=${cell.elements ?? []} />`
  return withLights(cell.type === 'raw_number' ? plainText(cell.text) || String(cell.value) : plainText(cell.text))
}
