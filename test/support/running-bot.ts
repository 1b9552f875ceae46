import { createApp, type LiaisonApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import { openImage } from './database.ts'

type Block = {
  type: string
  block_id?: string
  text?: { text: string }
  elements?: { action_id?: string; value?: string; text?: { text: string } }[]
}

/** A message as the sandbox tells it. */
type SeenMessage = {
  channel: string
  ts: string
  user: string
  text: string
  blocks?: Block[]
  ephemeral_for?: string
  metadata?: { event_payload?: { key?: string } }
  files?: { id: string; name: string; size: number; url: string }[]
}

/** What `GET /sandbox/state` answers, as far as tests read it. */
type SeenState = {
  now: string
  messages: SeenMessage[]
  views: { id: string; user: string; view: { callback_id?: string; title: { text: string }; blocks: Block[] } }[]
  homes: { user: string; view: { blocks: Block[] } }[]
}

/** The whole bot on a database in memory, driven as a program would: by the sandbox's control API alone. */
export type RunningBot = {
  app: LiaisonApp
  url: string
  /** Posts to the control API; an answer that is not ok fails the test unless it is expected. */
  post(path: string, body: object): Promise<Record<string, unknown>>
  command(user: string, channel: string, command: string, text?: string): Promise<void>
  /** All that a person sees; of one channel alone where a long history would be slow to read. */
  state(user?: string, channel?: string): Promise<SeenState>
  /** The newest message a person sees in a channel. */
  lastMessage(user: string, channel: string): Promise<SeenMessage>
  stop(): Promise<void>
}

/**
 * Starts the bot as `npm start` does with an empty environment, but on any free port and nothing kept: on a database in
 * memory, or on one that is given and stays open.
 */
export async function startBot(given: { database?: Database; startAt?: string } = {}): Promise<RunningBot> {
  const database = given.database ?? (await openImage())
  const config = readConfig({ LIAISON_SANDBOX_PORT: '0' })
  const app = await createApp(config, createLog('error'), {
    database,
    timers: false,
    ...(given.startAt ? { sandboxStartAt: given.startAt } : {}),
  })
  const url = app.url ?? ''
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${url}/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as Record<string, unknown>
  }
  const state = async (user?: string, channel?: string) => {
    const wanted = new URLSearchParams({ ...(user ? { user } : {}), ...(channel ? { channel } : {}) })
    const answer = await fetch(`${url}/sandbox/state?${wanted}`)
    return (await answer.json()) as SeenState
  }
  return {
    app,
    url,
    post,
    state,
    async command(user, channel, command, text = '') {
      const answer = await post('commands', { user, channel, command, text })
      if (answer.ok !== true) throw new Error(JSON.stringify(answer))
    },
    async lastMessage(user, channel) {
      const messages = (await state(user)).messages.filter((message) => message.channel === channel)
      const last = messages.at(-1)
      if (!last) throw new Error(`no message in ${channel}`)
      return last
    },
    async stop() {
      await app.stop()
      if (!given.database) await database.close()
    },
  }
}

/** The whole text of a message or view, for looking things up in it. */
export function wholeText(blocks: readonly Block[] | undefined): string {
  return JSON.stringify(blocks ?? [])
}
