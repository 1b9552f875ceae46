import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Blocks } from './blocks.ts'
import { useScene } from './surface.ts'

/** The app's home as it published it for this person. */
export function HomePane(): VNode {
  const { workspace, user, words } = useScene()
  const home = workspace.homes.find((one) => one.user === user)
  return html`<div class="scroller"><div class="home" data-testid="home">
    ${home ? html`<${Blocks} blocks=${home.view.blocks} scope="home" />` : html`<p class="quiet empty">${words.noHome}</p>`}
  </div></div>`
}
