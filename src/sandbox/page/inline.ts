import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { withEmoji } from './emoji.ts'
import { addressFor } from './file-address.ts'
import { withLights } from './lights.ts'
import { parseMrkdwn } from './mrkdwn.ts'
import { type Inline, isSafeUrl, type Passage } from './rich-nodes.ts'
import { fillDateFormat } from './slack-date.ts'
import { type Scene, useScene } from './surface.ts'
import type { Text } from './wire.ts'
import { formatInstant } from './zone.ts'

const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' }

/** Draws inline nodes. All text becomes text nodes, never markup. */
export function renderInline(nodes: Inline[], scene: Scene): ComponentChild[] {
  return nodes.map((node) => renderNode(node, scene))
}

function renderNode(node: Inline, scene: Scene): ComponentChild {
  switch (node.kind) {
    case 'text':
      return withLights(node.text)
    case 'code':
      return html`<code>${node.text}</code>`
    case 'link':
      return isSafeUrl(node.url)
        ? link(node.url, renderInline(node.children, scene), scene)
        : renderInline(node.children, scene)
    case 'emoji':
      return html`<span role="img" aria-label=${node.name} class="emoji">${withLights(node.glyph)}</span>`
    case 'user':
      return html`<span class="mention" data-self=${node.id === scene.user}>@${userName(node.id, scene, node.label)}</span>`
    case 'channel':
      return html`<span class="mention">#${channelName(node.id, scene, node.label)}</span>`
    case 'group':
      return html`<span class="mention">@${groupName(node.id, scene, node.label)}</span>`
    case 'broadcast':
      return html`<span class="mention">@${node.range}</span>`
    case 'date':
      return renderDate(node, scene)
    default:
      return html`<${tags[node.kind]}>${renderInline(node.children, scene)}<//>`
  }
}

function renderDate(node: Inline & { kind: 'date' }, scene: Scene): ComponentChild {
  const full = formatInstant(node.at, scene.locale, { dateStyle: 'full', timeStyle: 'short' })
  const time = html`<time dateTime=${new Date(node.at).toISOString()} title=${full}>${fillDateFormat(node.format, node.at, scene)}</time>`
  return node.url && isSafeUrl(node.url) ? link(node.url, time, scene) : time
}

/** A link; to a file of the workspace, it is opened as the person who looks at the page. */
function link(url: string, children: ComponentChild, { user }: Scene): VNode {
  const isFile = url.startsWith(`${location.origin}/files/`)
  return html`<a href=${isFile ? addressFor(url, user) : url} target="_blank" rel="noopener noreferrer">${children}</a>`
}

/** A person's name as others read it; the id where the workspace does not know them. */
export function userName(id: string, { workspace }: Scene, label = id): string {
  const user = workspace.users.find((one) => one.id === id)
  return user?.real_name || user?.name || label
}

/** A channel's name without its `#`; the id where the workspace does not know it. */
function channelName(id: string, { workspace }: Scene, label = id): string {
  return workspace.channels.find((one) => one.id === id)?.name || label
}

function groupName(id: string, { workspace }: Scene, label = id): string {
  return workspace.usergroups?.find((one) => one.id === id)?.handle || label
}

function renderPassage(passage: Passage, scene: Scene): VNode {
  if (passage.kind === 'preformatted') return html`<pre tabindex="0">${passage.text}</pre>`
  const children = renderInline(passage.children, scene)
  return passage.kind === 'quote'
    ? html`<blockquote>${children}</blockquote>`
    : html`<div class="lines">${children}</div>`
}

/** A run of mrkdwn. */
export function Mrkdwn({ text }: { text: string }): VNode {
  const scene = useScene()
  return html`<div class="mrkdwn">${parseMrkdwn(text).map((passage) => renderPassage(passage, scene))}</div>`
}

/** A text object: mrkdwn is formatted, plain text only gets its emoji. */
export function TextObject({ text }: { text: Text | string | null | undefined }): VNode {
  if (typeof text === 'object' && text?.type === 'mrkdwn') return html`<${Mrkdwn} text=${text.text} />`
  return html`<span class="plain">${withLights(plainText(text))}</span>`
}

/** The words of a text object, for labels. */
export function plainText(text: Text | string | null | undefined): string {
  if (!text || typeof text === 'string') return text ?? ''
  return text.type === 'plain_text' && text.emoji === false ? text.text : withEmoji(text.text ?? '')
}
