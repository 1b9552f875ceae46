import { html } from 'htm/preact'
import type { VNode } from 'preact'

/** A person's mark: one character on a colour that stays theirs. */
export function Avatar({ id, name, bot = false }: { id: string; name: string; bot?: boolean }): VNode {
  const tone = [...id].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 997, 7) % 8
  return html`<span class="avatar" aria-hidden="true" data-tone=${bot ? 'app' : tone}>${initialOf(name)}</span>`
}

/** The character that tells a name from its neighbours: names of city bodies mostly begin alike (市…, 省…, 区…). */
export function initialOf(name: string): string {
  const chars = [...name.trim()]
  const first = /^[市省区县]$/.test(chars[0] ?? '') ? (chars[1] ?? chars[0]) : chars[0]
  return (first ?? '?').toLocaleUpperCase()
}
