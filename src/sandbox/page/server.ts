import type { Workspace } from './wire.ts'

/** What the server answers to an act. `errors` are messages for fields, by block id. */
export type Answer = { ok: boolean; error?: string; errors?: Record<string, string>; id?: string }

/** The workspace as everybody sees it, so that the page can tell who has something waiting; null where it cannot be had. */
export async function fetchWorkspace(): Promise<Workspace | null> {
  try {
    const response = await fetch('/sandbox/state', { cache: 'no-store' })
    return response.ok ? ((await response.json()) as Workspace) : null
  } catch {
    return null
  }
}

/** Sends one act to `/sandbox/<path>`. Failures are answers too: `error: 'network'` where the server cannot be reached. */
export async function act(path: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(`/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    const answer = readAnswer(text)
    return answer ?? { ok: false, error: `HTTP ${response.status}` }
  } catch {
    return { ok: false, error: 'network' }
  }
}

function readAnswer(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'ok' in value ? (value as Answer) : null
  } catch {
    return null
  }
}

/** Listens to the server's changes, also after each new connection; `onLost` is told while there is none. Returns a stop. */
export function watchChanges(onChange: () => void, onLost: () => void): () => void {
  const source = new EventSource('/sandbox/events')
  source.addEventListener('change', onChange)
  source.addEventListener('open', onChange)
  source.addEventListener('error', onLost)
  return () => source.close()
}
