import { findChannel } from '../../src/sandbox/channels.ts'
import type { JsonObject, ViewPayload } from '../../src/sandbox/entities.ts'
import { issueResponseUrl } from '../../src/sandbox/interactions/responses.ts'
import { closeAll, newView, replaceView } from '../../src/sandbox/open-views.ts'
import { issueTrigger } from '../../src/sandbox/triggers.ts'
import { readView, type ViewContent } from '../../src/sandbox/view-content.ts'
import type { Bot } from './bot.ts'

/**
 * One thing that happens to the bot, whole in itself, so that it can be done again on another day of the same world:
 * an envelope with placeholders for what Slack gives out once; a request over HTTP; or time that passes.
 */
export type Step =
  | { kind: 'envelope'; listener: string; body: JsonObject; twice?: boolean; broken?: boolean }
  | { kind: 'http'; listener: string; body: JsonObject; twist: string; broken: true }
  | { kind: 'travel'; hours: number }

/** The placeholders of an envelope. */
export const placeholder = { trigger: '$TRIGGER', response: '$RESPONSE', view: '$VIEW', hash: '$HASH', ts: '$TS' }

/**
 * An envelope as Slack sends it now: a view in it is open on the person's screen, but for one that is `broken`; its trigger and
 * addresses are fresh.
 */
export function materialise(bot: Bot, body: JsonObject, broken = false): JsonObject {
  const { core } = bot.slack
  const copy = structuredClone(body)
  const user = personOf(copy)
  const channel = typeof copy.channel_id === 'string' ? copy.channel_id : idOf(copy.channel)
  const view = isJson(copy.view) ? copy.view : null
  let viewId: string | undefined
  if (view && view.id === placeholder.view && Array.isArray(view.blocks)) {
    const open = newView(core, view as ViewContent, null)
    viewId = open.id
    Object.assign(view, { id: open.id, hash: open.hash, root_view_id: open.id, previous_view_id: null })
    closeAll(core, user)
    const { type } = view
    // A forged one without fields stays off the screen.
    if (type === 'modal' && view.blocks.length > 0 && !broken)
      core.store.state.views.push({ user, view: { ...open, ...structuredClone(view) } as ViewPayload })
    if (isJson(copy.container)) copy.container.view_id = open.id
  }
  if (copy.trigger_id === placeholder.trigger)
    copy.trigger_id = issueTrigger(
      core,
      user,
      viewId && view?.type === 'modal' ? { view: viewId } : channel ? { channel } : {},
    ).id
  if (copy.response_url === placeholder.response)
    copy.response_url = issueResponseUrl(core, channel && findChannel(core, channel) ? channel : 'C0MEETING', user)
  return copy
}

/** Does what Slack does with an ack. @throws ApiError where Slack would refuse it */
export function applyAck(bot: Bot, sent: JsonObject, ack: unknown): void {
  if (sent.type !== 'view_submission' || !isJson(ack)) return
  const { core } = bot.slack
  const view = sent.view as ViewPayload
  if (ack.response_action === 'update' || ack.response_action === 'push') {
    const content = readView(core, ack.view, 'modal')
    const open = core.store.state.views.find((one) => one.view.id === view.id)
    if (open) replaceView(core, open.view, content)
  }
  if (ack.response_action === 'errors') {
    const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id)
    const at = Object.keys(ack.errors as object)
    if (at.length === 0 || at.some((block) => !inputs.includes(block)))
      throw new Error(`invalid_error_block_ids: ${at.join(', ')}`)
  }
  if (ack.response_action === 'clear') closeAll(core, personOf(sent))
}

/** Who acts in an envelope. */
function personOf(body: JsonObject): string {
  if (typeof body.user_id === 'string') return body.user_id
  const event = isJson(body.event) ? body.event : body
  return typeof event.user === 'string' ? event.user : (idOf(event.user) ?? 'U0NOBODY')
}

const idOf = (value: unknown) => (isJson(value) && typeof value.id === 'string' ? value.id : undefined)

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
