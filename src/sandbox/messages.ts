import type { Core } from './core.ts'
import type { JsonObject, Message } from './entities.ts'
import { publicFile } from './file-payload.ts'

/** Adds a message with the next timestamp and tells the listeners. */
export function addMessage(core: Core, draft: Omit<Message, 'ts'>): Message {
  const message: Message = { ...draft, ts: core.store.nextTs() }
  core.store.state.messages.push(message)
  core.store.changed()
  return message
}

/** The message of a channel with this timestamp. */
export function findMessage(core: Core, channel: string, ts: string): Message | undefined {
  return core.store.state.messages.find((message) => message.channel === channel && message.ts === ts)
}

/**
 * Puts a message with `changes` in the place of another and tells the listeners; a part that is undefined is removed. The
 * old object stays as it was: persistence sees by the new one what there is to write.
 */
export function editMessage(
  core: Core,
  message: Message,
  changes: { [Part in keyof Message]?: Message[Part] | undefined },
): Message {
  const { messages } = core.store.state
  const parts = Object.entries({ ...message, ...changes, changed: core.store.nextTs() }).filter(
    ([, part]) => part !== undefined,
  )
  const edited = Object.fromEntries(parts) as Message
  messages[messages.indexOf(message)] = edited
  core.store.changed()
  return edited
}

/** Removes a message and tells the listeners. */
export function removeMessage(core: Core, message: Message): void {
  const { messages } = core.store.state
  messages.splice(messages.indexOf(message), 1)
  core.store.changed()
}

/** A message as the Web API and the payloads show it; `metadata` is left out where nobody asked for it. */
export function messagePayload(core: Core, message: Message, includeMetadata = false): JsonObject {
  const { app, team } = core.store.state
  const {
    channel: _channel,
    ephemeral_for: _reader,
    chosen: _chosen,
    changed: _changed,
    files,
    metadata,
    ...shown
  } = message
  const replies = core.store.state.messages.filter(
    (reply) => reply.channel === message.channel && reply.thread_ts === message.ts && reply.ts !== message.ts,
  )
  return {
    type: 'message',
    ...shown,
    team: team.id,
    ...(message.bot_id && { app_id: app.id, bot_profile: botProfile(core) }),
    ...(files && { files: files.flatMap((id) => publicFile(core, id) ?? []) }),
    ...(includeMetadata && metadata && { metadata }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map((reply) => reply.user))],
      latest_reply: replies.at(-1)?.ts,
    }),
  }
}

/** The bot's profile, as messages and bots.info carry it. */
export function botProfile(core: Core): JsonObject {
  const { app, team } = core.store.state
  return {
    id: app.bot_id,
    app_id: app.id,
    user_id: app.bot_user,
    name: core.manifest.botName,
    deleted: false,
    team_id: team.id,
  }
}
