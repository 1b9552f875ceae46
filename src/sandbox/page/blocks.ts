import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { ChartBlock } from './chart.ts'
import { ElementView, Unknown } from './element.ts'
import { blockIdOf } from './form.ts'
import { FileCard, ImageBlock } from './image.ts'
import { plainText, TextObject } from './inline.ts'
import { InputBlock } from './input-block.ts'
import { withLights } from './lights.ts'
import { Markdown } from './markdown-block.ts'
import { RichText } from './rich-text.ts'
import { useScene } from './surface.ts'
import { TableBlock } from './table.ts'
import type { Block, Element } from './wire.ts'

type Props = { block: Block; blockId: string; scope: string }

/** A list of blocks. `scope` keeps the ids of controls apart where several lists are on the page. */
export function Blocks({ blocks, scope }: { blocks: Block[]; scope: string }): VNode {
  return html`<div class="blocks">
    ${blocks.map((block, index) => {
      const blockId = blockIdOf(block, index)
      return html`<${GuardedBlock} key=${blockId} block=${block} blockId=${blockId} scope=${scope} />`
    })}
  </div>`
}

/** A block that cannot be drawn must not take the page with it. */
function GuardedBlock(props: Props): ComponentChild {
  const [error] = useErrorBoundary()
  return error ? html`<${Unknown} type=${props.block.type} />` : html`<${BlockView} ...${props} />`
}

function BlockView({ block, blockId, scope }: Props): ComponentChild {
  const { workspace } = useScene()
  switch (block.type) {
    case 'section':
      return html`<${SectionBlock} block=${block} blockId=${blockId} scope=${scope} />`
    case 'header':
      return html`<h3 class="block-header">${withLights(plainText(block.text))}</h3>`
    case 'context':
      return html`<div class="block-context">${renderElements(block.elements, blockId, scope)}</div>`
    case 'divider':
      return html`<hr />`
    case 'actions':
      return html`<div class="block-actions">${renderElements(block.elements, blockId, scope)}</div>`
    case 'input':
      return html`<${InputBlock} block=${block} blockId=${blockId} scope=${scope} />`
    case 'image':
      return html`<${ImageBlock} block=${block} />`
    case 'rich_text':
      return html`<${RichText} elements=${block.elements ?? []} />`
    case 'table':
      return html`<${TableBlock} block=${block} />`
    case 'markdown':
      return html`<${Markdown} text=${plainText(block.text)} />`
    case 'data_visualization':
      return html`<${ChartBlock} block=${block} />`
    case 'file': {
      const file = workspace.files.find((one) => one.id === (block.file_id ?? block.external_id))
      return file ? html`<${FileCard} file=${file} />` : html`<p class="quiet">${block.external_id}</p>`
    }
    default:
      return html`<${Unknown} type=${block.type} />`
  }
}

function renderElements(elements: Element[] = [], blockId: string, scope: string): ComponentChild[] {
  return elements.map((element, index) => {
    const id = `${scope}-${blockId}-${element.action_id ?? index}`
    return html`<${ElementView} key=${element.action_id ?? index} element=${element} blockId=${blockId} id=${id} label=${nameOf(element)} dispatches=${true} />`
  })
}

/** What a control without a visible label is called: its placeholder. */
function nameOf(element: Element): string | undefined {
  return plainText(element.placeholder) || undefined
}

function SectionBlock({ block, blockId, scope }: Props): VNode {
  const { accessory } = block
  const id = `${scope}-${blockId}-${accessory?.action_id ?? 'accessory'}`
  const label = accessory && (nameOf(accessory) ?? plainText(block.text))
  return html`<div class="block-section" data-accessory=${accessory?.type}>
    <div class="section-body">
      ${block.text && html`<${TextObject} text=${block.text} />`}
      ${block.fields && html`<div class="section-fields">${block.fields.map((field) => html`<${TextObject} text=${field} />`)}</div>`}
    </div>
    ${accessory && html`<div class="section-accessory"><${ElementView} element=${accessory} blockId=${blockId} id=${id} label=${label} dispatches=${true} /></div>`}
  </div>`
}
