import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = { class: string; testId: string; labelledBy: string; onCancel: () => void; children?: ComponentChildren }

/** A modal dialog: the browser keeps the focus inside, Esc asks to cancel, and closing gives the focus back. */
export function Dialog({ class: className, testId, labelledBy, onCancel, children }: Props): VNode {
  const root = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = root.current
    const before = document.activeElement
    dialog?.showModal()
    focusFirst(dialog)
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

function focusFirst(dialog: HTMLElement | null): void {
  const first = dialog?.querySelector<HTMLElement>(
    '.dialog-body :is(input, select, textarea):not([disabled]), .dialog-body button, footer button',
  )
  first?.focus()
}
