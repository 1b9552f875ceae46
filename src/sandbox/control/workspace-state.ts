import type { Core } from '../core.ts'
import type { Channel, JsonObject, Message, StoredFile } from '../entities.ts'
import { filetypeOf, permalinkOf, privateAddress } from '../file-payload.ts'
import { fileReader } from '../file-shares.ts'
import { stackOf } from '../open-views.ts'

/** What `GET /sandbox/state` leaves out: all but what one person sees, one channel's messages, those since a timestamp. */
export type StateFilter = { user?: string; channel?: string; since?: string }

/**
 * The workspace as `GET /sandbox/state` answers it: everything, or what one person can see. With `channel` or `since`
 * only that channel's messages, or those posted or changed after that timestamp, and only the files they carry.
 */
export function workspaceState(core: Core, filter: StateFilter): JsonObject {
  const { state } = core.store
  const { user: reader } = filter
  const mine = (user: string | undefined) => reader === undefined || user === undefined || user === reader
  const channels = state.channels.filter((channel) => reader === undefined || channel.members.includes(reader))
  const seen = new Set(channels.map((channel) => channel.id))
  const messages = state.messages.filter(
    (message) => seen.has(message.channel) && mine(message.ephemeral_for) && isWanted(message, filter),
  )
  const filesById = new Map(state.files.map((file) => [file.id, file]))
  return {
    team: state.team,
    now: core.clock.now().toISOString(),
    users: state.users,
    channels: channels.map(channelView),
    messages: messages.map((message) => messageView(core, message, filesById, reader)),
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
    files: shownFiles(core, messages, filter).map((file) => fileView(core, file, reader)),
    usergroups: state.usergroups,
    commands: core.manifest.commands,
    shortcuts: core.manifest.shortcuts,
    app: { name: core.manifest.name, bot_user: state.app.bot_user, connected: core.socket.connected() },
  }
}

/** Timestamps are of equal length from 2001 to 2286, so they compare as texts. */
function isWanted(message: Message, { channel, since }: StateFilter): boolean {
  if (channel !== undefined && message.channel !== channel) return false
  return since === undefined || message.ts > since || (message.changed !== undefined && message.changed > since)
}

function shownFiles(core: Core, messages: Message[], { user, channel, since }: StateFilter): StoredFile[] {
  const uploaded = core.store.state.files.filter((file) => file.uploaded)
  if (channel !== undefined || since !== undefined) {
    const carried = new Set(messages.flatMap((message) => message.files ?? []))
    return uploaded.filter((file) => carried.has(file.id))
  }
  return user === undefined ? uploaded : uploaded.filter(fileReader(core, user))
}

function channelView({ id, name, topic, is_im, user, members }: Channel): JsonObject {
  return { id, name, topic, is_im, ...(user && { user }), members }
}

function messageView(
  core: Core,
  { files, edited, bot_id: _bot, chosen, changed: _changed, ...message }: Message,
  filesById: ReadonlyMap<string, StoredFile>,
  reader: string | undefined,
): JsonObject {
  const attached = (files ?? []).flatMap((id) => filesById.get(id) ?? [])
  return {
    ...message,
    ...(chosen && {
      chosen:
        reader === undefined ? chosen : Object.fromEntries(Object.entries(chosen).filter(([user]) => user === reader)),
    }),
    ...(edited && { edited: { ts: edited.ts } }),
    ...(attached.length > 0 && { files: attached.map((file) => fileView(core, file, reader)) }),
  }
}

/** A file with both its addresses: Slack's own for the app's token, and `url` for whoever the state was asked for. */
function fileView(core: Core, file: StoredFile, reader: string | undefined): JsonObject {
  const { id, name, title, mimetype, size, user, channels } = file
  return {
    id,
    name,
    title,
    mimetype,
    filetype: filetypeOf(name),
    size,
    user,
    channels,
    permalink: permalinkOf(core, file),
    url_private: privateAddress(core, file),
    url_private_download: privateAddress(core, file, true),
    url: `/sandbox/files/${id}${reader === undefined ? '' : `?user=${reader}`}`,
  }
}
