import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { MessageView } from './message.ts'
import { moveFocus } from './roving.ts'
import { useScene } from './surface.ts'
import { arrangeMessages } from './thread.ts'
import { isVisible } from './unread.ts'
import type { Message } from './wire.ts'
import { formatInstant, instantOf } from './zone.ts'

type Props = {
  channel: string
  runShortcut: (callbackId: string, message: Message) => void
  withSurface: (message: Message, children: ComponentChildren) => VNode
}

const NEAR_END_PX = 160
/** How many messages are drawn at once: a year's would make every change slow. */
const SHOWN_AT_ONCE = 150

/** A channel's messages, the newest at the bottom and in sight unless the reader has scrolled up. */
export function ChannelPane({ channel, ...rest }: Props): VNode {
  const { workspace, user, words, locale } = useScene()
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [more, setMore] = useState({ place: '', steps: 0 })
  const place = `${user}/${channel}`
  const limit = SHOWN_AT_ONCE * (1 + (more.place === place ? more.steps : 0))
  const all = workspace.messages.filter((one) => one.channel === channel && isVisible(one, user))
  const messages = all.slice(-limit)
  const newest = messages.at(-1)
  useLayoutEffect(() => {
    atEnd.current = true
  }, [channel, user])
  useLayoutEffect(() => {
    const pane = scroller.current
    if (pane && atEnd.current) pane.scrollTop = pane.scrollHeight
  }, [channel, user, newest?.ts, newest?.edited, messages.length])
  const onScroll = () => {
    const pane = scroller.current
    if (pane) atEnd.current = pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR_END_PX
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.matches('.message')) {
      moveFocus(event, scroller.current, '.message')
    }
  }
  const days = arrangeMessages(messages)
  const last = days.at(-1)?.threads.at(-1)?.message
  return html`<div class="scroller" ref=${scroller} onScroll=${onScroll} onKeyDown=${onKeyDown}>
    <div role="log" aria-label=${words.messages} class="messages">
      ${all.length > messages.length && html`<button type="button" class="block-button earlier" data-testid="earlier" onClick=${() => setMore({ place, steps: limit / SHOWN_AT_ONCE })}>${words.earlier(all.length - messages.length)}</button>`}
      ${days.length === 0 && html`<p class="quiet empty">${words.noMessages}</p>`}
      ${days.map(
        (day) => html`<section key=${day.date}>
        <h3 class="day"><span>${dayName(day.date, locale)}</span></h3>
        <ol>
          ${day.threads.map(
            ({
              message,
              replies,
              joins,
            }) => html`<${MessageView} key=${message.ts} ...${rest} message=${message} joins=${joins} tabbable=${message === last}>
            ${replies.length > 0 && html`<ol class="replies" aria-label=${words.replies}>${replies.map((reply) => html`<${MessageView} key=${reply.ts} ...${rest} message=${reply} joins=${false} tabbable=${false} />`)}</ol>`}
          <//>`,
          )}
        </ol>
      </section>`,
      )}
    </div>
  </div>`
}

function dayName(date: string, locale: string): string {
  return formatInstant(instantOf(`${date}T12:00`) ?? 0, locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })
}
