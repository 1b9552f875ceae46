import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { plainText } from './inline.ts'
import { withLights } from './lights.ts'
import { MenuButton } from './menu.ts'
import { isSafeUrl } from './rich-nodes.ts'
import { useScene, useSurface } from './surface.ts'
import type { Element } from './wire.ts'

type Props = { element: Element; blockId: string }
type MenuProps = Props & { /** What the menu is about, for assistive technology. */ label?: string | undefined }

/** A button. While its action is under way it cannot be pressed again; one with an address opens that, too. */
export function ButtonElement({ element, blockId }: Props): VNode {
  const surface = useSurface()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    if (busy || !(await surface.ask(element.confirm))) return
    setBusy(true)
    await surface.act(blockId, element, element.value ?? null)
    setBusy(false)
  }
  const shared = {
    class: 'block-button',
    'data-style': typeof element.style === 'string' ? element.style : undefined,
    'data-block-id': blockId,
    'data-action-id': element.action_id,
    'aria-label': element.accessibility_label,
    'aria-busy': busy ? 'true' : undefined,
  }
  const face = withLights(plainText(element.text))
  if (element.url && isSafeUrl(element.url)) {
    return html`<a href=${element.url} target="_blank" rel="noopener noreferrer" ...${shared} onClick=${() => void press()}>${face}</a>`
  }
  return html`<button type="button" ...${shared} aria-disabled=${busy ? 'true' : undefined} onClick=${() => void press()}>${face}</button>`
}

/** An overflow menu. */
export function OverflowElement({ element, blockId, label }: MenuProps): VNode {
  const { words } = useScene()
  const surface = useSurface()
  const items = (element.options ?? []).map((option) => {
    const url = (option as { url?: string }).url
    return {
      key: option.value,
      label: plainText(option.text),
      ...(option.description ? { description: plainText(option.description) } : {}),
      ...(url && isSafeUrl(url) ? { url } : {}),
      choose: () =>
        void surface
          .ask(element.confirm)
          .then((yes) => (yes ? surface.act(blockId, element, option.value) : undefined)),
    }
  })
  const attributes = { 'data-block-id': blockId, 'data-action-id': element.action_id }
  return html`<${MenuButton} label=${label ? words.moreFor(label) : words.more} face="⋯" items=${items} empty="" class="overflow" attributes=${attributes} />`
}
