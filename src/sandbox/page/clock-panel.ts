import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useScene } from './surface.ts'
import { nextWorkdayMorning } from './working-day.ts'
import { formatInstant, instantOf, wallTime } from './zone.ts'

type Props = { travel: (now: string) => Promise<boolean>; complain: (message: string) => void }

/** The workspace's clock, and the panel to travel with. */
export function ClockPanel({ travel, complain }: Props): VNode {
  const { words, now, locale } = useScene()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [moment, setMoment] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const shown = formatInstant(now, locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const workday = nextWorkdayMorning(now)
  useLayoutEffect(() => {
    if (!open) return
    setMoment(wallTime(now))
    root.current?.querySelector<HTMLElement>('.clock-panel button')?.focus()
  }, [open])
  const go = async (target: string) => {
    if (busy) return
    setBusy(true)
    await travel(target)
    setBusy(false)
  }
  const onSubmit = (event: Event) => {
    event.preventDefault()
    const instant = instantOf(moment)
    if (instant === null || instant < now - 60_000) complain(words.badMoment)
    else void go(new Date(Math.max(instant, now + 1000)).toISOString())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.preventDefault()
    setOpen(false)
    root.current?.querySelector<HTMLElement>('[data-testid=clock]')?.focus()
  }
  return html`<div class="clock" ref=${root} onKeyDown=${onKeyDown}>
    ${
      open &&
      html`<section class="clock-panel" id="clock-panel" aria-label=${words.clock}>
      <div class="clock-steps">
        <button type="button" class="block-button" data-testid="clock-hour" onClick=${() => void go('+1h')}>${words.hourOn}</button>
        <button type="button" class="block-button" data-testid="clock-day" onClick=${() => void go('+1d')}>${words.dayOn}</button>
        <button type="button" class="block-button wide" data-testid="clock-workday" onClick=${() => void go(new Date(workday.at).toISOString())}>${words.nextWorkday}</button>
      </div>
      ${workday.approximate && html`<p class="quiet">${words.approximateCalendar}</p>`}
      <form onSubmit=${onSubmit}>
        <label for="clock-field">${words.moment}</label>
        <div class="clock-row">
          <input id="clock-field" data-testid="clock-field" type="datetime-local" value=${moment} onInput=${(event: { currentTarget: HTMLInputElement }) => setMoment(event.currentTarget.value)} />
          <button type="submit" class="block-button" data-style="primary" data-testid="clock-set">${words.travel}</button>
        </div>
      </form>
      <p class="quiet" role="status">${busy ? words.travelling : words.clockNote}</p>
    </section>`
    }
    <button type="button" class="clock-face" data-testid="clock" data-now=${new Date(now).toISOString()} aria-expanded=${open} aria-controls="clock-panel" title=${words.clockOpen} onClick=${() => setOpen(!open)}>
      <span class="clock-label">${words.clock}</span><time>${shown}</time>
    </button>
  </div>`
}
