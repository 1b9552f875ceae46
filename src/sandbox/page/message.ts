import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { Avatar } from './avatar.ts'
import { Blocks } from './blocks.ts'
import { FileCard } from './image.ts'
import { Mrkdwn, userName } from './inline.ts'
import { MenuButton } from './menu.ts'
import { useScene } from './surface.ts'
import type { Message } from './wire.ts'
import { formatInstant, instantOfTs } from './zone.ts'

type Props = {
  message: Message
  joins: boolean
  tabbable: boolean
  runShortcut: (callbackId: string, message: Message) => void
  /** Wraps the blocks in the surface that their fields need. */
  withSurface: (message: Message, children: ComponentChildren) => VNode
  children?: ComponentChildren
}

/** One message: who, when, its text or blocks, files, and the menu of shortcuts. */
export function MessageView({ message, joins, tabbable, runShortcut, withSurface, children }: Props): VNode {
  const scene = useScene()
  const { words, locale, workspace } = scene
  const author = workspace.users.find((one) => one.id === message.user)
  const bot = author?.is_bot === true
  const name = message.user === workspace.app.bot_user ? workspace.app.name : userName(message.user, scene)
  const at = instantOfTs(message.ts)
  const time = formatInstant(at, locale, { hour: 'numeric', minute: '2-digit' })
  const full = formatInstant(at, locale, { dateStyle: 'full', timeStyle: 'medium' })
  const items = workspace.shortcuts
    .filter((one) => one.type === 'message')
    .map((one) => ({
      key: one.callback_id,
      label: one.name,
      ...(one.description ? { description: one.description } : {}),
      choose: () => runShortcut(one.callback_id, message),
    }))
  const content = message.blocks?.length
    ? withSurface(message, html`<${Blocks} blocks=${message.blocks} scope=${`m${message.ts}`} />`)
    : html`<${Mrkdwn} text=${message.text} />`
  return html`<li class="message" data-ts=${message.ts} data-joins=${joins} data-ephemeral=${message.ephemeral_for !== undefined} tabindex=${tabbable ? 0 : -1}>
    ${joins ? html`<time class="gutter-time" title=${full}>${time}</time>` : html`<${Avatar} id=${message.user} name=${name} bot=${bot} />`}
    <article class="message-body" aria-label=${`${name} ${time}`}>
      ${!joins && html`<header><span class="author">${name}</span>${bot && html`<span class="badge">${words.app}</span>`}<time class="quiet" title=${full}>${time}</time></header>`}
      ${message.ephemeral_for && html`<p class="only-you">${words.onlyYou}</p>`}
      ${content}
      ${Boolean(message.edited) && html`<span class="quiet edited">(${words.edited})</span>`}
      ${(message.files ?? []).map((file) => html`<${FileCard} key=${file.id} file=${file} />`)}
      ${children}
    </article>
    ${!message.ephemeral_for && html`<${MenuButton} class="message-menu" label=${words.actionsOf(name)} face="⋯" items=${items} empty=${words.noShortcuts} attributes=${{ 'data-testid': 'message-menu' }} />`}
  </li>`
}
