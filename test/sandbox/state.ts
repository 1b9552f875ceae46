import type { Sandbox } from '../../src/sandbox/sandbox.ts'

type Json = Record<string, unknown>

type SeenFile = {
  id: string
  name: string
  mimetype: string
  filetype: string
  size: number
  permalink: string
  url_private_download: string
  url: string
}

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
    files?: SeenFile[]
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
  files: SeenFile[]
  app: { name: string; bot_user: string; connected: boolean }
}

/** What `user` can see, or everything; `filter` is more of the query, such as `channel=C0NOTES`. */
export async function stateOf(sandbox: Sandbox, user?: string, filter = ''): Promise<SeenState> {
  const query = [user && `user=${user}`, filter].filter(Boolean).join('&')
  const response = await fetch(`${sandbox.url}/sandbox/state?${query}`)
  return (await response.json()) as SeenState
}
