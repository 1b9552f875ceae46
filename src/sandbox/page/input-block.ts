import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { ElementView, isSingleControl, Unknown } from './element.ts'
import { plainText } from './inline.ts'
import { withLights } from './lights.ts'
import { useScene, useSurface } from './surface.ts'
import type { Block } from './wire.ts'

/** An `input` block: label, control, hint, and the error beside it. */
export function InputBlock({ block, blockId, scope }: { block: Block; blockId: string; scope: string }): VNode {
  const { words } = useScene()
  const { errors } = useSurface()
  const { element } = block
  if (!element) return html`<${Unknown} type="input" />`
  const id = `${scope}-${blockId}-${element.action_id ?? 'input'}`
  const error = errors[blockId]
  const label = html`${withLights(plainText(block.label))}${block.optional && html`<span class="quiet optional">${words.optional}</span>`}`
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const single = isSingleControl(element.type)
  return html`<div class="block-input" data-invalid=${Boolean(error)}>
    ${single ? html`<label for=${id} class="input-label">${label}</label>` : html`<div class="input-label">${label}</div>`}
    <${ElementView} element=${element} blockId=${blockId} id=${id} label=${single ? undefined : plainText(block.label)} describedBy=${described} invalid=${Boolean(error)} dispatches=${block.dispatch_action === true} />
    ${error && html`<p id=${`${id}-error`} class="field-error" data-error-for=${blockId}>${error}</p>`}
    ${block.hint && html`<p id=${`${id}-hint`} class="quiet hint">${plainText(block.hint)}</p>`}
  </div>`
}
