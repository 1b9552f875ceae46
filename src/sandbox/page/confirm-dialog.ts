import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Dialog } from './dialog.ts'
import { plainText, TextObject } from './inline.ts'
import { useScene } from './surface.ts'
import type { Confirm } from './wire.ts'

/** Asks before an action, in the app's words where it gave some. */
export function ConfirmDialog({ confirm, answer }: { confirm: Confirm; answer: (yes: boolean) => void }): VNode {
  const { words } = useScene()
  return html`<${Dialog} class="dialog small" testId="confirm" labelledBy="confirm-title" onCancel=${() => answer(false)}>
    <header><h2 id="confirm-title">${plainText(confirm.title) || words.confirmTitle}</h2></header>
    <div class="dialog-body"><${TextObject} text=${confirm.text} /></div>
    <footer>
      <button type="button" class="block-button" data-testid="confirm-deny" onClick=${() => answer(false)}>${plainText(confirm.deny) || words.cancel}</button>
      <button type="button" class="block-button" data-testid="confirm-yes" data-style=${confirm.style ?? 'primary'} onClick=${() => answer(true)}>${plainText(confirm.confirm) || words.confirm}</button>
    </footer>
  <//>`
}
