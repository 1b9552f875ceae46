import type { Core } from './core.ts'
import type { Channel, User } from './entities.ts'
import { newId } from './ids.ts'

/** The person or bot with this id. */
export function findUser(core: Core, id: string): User | undefined {
  return core.store.state.users.find((user) => user.id === id)
}

/** The channel with this id or name; a name may begin with `#`. */
export function findChannel(core: Core, idOrName: string): Channel | undefined {
  const { channels } = core.store.state
  const name = idOrName.replace(/^#/, '')
  return (
    channels.find((channel) => channel.id === idOrName) ??
    channels.find((channel) => !channel.is_im && channel.name === name)
  )
}

/** The direct conversation between the bot and a person, made on first use. */
export function openDirectChannel(core: Core, user: User): Channel {
  const { state } = core.store
  const existing = state.channels.find((channel) => channel.is_im && channel.user === user.id)
  if (existing) return existing
  const channel: Channel = {
    id: newId('D'),
    name: user.name,
    topic: '',
    is_im: true,
    user: user.id,
    members: [user.id, state.app.bot_user],
    created: Math.floor(core.clock.now().getTime() / 1000),
  }
  state.channels.push(channel)
  core.store.changed()
  return channel
}

/** The channel a method's `channel` argument means: an id, a name, or a person's id for their direct conversation. */
export function resolveChannel(core: Core, reference: string): Channel | undefined {
  const channel = findChannel(core, reference)
  if (channel) return channel
  const user = findUser(core, reference)
  return user && !user.is_bot ? openDirectChannel(core, user) : undefined
}
