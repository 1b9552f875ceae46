import { html } from 'htm/preact'
import type { ComponentChild } from 'preact'

const lights: Record<string, string> = {
  '🟢': 'green',
  '🔵': 'blue',
  '🟡': 'yellow',
  '🟠': 'orange',
  '🔴': 'red',
  '⚪': 'white',
  '⚫': 'black',
  '✅': 'done',
}

const pattern = new RegExp(`(${Object.keys(lights).join('|')})\\uFE0F?`, 'u')

/**
 * Text with its status lights drawn by the page: they carry meaning, and not every machine has an emoji font. The
 * characters stay in the text, for copying and for screen readers.
 */
export function withLights(text: string): ComponentChild {
  const parts = text.split(pattern)
  if (parts.length === 1) return text
  return parts.map((part) =>
    Object.hasOwn(lights, part) ? html`<span class="light" data-light=${lights[part]}>${part}</span>` : part,
  )
}
