import type { App } from '@slack/bolt'
import { registerListeners } from '../../src/slack/register.ts'
import type { Edge } from '../../src/slack/requests/request.ts'

/** Every listener of the bot by its kind (command, action, view, shortcut, event, options …) and what it listens to. */
export type Registered = { kind: string; id: string }

/** What the bot registers, found by letting it register: a new listener is known by itself. */
export function registeredListeners(): Registered[] {
  const found: Registered[] = []
  const note = (kind: string) => (constraint: unknown) => {
    if (typeof constraint === 'string') found.push({ kind, id: constraint })
    else if (typeof constraint === 'object' && constraint !== null) {
      const id = Object.entries(constraint).find(([key]) => /_id$/.test(key))?.[1]
      found.push({ kind, id: String(id) })
    }
  }
  const recorder = new Proxy({}, { get: (_, kind) => note(String(kind)) })
  registerListeners(recorder as App, {} as Edge)
  return found
}

/** The ids of one kind of listener. */
export function idsOf(listeners: readonly Registered[], kind: string): string[] {
  return listeners.flatMap((one) => (one.kind === kind ? [one.id] : []))
}
