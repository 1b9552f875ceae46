import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, jsonArgument, textArgument } from '../arguments.ts'
import { findUser } from '../channels.ts'
import type { Core } from '../core.ts'
import type { JsonObject, Trigger } from '../entities.ts'
import { newView, openView, pushView, replaceView, stackOf } from '../open-views.ts'
import { useTrigger } from '../triggers.ts'
import { readView } from '../view-content.ts'
import type { ApiMethod } from './api-method.ts'

const triggerSchema = z.object({
  view: jsonArgument,
  trigger_id: textArgument.optional(),
  interactivity_pointer: textArgument.optional(),
})

/** The content is checked before the trigger is used up, so that a refused view leaves the trigger good. */
function readOpening(core: Core, given: JsonObject): { content: ReturnType<typeof readView>; trigger: Trigger } {
  const { view, trigger_id, interactivity_pointer } = checkArguments(triggerSchema, given)
  const id = trigger_id ?? interactivity_pointer
  if (!id) throw new ApiError('invalid_arguments', ['missing required field: trigger_id'])
  const content = readView(core, view, 'modal')
  return { content, trigger: useTrigger(core, id) }
}

function open(core: Core, given: JsonObject): JsonObject {
  const { content, trigger } = readOpening(core, given)
  return { view: openView(core, trigger.user, content, trigger.channel) }
}

function push(core: Core, given: JsonObject): JsonObject {
  const { content, trigger } = readOpening(core, given)
  if (!trigger.view || stackOf(core, trigger.user).length === 0) throw new ApiError('invalid_trigger_id')
  return { view: pushView(core, trigger.user, content) }
}

function update(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({
    view: jsonArgument,
    view_id: textArgument.optional(),
    external_id: textArgument.optional(),
    hash: textArgument.optional(),
  })
  const { view, view_id, external_id, hash } = checkArguments(schema, given)
  const { views, homes } = core.store.state
  const found = [...views, ...homes].find((candidate) =>
    view_id === undefined
      ? external_id !== undefined && candidate.view.external_id === external_id
      : candidate.view.id === view_id,
  )
  if (!found) throw new ApiError('not_found')
  const content = readView(core, view, found.view.type)
  if (hash !== undefined && hash !== found.view.hash) throw new ApiError('hash_conflict', [], { view: found.view })
  replaceView(core, found.view, content)
  return { view: found.view }
}

function publish(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ view: jsonArgument, user_id: textArgument, hash: textArgument.optional() })
  const { view, user_id, hash } = checkArguments(schema, given)
  if (!core.manifest.homeTab) throw new ApiError('not_enabled')
  const user = findUser(core, user_id)
  if (!user || user.is_bot) throw new ApiError('invalid_arguments', ['invalid `user_id`'])
  const content = readView(core, view, 'home')
  const { homes } = core.store.state
  const home = homes.find((candidate) => candidate.user === user_id)
  if (home && hash !== undefined && hash !== home.view.hash)
    throw new ApiError('hash_conflict', [], { view: home.view })
  if (home) {
    replaceView(core, home.view, content)
    return { view: home.view }
  }
  const fresh = newView(core, content, null)
  homes.push({ user: user_id, view: fresh })
  core.store.changed()
  return { view: fresh }
}

/** The views family. No scope is asked for: the token of an installed app suffices. */
export const viewMethods: Record<string, ApiMethod> = {
  'views.open': { handle: open, scopes: [], tier: 4, token: 'bot' },
  'views.push': { handle: push, scopes: [], tier: 4, token: 'bot' },
  'views.update': { handle: update, scopes: [], tier: 4, token: 'bot' },
  'views.publish': { handle: publish, scopes: [], tier: 4, token: 'bot' },
}
