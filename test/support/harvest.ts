import type { SlackCall } from './fake-slack.ts'
import type { Click, FormBlock, SeenForm } from './slack-people.ts'

/** What people could click and send, out of what the bot showed them. */
export type Harvest = { clicks: Map<string, Click>; forms: Map<string, SeenForm> }

/** Adds what these calls showed; gives what had not been seen before. */
export function reap(harvest: Harvest, calls: readonly SlackCall[]): Harvest {
  const fresh: Harvest = { clicks: new Map(), forms: new Map() }
  for (const shown of calls.flatMap(shownIn)) {
    walk(shown, (found) => {
      for (const click of clicksOf(found)) add(harvest.clicks, fresh.clicks, `${click.actionId} ${click.value}`, click)
      const form = formOf(found)
      if (form) add(harvest.forms, fresh.forms, `${form.callbackId} ${form.metadata}`, form)
    })
  }
  return fresh
}

function add<T>(all: Map<string, T>, fresh: Map<string, T>, key: string, value: T): void {
  if (all.has(key)) return
  all.set(key, value)
  fresh.set(key, value)
}

function shownIn({ text, params }: SlackCall): unknown[] {
  const written = text.startsWith('{') ? [text] : [params.get('blocks'), params.get('view')]
  return written.flatMap((json) => (json ? [JSON.parse(json)] : []))
}

function walk(value: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) visit(value as Record<string, unknown>)
  for (const part of Object.values(value)) walk(part, visit)
}

function clicksOf({ action_id: actionId, value, options }: Record<string, unknown>): Click[] {
  if (typeof actionId !== 'string') return []
  const chosen = Array.isArray(options) ? options.map((option: { value: string }) => option.value) : []
  return [...(typeof value === 'string' ? [value] : []), ...chosen].map((one) => ({ actionId, value: one }))
}

function formOf({ callback_id: callbackId, private_metadata: metadata, blocks }: Record<string, unknown>) {
  if (typeof callbackId !== 'string' || !Array.isArray(blocks)) return null
  return { callbackId, metadata: typeof metadata === 'string' ? metadata : '{}', blocks: blocks as FormBlock[] }
}
