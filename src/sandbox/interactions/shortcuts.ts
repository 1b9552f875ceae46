import { findChannel } from '../channels.ts'
import { ControlError } from '../control/control-error.ts'
import type { Core } from '../core.ts'
import { deliver } from '../deliveries.ts'
import type { JsonObject, Message, User } from '../entities.ts'
import { messagePayload } from '../messages.ts'
import type { Ack } from '../socket.ts'
import { issueTrigger } from '../triggers.ts'
import { actionTs, channelPart, interactionBase } from './payload-parts.ts'
import { issueResponseUrl } from './responses.ts'

/** Uses a shortcut as a person: a global one, or a message shortcut on `message`. */
export function useShortcut(core: Core, user: User, callbackId: string, message?: Message): Promise<Ack> {
  const wanted = message ? 'message' : 'global'
  const declared = core.manifest.shortcuts.find(
    ({ callback_id, type }) => callback_id === callbackId && type === wanted,
  )
  if (!declared) throw new ControlError(`The app has no ${wanted} shortcut ${callbackId}.`)
  const common = {
    callback_id: callbackId,
    trigger_id: issueTrigger(core, user.id, message ? { channel: message.channel } : {}).id,
    action_ts: actionTs(core),
  }
  if (!message) return deliver(core, 'interactive', { ...interactionBase(core, 'shortcut', user), ...common })
  const channel = findChannel(core, message.channel)
  const payload: JsonObject = {
    ...interactionBase(core, 'message_action', user),
    ...common,
    message_ts: message.ts,
    channel: channel && channelPart(channel),
    message: messagePayload(core, message),
    response_url: issueResponseUrl(core, message.channel, user.id, message),
  }
  return deliver(core, 'interactive', payload)
}
