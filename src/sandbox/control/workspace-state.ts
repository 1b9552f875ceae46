import type { Core } from '../core.ts'
import type { Channel, JsonObject, Message, StoredFile } from '../entities.ts'
import { stackOf } from '../open-views.ts'

/** The workspace as `GET /sandbox/state` answers it: everything, or what one person can see. */
export function workspaceState(core: Core, reader?: string): JsonObject {
  const { state } = core.store
  const mine = (user: string | undefined) => reader === undefined || user === undefined || user === reader
  const channels = state.channels.filter((channel) => reader === undefined || channel.members.includes(reader))
  const seen = new Set(channels.map((channel) => channel.id))
  const messages = state.messages.filter((message) => seen.has(message.channel) && mine(message.ephemeral_for))
  const shared = new Set(messages.flatMap((message) => message.files ?? []))
  const files = state.files.filter((file) => file.uploaded && (mine(file.user) || shared.has(file.id)))
  return {
    team: state.team,
    now: core.clock.now().toISOString(),
    users: state.users,
    channels: channels.map(channelView),
    messages: messages.map((message) => messageView(core, message)),
    views: state.views
      .filter((open) => mine(open.user))
      .map(({ user, view, errors }) => ({
        id: view.id,
        user,
        view,
        root_id: view.root_view_id,
        previous_id: view.previous_view_id,
        ...(errors && { errors }),
        stack: stackOf(core, user).map((each) => each.view.id),
      })),
    homes: state.homes.filter((home) => mine(home.user)),
    files: files.map((file) => ({ ...fileView(file), user: file.user })),
    usergroups: state.usergroups,
    commands: core.manifest.commands,
    shortcuts: core.manifest.shortcuts,
    app: { name: core.manifest.name, bot_user: state.app.bot_user, connected: core.socket.connected() },
  }
}

function channelView({ id, name, topic, is_im, user, members }: Channel): JsonObject {
  return { id, name, topic, is_im, ...(user && { user }), members }
}

function messageView(core: Core, { files, edited, bot_id: _bot, ...message }: Message): JsonObject {
  const attached = core.store.state.files.filter((file) => files?.includes(file.id))
  return {
    ...message,
    ...(edited && { edited: { ts: edited.ts } }),
    ...(attached.length > 0 && { files: attached.map(fileView) }),
  }
}

function fileView({ id, name, mimetype, size }: StoredFile): JsonObject {
  return { id, name, mimetype, size, url: `/sandbox/files/${id}` }
}
