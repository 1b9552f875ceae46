import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, flagArgument, textArgument } from '../arguments.ts'
import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import type { ApiMethod } from './api-method.ts'

function list(core: Core, given: JsonObject): JsonObject {
  const { include_users } = checkArguments(z.object({ include_users: flagArgument.optional() }), given)
  const { team, usergroups } = core.store.state
  return {
    usergroups: usergroups.map(({ id, handle, name, users }) => ({
      id,
      team_id: team.id,
      is_usergroup: true,
      name,
      handle,
      description: '',
      user_count: users.length,
      ...(include_users && { users }),
    })),
  }
}

function listUsers(core: Core, given: JsonObject): JsonObject {
  const { usergroup } = checkArguments(z.object({ usergroup: textArgument }), given)
  const found = core.store.state.usergroups.find((candidate) => candidate.id === usergroup)
  if (!found) throw new ApiError('no_such_subteam')
  return { users: found.users }
}

/** usergroups.list and usergroups.users.list. */
export const usergroupMethods: Record<string, ApiMethod> = {
  'usergroups.list': { handle: list, scopes: ['usergroups:read'], tier: 2, token: 'bot' },
  'usergroups.users.list': { handle: listUsers, scopes: ['usergroups:read'], tier: 2, token: 'bot' },
}
