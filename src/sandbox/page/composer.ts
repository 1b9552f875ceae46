import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { commandInProgress, completions, type Line, readLine } from './completion.ts'
import { MenuButton } from './menu.ts'
import { useScene } from './surface.ts'
import type { Command } from './wire.ts'

type Props = {
  place: string
  /** Sends a line; answers whether it was taken. What was not taken stays in the box. */
  send: (line: Line) => Promise<boolean>
  complain: (message: string) => void
  runShortcut: (callbackId: string) => void
}

/** The message box: `/` opens the commands, arrows choose, Tab or Enter takes, Enter sends, Shift+Enter breaks the line. */
export function Composer({ place, send, complain, runShortcut }: Props): VNode {
  const { words, workspace } = useScene()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const found = dismissed ? [] : completions(text, workspace.commands)
  const chosen = found[Math.min(active, found.length - 1)]
  const hinted = commandInProgress(text, workspace.commands)

  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 160)}px`
  }, [text])

  const write = (next: string) => {
    setText(next)
    setActive(0)
    setDismissed(false)
  }
  const submit = async () => {
    if (text.trim() === '' || busy) return
    const line = readLine(text)
    if (line.kind === 'command' && !workspace.commands.some((one) => one.command === line.command)) {
      complain(words.unknownCommand(line.command, workspace.commands.map((one) => one.command).join(' ')))
      return
    }
    setBusy(true)
    const taken = await send(line)
    setBusy(false)
    if (taken) setText((now) => (now === text ? '' : now))
  }
  const take = (command: Command) => {
    write(`${command.command} `)
    box.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (chosen && move) {
      event.preventDefault()
      setActive((now) => (Math.min(now, found.length - 1) + move + found.length) % found.length)
    } else if (
      chosen &&
      (event.key === 'Tab' || (event.key === 'Enter' && chosen.command !== text)) &&
      !event.shiftKey
    ) {
      event.preventDefault()
      take(chosen)
    } else if (chosen && event.key === 'Escape') {
      setDismissed(true)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void submit()
    }
  }
  const shortcuts = workspace.shortcuts
    .filter((one) => one.type === 'global')
    .map((one) => ({ key: one.callback_id, label: one.name, choose: () => runShortcut(one.callback_id) }))
  return html`<form class="composer" onSubmit=${(event: Event) => {
    event.preventDefault()
    void submit()
  }}>
    ${found.length > 0 && html`<${CommandList} found=${found} chosen=${chosen} take=${take} />`}
    ${hinted && html`<p class="usage" id="usage"><code>${hinted.command} ${hinted.usage_hint ?? ''}</code><span class="quiet">${hinted.description}</span></p>`}
    <div class="composer-row">
      ${shortcuts.length > 0 && html`<${MenuButton} class="shortcut-menu" label=${words.globalShortcuts} face="+" items=${shortcuts} empty=${words.noShortcuts} />`}
      <textarea ref=${box} id="composer" rows="1" data-testid="composer" aria-label=${words.composer} placeholder=${words.composerHint(place)} value=${text}
        aria-autocomplete="list" aria-controls=${found.length > 0 ? 'commands' : undefined} aria-activedescendant=${chosen ? `command-${chosen.command}` : undefined} aria-describedby=${hinted ? 'usage' : undefined}
        onInput=${(event: { currentTarget: HTMLTextAreaElement }) => write(event.currentTarget.value)} onKeyDown=${onKeyDown}></textarea>
      <button type="submit" class="block-button" data-style="primary" data-testid="send" aria-busy=${busy} disabled=${text.trim() === ''}>${words.send}</button>
    </div>
    <p class="visually-hidden" role="status">${found.length > 0 ? words.commandCount(found.length) : busy ? words.sending : ''}</p>
  </form>`
}

type ListProps = { found: Command[]; chosen: Command | undefined; take: (command: Command) => void }

function CommandList({ found, chosen, take }: ListProps): VNode {
  const { words } = useScene()
  return html`<ul role="listbox" id="commands" class="commands" aria-label=${words.commandList}>
    ${found.map(
      (
        one,
      ) => html`<li key=${one.command} role="option" id=${`command-${one.command}`} aria-selected=${one === chosen} onMouseDown=${(event: Event) => event.preventDefault()} onClick=${() => take(one)}>
      <span class="command-name">${one.command}</span><span class="command-hint">${one.usage_hint}</span><span class="quiet">${one.description}</span>
    </li>`,
    )}
  </ul>`
}
