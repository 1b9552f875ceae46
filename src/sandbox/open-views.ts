import { ApiError } from './api-error.ts'
import type { Core } from './core.ts'
import type { OpenView, StateValues, ViewPayload } from './entities.ts'
import { newId, newSecret } from './ids.ts'
import { valuesOf } from './interactions/element-values.ts'
import type { ViewContent } from './view-content.ts'

const deepestStack = 3

/** A person's open modals, the one on top last. */
export function stackOf(core: Core, user: string): OpenView[] {
  return core.store.state.views.filter((open) => open.user === user)
}

/** The open modal with this id. */
export function findView(core: Core, id: string): OpenView | undefined {
  return core.store.state.views.find(({ view }) => view.id === id)
}

/** Opens a first modal for a person, from a conversation if from any; whatever they had open closes. */
export function openView(core: Core, user: string, content: ViewContent, conversation?: string): ViewPayload {
  closeAll(core, user)
  return put(core, user, content, null, conversation)
}

/** Opens a modal above the one on top. Throws ApiError `push_limit_reached` above three. */
export function pushView(core: Core, user: string, content: ViewContent): ViewPayload {
  const stack = stackOf(core, user)
  if (stack.length >= deepestStack) throw new ApiError('push_limit_reached')
  return put(core, user, content, stack.at(-1)?.view ?? null)
}

/** Replaces what an open modal or an App Home shows; what was typed stays where block_id and action_id stay. */
export function replaceView(core: Core, view: ViewPayload, content: ViewContent): void {
  const kept = view.state.values
  for (const key of Object.keys(view)) if (key in content || !identity.has(key)) delete view[key]
  Object.assign(view, content, { hash: newHash(core), state: { values: valuesOf(content.blocks, kept) } })
  const open = findView(core, view.id)
  if (open) delete open.errors
  core.store.changed()
}

/** Closes one modal. */
export function closeView(core: Core, id: string): void {
  core.store.state.views = core.store.state.views.filter(({ view }) => view.id !== id)
  core.store.changed()
}

/** Closes all modals of a person. */
export function closeAll(core: Core, user: string): void {
  core.store.state.views = core.store.state.views.filter((open) => open.user !== user)
  core.store.changed()
}

/** A new view with Slack's own fields around what the app said. */
export function newView(
  core: Core,
  content: ViewContent,
  below: ViewPayload | null,
  conversation?: string,
): ViewPayload {
  const { app, team } = core.store.state
  const id = newId('V')
  const values: StateValues = valuesOf(content.blocks, {}, conversation)
  return {
    ...content,
    id,
    team_id: team.id,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.bot_id,
    hash: newHash(core),
    state: { values },
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
  }
}

const identity = new Set([
  'id',
  'team_id',
  'app_id',
  'app_installed_team_id',
  'bot_id',
  'root_view_id',
  'previous_view_id',
])

function put(
  core: Core,
  user: string,
  content: ViewContent,
  below: ViewPayload | null,
  conversation?: string,
): ViewPayload {
  const { views } = core.store.state
  if (content.external_id !== '' && views.some(({ view }) => view.external_id === content.external_id)) {
    throw new ApiError('duplicate_external_id')
  }
  const view = newView(core, content, below, conversation)
  views.push({ user, view })
  core.store.changed()
  return view
}

function newHash(core: Core): string {
  return `${Math.floor(core.clock.now().getTime() / 1000)}.${newSecret(4)}`
}
