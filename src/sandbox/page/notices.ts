import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useScene } from './surface.ts'

/** Something a person must read; it stays until they dismiss it or act again. */
export type Notice = { id: number; text: string }

/** The notices, announced as they come. */
export function Notices({ notices, dismiss }: { notices: Notice[]; dismiss: (id: number) => void }): VNode {
  const { words } = useScene()
  return html`<div class="notices" role="alert" data-testid="notices">
    ${notices.map((notice) => html`<p key=${notice.id} class="notice"><span>${notice.text}</span><button type="button" class="plain-button" onClick=${() => dismiss(notice.id)}>${words.dismiss}</button></p>`)}
  </div>`
}
