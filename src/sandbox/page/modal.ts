import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Blocks } from './blocks.ts'
import { Dialog, focusIn } from './dialog.ts'
import { checkForm, collectValues } from './form.ts'
import { plainText } from './inline.ts'
import { type Surface, SurfaceContext, useScene } from './surface.ts'
import type { FieldValues, OpenView } from './wire.ts'

type Props = {
  open: OpenView
  surface: Surface
  /** View id → a selector of what had the focus there last, for when a modal above has gone. */
  focused: Map<string, string>
  submit: (values: FieldValues) => Promise<unknown>
  close: () => void
}

/** The open modal on top of a person's stack. What was typed stays until the modal is gone. */
export function Modal({ open, surface, focused, submit, close }: Props): VNode {
  const { words } = useScene()
  const [found, setFound] = useState<Record<string, string> | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { view } = open
  const errors = found ?? open.errors ?? {}
  const count = Object.keys(errors).length
  useEffect(() => {
    if (count === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const control = wrong?.matches('input, select, textarea') ? wrong : wrong?.querySelector('input')
    control?.focus()
  }, [found, JSON.stringify(open.errors)])
  useEffect(() => setFound(null), [view.hash])
  // An update may take away the control that had the focus; the page behind must not get it.
  useLayoutEffect(() => {
    if (!form.current?.contains(document.activeElement)) focusIn(form.current, focused.get(open.id))
  }, [view.hash])
  const onFocus = ({ target }: FocusEvent) => {
    const { blockId, actionId } = (target as HTMLElement).closest<HTMLElement>('[data-block-id]')?.dataset ?? {}
    if (blockId && actionId)
      focused.set(open.id, `[data-block-id="${CSS.escape(blockId)}"][data-action-id="${CSS.escape(actionId)}"]`)
  }
  const onSubmit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    const problems = checkForm(view, surface.values, words)
    const fine = Object.keys(problems).length === 0
    setFound(fine ? null : problems)
    if (!fine) return
    setBusy(true)
    await submit(collectValues(view, surface.values))
    setBusy(false)
  }
  const titleId = `modal-${open.id}`
  return html`<${Dialog} class="dialog" testId="modal" labelledBy=${titleId} first=${focused.get(open.id)} onCancel=${close}>
    <form ref=${form} novalidate onSubmit=${onSubmit} onFocusIn=${onFocus} data-view-id=${open.id}>
      <header>
        ${open.previous_id && html`<button type="button" class="plain-button" aria-label=${words.back} title=${words.back} onClick=${close}>←</button>`}
        <h2 id=${titleId}>${plainText(view.title)}</h2>
        <button type="button" class="plain-button" data-testid="modal-close" aria-label=${words.close} title=${words.close} onClick=${close}>×</button>
      </header>
      <div class="dialog-body">
        <p class="form-errors" role="alert">${count > 0 && words.formErrors(count)}</p>
        <${SurfaceContext.Provider} value=${{ ...surface, errors }}><${Blocks} blocks=${view.blocks} scope=${open.id} /><//>
      </div>
      <footer>
        <button type="button" class="block-button" data-testid="modal-cancel" onClick=${close}>${plainText(view.close) || (view.submit ? words.cancel : words.close)}</button>
        ${view.submit && html`<button type="submit" class="block-button" data-style="primary" data-testid="modal-submit" aria-busy=${busy} aria-disabled=${busy}>${busy ? words.sending : plainText(view.submit) || words.submit}</button>`}
      </footer>
    </form>
  <//>`
}
