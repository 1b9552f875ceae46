import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type PlanChannels, setPlanChannels } from '../../usecases/plan/set-plan-channels.ts'
import { showPlan } from '../../usecases/plan/show-plan.ts'
import { input, type Message, message, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import type { ActionRequest, CommandRequest, Fields, Request, SubmitRequest } from '../requests/request.ts'

/** Opens the form of the plan's channels. */
export async function openChannels(request: CommandRequest | ActionRequest): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const { plan } = await showPlan(context, actor)
  await client.views.open({ trigger_id: triggerId, view: channelsModal(locale, plan, { channel, seen: seenOf(plan) }) })
}

/** The form: one channel for agendas, one for digests. */
export function channelsModal(
  locale: Locale,
  current: { meetingChannel: string | null; leadingChannel: string | null },
  metadata: Record<string, unknown>,
): ModalView {
  const field = (block: string, label: string, actionId: string, initial: string | null) =>
    input(
      block,
      label,
      {
        type: 'conversations_select',
        action_id: actionId,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(initial && { initial_conversation: initial }),
      },
      { optional: true },
    )
  return {
    type: 'modal',
    callback_id: ids.plan.channelsModal,
    title: { type: 'plain_text', text: t(locale, 'plan.channels_title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      paragraph(t(locale, 'plan.channels_intro')),
      field('meeting', t(locale, 'plan.channel_meeting'), ids.plan.meetingChannel, current.meetingChannel),
      field('leading', t(locale, 'plan.channel_leading'), ids.plan.leadingChannel, current.leadingChannel),
    ],
  }
}

/** What the form holds; an empty field leaves its channel as it is. */
export function readChannels(fields: Fields): { input: PlanChannels } {
  const meetingChannel = fields[ids.plan.meetingChannel]?.selected_conversation
  const leadingChannel = fields[ids.plan.leadingChannel]?.selected_conversation
  return { input: { ...(meetingChannel && { meetingChannel }), ...(leadingChannel && { leadingChannel }) } }
}

/** Stores the channels of the form. */
export async function submitChannels(request: SubmitRequest, channels: PlanChannels): Promise<void> {
  await storeChannels(request, channels, request.metadata.seen as PlanChannels)
}

function seenOf({ meetingChannel, leadingChannel }: { meetingChannel: string | null; leadingChannel: string | null }) {
  return { ...(meetingChannel && { meetingChannel }), ...(leadingChannel && { leadingChannel }) }
}

/** Stores the channels, joins them where the bot may, and says where it must be invited. */
export async function storeChannels(
  request: Request,
  channels: PlanChannels,
  seen: PlanChannels | null = null,
): Promise<void> {
  const { context, actor, locale, client, reply } = request
  await setPlanChannels(context, actor, channels, seen)
  const given = [channels.meetingChannel, channels.leadingChannel].filter((id) => id !== undefined)
  const outside = await Promise.all(given.map(async (id) => ((await joins(client, id)) ? [] : [id])))
  await reply(channelsMessage(locale, channels, outside.flat()))
}

function channelsMessage(locale: Locale, channels: PlanChannels, outside: readonly string[]): Message {
  const text = (words: string) => ({ type: 'text' as const, text: words })
  const named = (label: string, id: string | undefined) =>
    id ? [text(`${label} `), { type: 'channel' as const, channel_id: id }, text('\n')] : []
  const elements = [
    ...named(t(locale, 'plan.channel_meeting'), channels.meetingChannel),
    ...named(t(locale, 'plan.channel_leading'), channels.leadingChannel),
  ]
  const names = [
    ...(outside.includes(channels.meetingChannel ?? '') ? [t(locale, 'plan.channel_meeting')] : []),
    ...(outside.includes(channels.leadingChannel ?? '') ? [t(locale, 'plan.channel_leading')] : []),
  ]
  return message(t(locale, 'plan.channels_set'), [
    ...(elements.length > 0
      ? [{ type: 'rich_text' as const, elements: [{ type: 'rich_text_section' as const, elements }] }]
      : []),
    ...(names.length > 0
      ? [paragraph(t(locale, 'plan.channels_invite', { names: names.join(t(locale, 'list.separator')) }))]
      : []),
  ])
}

/** Joins a channel; false where only an invitation lets the bot in. */
export async function joins(client: WebClient, channel: string): Promise<boolean> {
  try {
    await client.conversations.join({ channel })
    return true
  } catch {
    const known = await client.conversations.info({ channel }).catch(() => null)
    return known?.channel?.is_member === true
  }
}
