import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import type { Tier } from '../rate-limits.ts'
import type { Scope } from '../scopes.ts'
import { appMethods } from './apps.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { usergroupMethods } from './usergroups.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

/** One method of the Web API. */
export type ApiMethod = {
  handle(core: Core, given: JsonObject): JsonObject | Promise<JsonObject>
  /** Any one of these admits the call; none means that the token alone does. */
  scopes: readonly Scope[]
  tier: Tier
  token: 'bot' | 'app' | 'none'
  /** What the tier is counted by, beside the method; chat.postMessage counts by channel. */
  limitKey?(given: JsonObject): string
}

/** Every supported method. A call to any other answers `unknown_method`. */
export const apiMethods: Readonly<Record<string, ApiMethod>> = {
  ...authMethods,
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...usergroupMethods,
  ...userMethods,
  ...viewMethods,
}
