import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { Avatar } from './avatar.ts'
import { userName } from './inline.ts'
import { channelsOf, formatPlace, HOME, type Place } from './place.ts'
import { moveFocus } from './roving.ts'
import { type Scene, useScene } from './surface.ts'
import { type ReadMarks, unreadCount } from './unread.ts'
import type { Channel } from './wire.ts'
import type { Locale } from './words.ts'

type Props = {
  place: Place
  marks: ReadMarks
  go: (place: Place) => void
  setLocale: (locale: Locale) => void
  /** The clock. */
  children?: ComponentChildren
}

/** Workspace name, persona, language, channels, direct messages, home and clock. */
export function Sidebar({ place, marks, go, setLocale, children }: Props): VNode {
  const scene = useScene()
  const { workspace, user, words, locale } = scene
  const mine = channelsOf(user, workspace)
  const unreadOf = (channel: string, person = user) => unreadCount(workspace.messages, marks, person, channel)
  const item = (id: string, face: ComponentChildren, count: number) => html`<li key=${id}>
    <a class="nav-item" href=${formatPlace({ user, channel: id })} data-channel=${id} data-unread=${count > 0} aria-current=${place.channel === id ? 'page' : undefined}>
      <span class="nav-name">${face}</span>${count > 0 && html`<span class="unread" aria-label=${words.unread(count)}>${count}</span>`}
    </a></li>`
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) =>
    moveFocus(event, event.currentTarget, '.nav-item')
  const people = workspace.users.filter((one) => !one.is_bot)
  const waiting = (person: string) =>
    workspace.channels
      .filter((one) => one.is_im && one.members.includes(person))
      .reduce((sum, one) => sum + unreadOf(one.id, person), 0)
  return html`<nav class="sidebar" aria-label=${words.sidebar}>
    <header>
      <h1>${workspace.team.name}</h1>
      <p class="app-state" data-connected=${workspace.app.connected}>${workspace.app.connected ? words.online : words.workspace}</p>
    </header>
    <div class="persona">
      <label for="persona">${words.persona}</label>
      <div class="persona-row">
        <${Avatar} id=${user} name=${userName(user, scene)} />
        <select id="persona" data-testid="persona" value=${user} onChange=${(event: { currentTarget: HTMLSelectElement }) => go({ user: event.currentTarget.value, channel: place.channel })}>
          ${people.map((one) => html`<option value=${one.id} selected=${one.id === user}>${personLabel(one, waiting(one.id))}</option>`)}
        </select>
      </div>
      <fieldset class="locale"><legend class="visually-hidden">${words.language}</legend>
        ${(['zh-CN', 'en-US'] as const).map((one) => html`<button type="button" lang=${one} data-testid=${`locale-${one}`} aria-pressed=${locale === one} onClick=${() => setLocale(one)}>${one === 'zh-CN' ? '中文' : 'English'}</button>`)}
      </fieldset>
    </div>
    <div class="nav-lists" onKeyDown=${onKeyDown}>
      <h2 id="nav-channels">${words.channels}</h2>
      <ul aria-labelledby="nav-channels">${mine.filter((one) => !one.is_im).map((one) => item(one.id, html`<span class="hash" aria-hidden="true">#</span>${one.name}`, unreadOf(one.id)))}</ul>
      <h2 id="nav-direct">${words.directMessages}</h2>
      <ul aria-labelledby="nav-direct">${mine.filter((one) => one.is_im).map((one) => item(one.id, directName(one, scene), unreadOf(one.id)))}</ul>
      <h2 id="nav-apps">${words.apps}</h2>
      <ul aria-labelledby="nav-apps">${item(HOME, html`${workspace.app.name} · ${words.home}`, 0)}</ul>
    </div>
    ${children}
  </nav>`
}

function personLabel(user: { real_name: string; name: string; title?: string }, waiting: number): string {
  const title = user.title ? ` · ${user.title}` : ''
  return `${user.real_name || user.name}${title}${waiting > 0 ? ` (${waiting})` : ''}`
}

/** What a direct conversation is called: the app, or the other person. */
export function directName(channel: Channel, scene: Scene): string {
  const { workspace, user } = scene
  if (channel.members.includes(workspace.app.bot_user) || channel.user === user) return workspace.app.name
  const other = channel.members.find((member) => member !== user) ?? channel.user ?? ''
  return userName(other, scene)
}
