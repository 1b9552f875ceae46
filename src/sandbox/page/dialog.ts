import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = {
  class: string
  testId: string
  labelledBy: string
  onCancel: () => void
  /** A selector of what gets the focus at first, where it is there; else the first control does. */
  first?: string | undefined
  children?: ComponentChildren
}

/** A modal dialog: the browser keeps the focus inside, Esc asks to cancel, and closing gives the focus back. */
export function Dialog({ class: className, testId, labelledBy, onCancel, first, children }: Props): VNode {
  const root = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = root.current
    const before = document.activeElement
    dialog?.showModal()
    focusIn(dialog, first)
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else document.querySelector<HTMLElement>('[data-testid=composer]')?.focus()
    }
  }, [])
  const cancel = (event: Event) => {
    event.preventDefault()
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) cancel(event)
  }
  return html`<dialog ref=${root} class=${className} data-testid=${testId} aria-labelledby=${labelledBy} aria-modal="true" onKeyDown=${onKeyDown} onCancel=${(event: Event) => event.target === root.current && cancel(event)}>${children}</dialog>`
}

/** Gives the focus to what `wanted` selects in a dialog, else to its first control. */
export function focusIn(dialog: HTMLElement | null, wanted?: string): void {
  const first = '.dialog-body :is(input, select, textarea):not([disabled]), .dialog-body button, footer button'
  const found = wanted ? dialog?.querySelector<HTMLElement>(wanted) : null
  const control = found ?? dialog?.querySelector<HTMLElement>(first)
  control?.focus()
}
