import { openDirectChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import { deliverEvent } from '../deliveries.ts'
import type { Channel, JsonObject, Message, User } from '../entities.ts'
import { addMessage, messagePayload } from '../messages.ts'
import { userPayload } from '../routes/users.ts'
import { storedText } from './mentions.ts'

/** Posts a message as a person and tells the app what it has subscribed to. Resolves once the app has acked, or cannot. */
export async function sayAs(core: Core, user: User, channel: Channel, text: string, thread?: string): Promise<Message> {
  const stored = storedText(core, text)
  const message = addMessage(core, {
    channel: channel.id,
    user: user.id,
    text: stored,
    ...(thread && { thread_ts: thread }),
    blocks: [
      {
        type: 'rich_text',
        block_id: crypto.randomUUID().slice(0, 5),
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      },
    ],
  })
  const bot = core.store.state.app.bot_user
  if (!channel.members.includes(bot)) return message
  const { events } = core.manifest
  const event = { ...messagePayload(core, message), channel: channel.id, event_ts: message.ts }
  const sent: Promise<void>[] = []
  if (events.includes(channel.is_im ? 'message.im' : 'message.channels')) {
    sent.push(deliverEvent(core, { ...event, channel_type: channel.is_im ? 'im' : 'channel' }))
  }
  if (events.includes('app_mention') && stored.includes(`<@${bot}>`)) {
    sent.push(deliverEvent(core, { ...event, type: 'app_mention' }))
  }
  await Promise.all(sent)
  return message
}

/** Opens the App Home as a person: the app hears `app_home_opened` where it has subscribed to it. */
export async function openHome(core: Core, user: User): Promise<void> {
  if (!core.manifest.events.includes('app_home_opened')) return
  const channel = openDirectChannel(core, user)
  const home = core.store.state.homes.find((candidate) => candidate.user === user.id)
  const event: JsonObject = {
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab: 'home',
    event_ts: core.store.nextTs(),
    ...(home && { view: home.view }),
  }
  await deliverEvent(core, event)
}

/** Changes a person's language: the app hears `user_change` where it has subscribed to it. */
export async function changeLocale(core: Core, user: User, locale: string): Promise<void> {
  user.locale = locale
  core.store.changed()
  if (!core.manifest.events.includes('user_change')) return
  await deliverEvent(core, { type: 'user_change', user: userPayload(core, user, true), event_ts: core.store.nextTs() })
}
