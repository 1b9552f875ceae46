import { ApiError } from '../api-error.ts'
import type { Core } from '../core.ts'
import { deliver } from '../deliveries.ts'
import type { Channel, JsonObject, User } from '../entities.ts'
import { addMessage } from '../messages.ts'
import { slackbotId } from '../seed.ts'
import { issueTrigger } from '../triggers.ts'
import { linkMentions } from './mentions.ts'
import { applyResponse, issueResponseUrl } from './responses.ts'
import { commandFailure } from './wording.ts'

/** What became of a command: the app's ack, or why it failed. */
export type CommandOutcome = { ok: true; ack: JsonObject } | { ok: false; error: string }

/**
 * Sends a slash command as a person in a channel and applies the app's answer. Where the app does not answer in three
 * seconds, or answers what Slack cannot show, the person sees Slack's own line about it.
 */
export async function runCommand(
  core: Core,
  user: User,
  channel: Channel,
  command: string,
  text: string,
): Promise<CommandOutcome> {
  const { app, team } = core.store.state
  const declared = core.manifest.commands.find((candidate) => candidate.command === command)
  const ack = await deliver(core, 'slash_commands', {
    token: app.verification_token,
    team_id: team.id,
    team_domain: 'sandbox',
    channel_id: channel.id,
    channel_name: channel.is_im ? 'directmessage' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: declared?.should_escape ? linkMentions(core, text) : text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(core, channel.id, user.id),
    trigger_id: issueTrigger(core, user.id, { channel: channel.id }).id,
  })
  const fail = (error: string): CommandOutcome => {
    addMessage(core, {
      channel: channel.id,
      user: slackbotId,
      text: commandFailure(user.locale, command, error),
      ephemeral_for: user.id,
    })
    return { ok: false, error }
  }
  if (ack.kind === 'timeout') return fail('operation_timeout')
  const { text: reply, blocks } = ack.payload
  if (!reply && !blocks) return { ok: true, ack: ack.payload }
  try {
    applyResponse(core, { channel: channel.id, user: user.id, ephemeral: false }, ack.payload)
    return { ok: true, ack: ack.payload }
  } catch (error) {
    if (error instanceof ApiError) return fail(error.message)
    throw error
  }
}
