import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { ChannelPane } from './channel-pane.ts'
import { ClockPanel } from './clock-panel.ts'
import type { Line } from './completion.ts'
import { Composer } from './composer.ts'
import { ConfirmDialog } from './confirm-dialog.ts'
import { HomePane } from './home-pane.ts'
import { Modal } from './modal.ts'
import { Notices } from './notices.ts'
import { channelsOf, HOME, resolvePlace } from './place.ts'
import { act } from './server.ts'
import { directName, Sidebar } from './sidebar.ts'
import { type Scene, SceneContext, SurfaceContext } from './surface.ts'
import { useNotices } from './use-notices.ts'
import { usePlace } from './use-place.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useSurfaces } from './use-surfaces.ts'
import { useWorkspace } from './use-workspace.ts'
import type { Message, StateValues, View } from './wire.ts'
import { errorText, pageLocale, wordsFor } from './words.ts'

/** The whole page. */
export function App(): VNode {
  const { place: wanted, go, replace } = usePlace()
  const { workspace, now, lost, refresh } = useWorkspace()
  const place = workspace ? resolvePlace(wanted, workspace) : wanted
  const { user } = place
  const locale = pageLocale(workspace?.users.find((one) => one.id === user)?.locale)
  const words = wordsFor(locale)
  const { notices, complain, dismiss, clear } = useNotices()
  const focused = useRef(new Map<string, string>())
  const marks = useReadMarks(workspace, place)

  const perform = async (path: string, body: Record<string, unknown>) => {
    clear()
    const answer = await act(path, body)
    if (!answer.ok && answer.error) complain(errorText(words, answer.error))
    await refresh()
    return answer
  }
  const { surfaceOf, asked } = useSurfaces({ user, words, perform, complain })

  useEffect(() => {
    if (workspace && (place.user !== wanted.user || place.channel !== wanted.channel)) replace(place)
  }, [workspace, place.user, place.channel])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    if (workspace) document.title = workspace.team.name
  }, [workspace?.team.name])
  useEffect(() => {
    if (workspace && place.channel === HOME && user) void perform('home', { user })
  }, [workspace === null, place.channel, user])

  if (!workspace) return html`<p class="loading" role="status">${lost ? words.reconnecting : words.loading}</p>`

  const scene: Scene = { workspace, user, locale, words, now }
  const channel = channelsOf(user, workspace).find((one) => one.id === place.channel)
  const title = channel
    ? channel.is_im
      ? directName(channel, scene)
      : `#${channel.name}`
    : `${workspace.app.name} · ${words.home}`
  const open = workspace.views.filter((one) => one.user === user).at(-1)

  const send = async (line: Line) => {
    const answer =
      line.kind === 'command'
        ? await perform('commands', { user, channel: place.channel, command: line.command, text: line.text })
        : await perform('messages', { user, channel: place.channel, text: line.text })
    return answer.ok
  }
  const runShortcut = (callback_id: string, message?: Message) =>
    void perform('shortcuts', {
      user,
      callback_id,
      ...(message ? { message: { channel: message.channel, ts: message.ts } } : {}),
    })
  const withSurface = (message: Message, children: ComponentChildren) =>
    html`<${SurfaceContext.Provider} value=${surfaceOf({ type: 'message', channel: message.channel, ts: message.ts }, { state: message.chosen?.[user] })}>${children}<//>`

  const pane = channel
    ? html`<${ChannelPane} channel=${channel.id} runShortcut=${runShortcut} withSurface=${withSurface} />
        <${Composer} key=${`${user}/${channel.id}`} place=${title} send=${send} complain=${complain} runShortcut=${runShortcut} />`
    : html`<${SurfaceContext.Provider} value=${surfaceOf({ type: 'home' }, viewHeld(workspace.homes.find((one) => one.user === user)?.view))}><${HomePane} /><//>`

  return html`<${SceneContext.Provider} value=${scene}>
    <a class="skip" href="#main" onClick=${skipToMain}>${words.skip}</a>
    <${Sidebar} place=${place} marks=${marks} go=${go} setLocale=${(next: string) => void perform('users', { user, locale: next })}>
      <${ClockPanel} complain=${complain} travel=${async (target: string) => (await perform('clock', { now: target })).ok} />
    <//>
    <main id="main" tabindex="-1">
      <header class="pane-header"><h2>${title}</h2>${channel?.topic && html`<p class="quiet">${channel.topic}</p>`}</header>
      ${lost ? html`<p class="banner" role="status">${words.reconnecting}</p>` : !workspace.app.connected && html`<p class="banner" role="status">${words.offline}</p>`}
      <${Notices} notices=${notices} dismiss=${dismiss} />
      ${pane}
    </main>
    ${open && html`<${Modal} key=${open.id} open=${open} focused=${focused.current} surface=${surfaceOf({ type: 'view', view_id: open.id }, viewHeld(open.view))} submit=${(values: unknown) => perform('submissions', { user, view_id: open.id, values })} close=${() => void perform('closes', { user, view_id: open.id })} />`}
    ${asked && html`<${ConfirmDialog} confirm=${asked.confirm} answer=${asked.answer} />`}
  <//>`
}

function viewHeld(view: View | undefined): { view?: View; state?: StateValues | undefined } {
  return view ? { view, state: view.state?.values } : {}
}

/** The skip link must not touch the hash, which holds the place. */
function skipToMain(event: Event): void {
  event.preventDefault()
  const target = document.querySelector<HTMLElement>('#composer') ?? document.querySelector<HTMLElement>('#main')
  target?.focus()
}
