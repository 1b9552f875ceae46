import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, flagArgument, jsonArgument, textArgument } from '../arguments.ts'
import { findChannel, resolveChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import type { Channel, JsonObject, Message } from '../entities.ts'
import { filesLinkedIn, shareFiles } from '../file-shares.ts'
import { isEmpty, readContent } from '../message-content.ts'
import { addMessage, editMessage, findMessage, messagePayload, removeMessage } from '../messages.ts'
import type { ApiMethod } from './api-method.ts'

/** Slack refuses a longer text when updating than when posting. */
const updatedCharacters = 4000

function writableChannel(core: Core, reference: string): Channel {
  const channel = resolveChannel(core, reference)
  if (!channel) throw new ApiError('channel_not_found')
  const { scopes } = core.manifest
  if (!channel.members.includes(core.store.state.app.bot_user) && !scopes.includes('chat:write.public')) {
    throw new ApiError('not_in_channel')
  }
  return channel
}

const placeSchema = z.object({
  channel: textArgument,
  thread_ts: textArgument.optional(),
  reply_broadcast: flagArgument.optional(),
})

function threadOf(core: Core, channel: Channel, ts: string | undefined): { thread_ts?: string } {
  if (!ts) return {}
  const parent = findMessage(core, channel.id, ts)
  if (!parent || parent.ephemeral_for) throw new ApiError('thread_not_found')
  return { thread_ts: parent.thread_ts ?? parent.ts }
}

function post(core: Core, given: JsonObject): JsonObject {
  const place = checkArguments(placeSchema, given)
  const channel = writableChannel(core, place.channel)
  const { app } = core.store.state
  const content = readContent(core, given)
  const files = filesLinkedIn(core, content.text)
  const draft = { ...content, ...(files.length > 0 && { files }), ...threadOf(core, channel, place.thread_ts) }
  shareFiles(core, files, channel.id)
  const message = addMessage(core, { channel: channel.id, user: app.bot_user, bot_id: app.bot_id, ...draft })
  return { channel: channel.id, ts: message.ts, message: messagePayload(core, message, true) }
}

function postEphemeral(core: Core, given: JsonObject): JsonObject {
  const { user, ...place } = checkArguments(placeSchema.extend({ user: textArgument }), given)
  const channel = writableChannel(core, place.channel)
  if (!channel.members.includes(user)) throw new ApiError('user_not_in_channel')
  const { app } = core.store.state
  const { metadata: _metadata, ...content } = readContent(core, given)
  const message = addMessage(core, {
    channel: channel.id,
    user: app.bot_user,
    bot_id: app.bot_id,
    ephemeral_for: user,
    ...content,
    ...threadOf(core, channel, place.thread_ts),
  })
  return { message_ts: message.ts }
}

const targetSchema = z.object({ channel: textArgument, ts: textArgument })

function ownMessage(core: Core, given: JsonObject, refusal: string): Message {
  const { channel: id, ts } = checkArguments(targetSchema, given)
  const channel = findChannel(core, id)
  if (!channel) throw new ApiError('channel_not_found')
  const message = findMessage(core, channel.id, ts)
  // An ephemeral message has no place in the channel: Slack does not know its ts.
  if (!message || message.ephemeral_for) throw new ApiError('message_not_found')
  if (message.user !== core.store.state.app.bot_user) throw new ApiError(refusal)
  return message
}

const removableSchema = z.object({
  text: textArgument.optional(),
  attachments: jsonArgument.optional(),
  metadata: jsonArgument.optional(),
})

/** https://docs.slack.dev/reference/methods/chat.update says what stays: whatever is not mentioned, and always the files. */
function update(core: Core, given: JsonObject): JsonObject {
  const message = ownMessage(core, given, 'cant_update_message')
  const { text, blocks, attachments, metadata } = readContent(core, given, updatedCharacters)
  const mentioned = checkArguments(removableSchema, given)
  const edited = editMessage(core, message, {
    // A text without blocks is all that the message shows from then on.
    ...((mentioned.text !== undefined || blocks) && { text, blocks: blocks?.length ? blocks : undefined }),
    ...((attachments || isEmpty(mentioned.attachments)) && { attachments }),
    ...((metadata || isEmpty(mentioned.metadata)) && { metadata }),
    edited: { ts: core.store.nextTs(), user: core.store.state.app.bot_user },
  })
  const { channel, ts } = edited
  return { channel, ts, text: edited.text, message: messagePayload(core, edited, true) }
}

function remove(core: Core, given: JsonObject): JsonObject {
  const message = ownMessage(core, given, 'cant_delete_message')
  removeMessage(core, message)
  return { channel: message.channel, ts: message.ts }
}

function permalink(core: Core, given: JsonObject): JsonObject {
  const { channel: id, message_ts } = checkArguments(
    z.object({ channel: textArgument, message_ts: textArgument }),
    given,
  )
  const channel = findChannel(core, id)
  if (!channel) throw new ApiError('channel_not_found')
  if (!findMessage(core, channel.id, message_ts)) throw new ApiError('message_not_found')
  const address = `${core.baseUrl()}/archives/${channel.id}/p${message_ts.replace('.', '')}`
  return { channel: channel.id, permalink: address }
}

const write = ['chat:write'] as const

/** The chat family. */
export const chatMethods: Record<string, ApiMethod> = {
  'chat.postMessage': {
    handle: post,
    scopes: write,
    tier: 'post',
    token: 'bot',
    limitKey: (given) => String(given.channel),
  },
  'chat.postEphemeral': { handle: postEphemeral, scopes: write, tier: 4, token: 'bot' },
  'chat.update': { handle: update, scopes: write, tier: 3, token: 'bot' },
  'chat.delete': { handle: remove, scopes: write, tier: 3, token: 'bot' },
  'chat.getPermalink': { handle: permalink, scopes: [], tier: 'none', token: 'bot' },
}
