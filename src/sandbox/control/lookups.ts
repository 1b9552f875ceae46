import { findChannel, findUser, openDirectChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import type { Channel, Message, OpenView, User } from '../entities.ts'
import { findMessage } from '../messages.ts'
import { findView, stackOf } from '../open-views.ts'
import { ControlError } from './control-error.ts'
import type { StateFilter } from './workspace-state.ts'

/** The person who acts. Throws ControlError where nobody, or a bot, has this id. */
export function actingUser(core: Core, id: string): User {
  const user = findUser(core, id)
  if (!user) throw new ControlError(`There is no user ${id}. GET /sandbox/state lists them.`, 404)
  if (user.is_bot) throw new ControlError(`${id} is a bot: act as a person.`)
  return user
}

/** The channel a person acts in, by id or name, or the bot's user id for their direct conversation with it. */
export function actingChannel(core: Core, user: User, idOrName: string): Channel {
  const { app } = core.store.state
  const channel = idOrName === app.bot_user ? openDirectChannel(core, user) : findChannel(core, idOrName)
  if (!channel) throw new ControlError(`There is no channel ${idOrName}. GET /sandbox/state lists them.`, 404)
  if (!channel.members.includes(user.id)) throw new ControlError(`${user.id} is not a member of ${idOrName}.`, 403)
  return channel
}

/** A message that the person can see. */
export function visibleMessage(core: Core, user: User, channel: string, ts: string): Message {
  const place = actingChannel(core, user, channel)
  const message = findMessage(core, place.id, ts)
  if (!message || (message.ephemeral_for !== undefined && message.ephemeral_for !== user.id)) {
    throw new ControlError(`${user.id} sees no message ${ts} in ${channel}.`, 404)
  }
  return message
}

/** A modal that the person has open. */
export function visibleView(core: Core, user: User, id: string): OpenView {
  const open = findView(core, id)
  if (open?.user !== user.id) throw new ControlError(`${user.id} has no modal ${id} open.`, 404)
  return open
}

/** The modal that the person sees: one with another above it cannot be used, as in Slack. */
export function topView(core: Core, user: User, id: string): OpenView {
  const open = visibleView(core, user, id)
  const top = stackOf(core, user.id).at(-1)
  if (top && top !== open) throw new ControlError(`The modal ${top.view.id} lies above ${id}.`, 409)
  return open
}

/** What a request for the state asks for. Throws ControlError where the person, the channel or the timestamp is none. */
export function stateFilter(core: Core, query: Record<string, string>): StateFilter {
  const { user: id, channel: name, since } = query
  const user = id === undefined ? undefined : actingUser(core, id)
  const channel = name === undefined ? undefined : user ? actingChannel(core, user, name) : findChannel(core, name)
  if (name !== undefined && !channel) throw new ControlError(`There is no channel ${name}.`, 404)
  if (since !== undefined && !/^\d{10}\.\d{6}$/.test(since)) {
    throw new ControlError('Give since as the ts of a message such as 1719795600.000001.')
  }
  return { ...(user && { user: user.id }), ...(channel && { channel: channel.id }), ...(since && { since }) }
}
