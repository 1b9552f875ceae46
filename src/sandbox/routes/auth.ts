import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, textArgument } from '../arguments.ts'
import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import { botProfile } from '../messages.ts'
import type { ApiMethod } from './api-method.ts'

function test(_core: Core, given: JsonObject): JsonObject {
  const { token: _token, error, ...args } = given
  if (typeof error === 'string') throw new ApiError(error, [], { args: { ...args, error } })
  return { args }
}

function identity(core: Core): JsonObject {
  const { app, team, users } = core.store.state
  const bot = users.find((user) => user.id === app.bot_user)
  return {
    url: `${core.baseUrl()}/`,
    team: team.name,
    user: bot?.name ?? '',
    team_id: team.id,
    user_id: app.bot_user,
    bot_id: app.bot_id,
    is_enterprise_install: false,
  }
}

function botInfo(core: Core, given: JsonObject): JsonObject {
  const { bot } = checkArguments(z.object({ bot: textArgument.optional() }), given)
  if (bot !== undefined && bot !== core.store.state.app.bot_id) throw new ApiError('bot_not_found')
  return { bot: botProfile(core) }
}

function teamInfo(core: Core): JsonObject {
  const { team } = core.store.state
  return { team: { id: team.id, name: team.name, domain: 'sandbox', email_domain: '', icon: {} } }
}

/** api.test, auth.test, bots.info, team.info. */
export const authMethods: Record<string, ApiMethod> = {
  'api.test': { handle: test, scopes: [], tier: 4, token: 'none' },
  'auth.test': { handle: identity, scopes: [], tier: 'none', token: 'bot' },
  'bots.info': { handle: botInfo, scopes: ['users:read'], tier: 3, token: 'bot' },
  'team.info': { handle: teamInfo, scopes: ['team:read'], tier: 3, token: 'bot' },
}
