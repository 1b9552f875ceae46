import type { Sandbox } from '../../src/sandbox/sandbox.ts'

type Json = Record<string, unknown>

/** The state as the page reads it, as far as tests look into it. */
export type SeenState = {
  now: string
  users: { id: string; name: string; locale: string; is_bot: boolean }[]
  channels: { id: string; name: string; is_im: boolean; user?: string; members: string[] }[]
  messages: {
    channel: string
    ts: string
    user: string
    text: string
    ephemeral_for?: string
    blocks?: Json[]
    edited?: { ts: string }
    metadata?: Json
    files?: { id: string; name: string; url: string; mimetype: string; size: number }[]
  }[]
  views: {
    id: string
    user: string
    view: Json
    errors?: Record<string, string>
    stack: string[]
    previous_id: string | null
  }[]
  homes: { user: string; view: Json }[]
  files: { id: string; name: string }[]
  app: { name: string; bot_user: string; connected: boolean }
}

/** What `user` can see, or everything. */
export async function stateOf(sandbox: Sandbox, user?: string): Promise<SeenState> {
  const response = await fetch(`${sandbox.url}/sandbox/state${user ? `?user=${user}` : ''}`)
  return (await response.json()) as SeenState
}
