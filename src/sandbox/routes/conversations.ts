import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, countArgument, textArgument } from '../arguments.ts'
import { findChannel, findUser, openDirectChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import type { Channel, JsonObject } from '../entities.ts'
import { page } from '../paging.ts'
import type { ApiMethod } from './api-method.ts'
import { history, replies } from './history.ts'

const defaultPage = 100
const paging = { limit: countArgument.min(0).max(1000).default(0), cursor: textArgument.optional() }

/** A channel as the Web API shows it. */
export function channelPayload(core: Core, channel: Channel): JsonObject {
  const common = { id: channel.id, created: channel.created, is_archived: false, is_im: channel.is_im }
  if (channel.is_im) return { ...common, is_org_shared: false, user: channel.user, is_user_deleted: false, priority: 0 }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_mpim: false,
    is_private: false,
    is_general: false,
    is_shared: false,
    is_member: channel.members.includes(core.store.state.app.bot_user),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
    context_team_id: core.store.state.team.id,
  }
}

function existingChannel(core: Core, id: string): Channel {
  const channel = findChannel(core, id)
  if (!channel) throw new ApiError('channel_not_found')
  return channel
}

function open(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ channel: textArgument.optional(), users: textArgument.optional() })
  const { channel: id, users } = checkArguments(schema, given)
  if (id !== undefined) return { channel: { id: existingChannel(core, id).id } }
  if (!users) throw new ApiError('users_list_not_supplied')
  const [first, ...others] = users.split(',').map((user) => user.trim())
  if (others.length > 0) throw new ApiError('method_not_supported_for_channel_type')
  const user = findUser(core, first ?? '')
  if (!user) throw new ApiError('user_not_found')
  if (user.is_bot) throw new ApiError('cannot_dm_bot')
  const known = core.store.state.channels.length
  const channel = openDirectChannel(core, user)
  const existed = core.store.state.channels.length === known
  return { ...(existed && { no_op: true, already_open: true }), channel: { id: channel.id } }
}

function list(core: Core, given: JsonObject): JsonObject {
  const { types, limit, cursor } = checkArguments(
    z.object({ ...paging, types: textArgument.default('public_channel') }),
    given,
  )
  const wanted = types.split(',').map((type) => type.trim())
  if (wanted.some((type) => !['public_channel', 'private_channel', 'im', 'mpim'].includes(type))) {
    throw new ApiError('invalid_types')
  }
  const channels = core.store.state.channels.filter((channel) =>
    wanted.includes(channel.is_im ? 'im' : 'public_channel'),
  )
  const { items, response_metadata } = page(channels, limit || defaultPage, cursor, (channel) => channel.id)
  return { channels: items.map((channel) => channelPayload(core, channel)), response_metadata }
}

function info(core: Core, given: JsonObject): JsonObject {
  const { channel } = checkArguments(z.object({ channel: textArgument }), given)
  return { channel: channelPayload(core, existingChannel(core, channel)) }
}

function members(core: Core, given: JsonObject): JsonObject {
  const { channel, limit, cursor } = checkArguments(z.object({ ...paging, channel: textArgument }), given)
  const all = existingChannel(core, channel).members
  const { items, response_metadata } = page(all, limit || defaultPage, cursor, (member) => member)
  return { members: items, response_metadata }
}

function join(core: Core, given: JsonObject): JsonObject {
  const { channel: id } = checkArguments(z.object({ channel: textArgument }), given)
  const channel = existingChannel(core, id)
  if (channel.is_im) throw new ApiError('method_not_supported_for_channel_type')
  const bot = core.store.state.app.bot_user
  if (channel.members.includes(bot)) return { channel: channelPayload(core, channel), warning: 'already_in_channel' }
  channel.members.push(bot)
  core.store.changed()
  return { channel: channelPayload(core, channel) }
}

const readable = ['channels:read', 'im:read'] as const
const historical = ['channels:history', 'im:history'] as const

/** The conversations family. */
export const conversationMethods: Record<string, ApiMethod> = {
  'conversations.open': { handle: open, scopes: ['im:write'], tier: 3, token: 'bot' },
  'conversations.list': { handle: list, scopes: readable, tier: 2, token: 'bot' },
  'conversations.info': { handle: info, scopes: readable, tier: 3, token: 'bot' },
  'conversations.members': { handle: members, scopes: readable, tier: 4, token: 'bot' },
  'conversations.join': { handle: join, scopes: ['channels:join'], tier: 3, token: 'bot' },
  'conversations.history': { handle: history, scopes: historical, tier: 3, token: 'bot' },
  'conversations.replies': { handle: replies, scopes: historical, tier: 3, token: 'bot' },
}
