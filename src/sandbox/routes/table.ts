import type { ApiMethod } from './api-method.ts'
import { appMethods } from './apps.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { usergroupMethods } from './usergroups.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

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
