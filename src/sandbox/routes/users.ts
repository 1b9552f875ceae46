import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, countArgument, flagArgument, textArgument } from '../arguments.ts'
import { findUser } from '../channels.ts'
import type { Core } from '../core.ts'
import type { JsonObject, User } from '../entities.ts'
import { page } from '../paging.ts'
import { slackbotId } from '../seed.ts'
import type { ApiMethod } from './api-method.ts'
import { channelPayload } from './conversations.ts'

const paging = { limit: countArgument.min(0).max(1000).default(0), cursor: textArgument.optional() }
const defaultPage = 200

/** A user as Slack's users.info and its events tell them. */
export function userPayload(core: Core, user: User, includeLocale: boolean): JsonObject {
  const { team } = core.store.state
  return {
    id: user.id,
    team_id: team.id,
    name: user.name,
    deleted: false,
    real_name: user.real_name,
    tz: 'Asia/Shanghai',
    tz_label: 'China Standard Time',
    tz_offset: 28_800,
    profile: {
      title: user.title,
      real_name: user.real_name,
      display_name: user.name,
      real_name_normalized: user.real_name,
      display_name_normalized: user.name,
      team: team.id,
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    // Slack does not call its own user a bot.
    is_bot: user.is_bot && user.id !== slackbotId,
    is_app_user: false,
    updated: 0,
    ...(includeLocale && { locale: user.locale }),
  }
}

function info(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ user: textArgument, include_locale: flagArgument.default(false) })
  const { user: id, include_locale } = checkArguments(schema, given)
  const user = findUser(core, id)
  if (!user) throw new ApiError('user_not_found')
  return { user: userPayload(core, user, include_locale) }
}

function list(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ ...paging, include_locale: flagArgument.default(false) })
  const { limit, cursor, include_locale } = checkArguments(schema, given)
  const { items, response_metadata } = page(core.store.state.users, limit || defaultPage, cursor, (user) => user.id)
  return {
    members: items.map((user) => userPayload(core, user, include_locale)),
    cache_ts: Math.floor(core.clock.now().getTime() / 1000),
    response_metadata,
  }
}

function conversations(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ ...paging, user: textArgument.optional(), types: textArgument.default('public_channel') })
  const { user, types, limit, cursor } = checkArguments(schema, given)
  const id = user ?? core.store.state.app.bot_user
  if (!findUser(core, id)) throw new ApiError('user_not_found')
  const wanted = types.split(',').map((type) => type.trim())
  const channels = core.store.state.channels.filter(
    (channel) => channel.members.includes(id) && wanted.includes(channel.is_im ? 'im' : 'public_channel'),
  )
  const { items, response_metadata } = page(channels, limit || defaultPage, cursor, (channel) => channel.id)
  return { channels: items.map((channel) => channelPayload(core, channel)), response_metadata }
}

/** users.info, users.list, users.conversations. */
export const userMethods: Record<string, ApiMethod> = {
  'users.info': { handle: info, scopes: ['users:read'], tier: 4, token: 'bot' },
  'users.list': { handle: list, scopes: ['users:read'], tier: 2, token: 'bot' },
  'users.conversations': { handle: conversations, scopes: ['channels:read', 'im:read'], tier: 3, token: 'bot' },
}
