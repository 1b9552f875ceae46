import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { moveFocus } from './roving.ts'

/** One entry of a menu. With `url` it is a link. */
type MenuItem = { key: string; label: string; description?: string; url?: string; choose: () => void }

type Props = {
  label: string
  face: ComponentChild
  items: MenuItem[]
  empty: string
  class?: string
  /** More attributes for the button. */
  attributes?: Record<string, unknown>
}

/** A button that opens a menu: arrows move, Enter chooses, Esc closes and gives the focus back. */
export function MenuButton({ label, face, items, empty, class: className = '', attributes = {} }: Props): VNode {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // At once, not after the next paint: a quick Enter would come before the focus and lose it.
  useLayoutEffect(() => {
    if (!open) return
    placeList(root.current?.querySelector<HTMLElement>('.menu-list'))
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') setOpen(false)
    else moveFocus(event, root.current, '[role=menuitem]')
  }
  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || open) return
    event.preventDefault()
    setOpen(true)
  }
  const choose = (item: MenuItem) => {
    close()
    item.choose()
  }
  const row = (item: MenuItem) => {
    const content = html`<span>${item.label}</span>${item.description && html`<span class="quiet description">${item.description}</span>`}`
    return item.url
      ? html`<a role="menuitem" tabindex="-1" href=${item.url} target="_blank" rel="noopener noreferrer" onClick=${() => choose(item)}>${content}</a>`
      : html`<button type="button" role="menuitem" tabindex="-1" data-menu-key=${item.key} onClick=${() => choose(item)}>${content}</button>`
  }
  return html`<div class="menu ${className}" ref=${root} onKeyDown=${onKeyDown}>
    <button type="button" ref=${button} class="menu-button" title=${label} aria-label=${label} aria-haspopup="menu" aria-expanded=${open} ...${attributes} onClick=${() => setOpen(!open)} onKeyDown=${onButtonKey}>${face}</button>
    ${open && html`<div role="menu" aria-label=${label} class="menu-list">${items.length > 0 ? items.map(row) : html`<p class="quiet" role="menuitem" tabindex="-1">${empty}</p>`}</div>`}
  </div>`
}

/** Turns an open list to where there is room: it drops down and to the left unless what scrolls around it would cut it off. */
function placeList(list: HTMLElement | null | undefined): void {
  const frame = list?.closest('.scroller, .dialog-body, main')?.getBoundingClientRect()
  if (!list || !frame) return
  const { left, bottom, height } = list.getBoundingClientRect()
  const above = (list.parentElement?.getBoundingClientRect().top ?? 0) - frame.top
  if (left < frame.left) list.dataset.align = 'start'
  if (bottom > frame.bottom && above > height) list.dataset.side = 'up'
}
