import { interactiveElements, type Placed } from '../block-kit/walk.ts'
import { findChannel } from '../channels.ts'
import { ControlError } from '../control/control-error.ts'
import type { Core } from '../core.ts'
import { deliver } from '../deliveries.ts'
import type { JsonObject, Message, StateValues, User, ViewPayload } from '../entities.ts'
import { editMessage, messagePayload } from '../messages.ts'
import type { Ack } from '../socket.ts'
import { issueTrigger } from '../triggers.ts'
import { findOption, optionsOf, shapeOf, valuesOf } from './element-values.ts'
import { actionTs, channelPart, interactionBase } from './payload-parts.ts'
import { issueResponseUrl } from './responses.ts'
import { type SimpleValue, shapedValue } from './simple-values.ts'

/** Which element a person uses, and what they choose or type in it. */
export type Use = { action_id: string; block_id?: string | undefined; value?: SimpleValue | undefined }

/** Uses an element of a message as a person. */
export function actInMessage(core: Core, user: User, given: Message, use: Use): Promise<Ack> {
  const blocks = given.blocks ?? []
  const placed = findElement(blocks, use)
  const { action, values } = perform(core, placed, use, valuesOf(blocks, given.chosen?.[user.id] ?? {}))
  // Slack's client remembers what a person chose in a message, and sends it along with their next click.
  const message = shapeOf(placed.element)
    ? editMessage(core, given, { chosen: { ...given.chosen, [user.id]: values } })
    : given
  const channel = findChannel(core, message.channel)
  const isEphemeral = message.ephemeral_for !== undefined
  return deliver(core, 'interactive', {
    ...interactionBase(core, 'block_actions', user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    trigger_id: issueTrigger(core, user.id, { channel: message.channel }).id,
    channel: channel && channelPart(channel),
    // Slack keeps no ephemeral message, so it cannot send one back.
    ...(!isEphemeral && { message: messagePayload(core, message) }),
    state: { values },
    response_url: issueResponseUrl(core, message.channel, user.id, message),
    actions: [action],
  })
}

/** Uses an element of a modal or an App Home as a person; what is chosen stays in the view's state. */
export function actInView(core: Core, user: User, view: ViewPayload, use: Use): Promise<Ack> {
  const placed = findElement(view.blocks, use)
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true) {
    throw new ControlError(`The field ${use.action_id} sends nothing before the form is submitted.`)
  }
  const { action, values } = perform(core, placed, use, view.state.values)
  view.state = { values }
  core.store.changed()
  return deliver(core, 'interactive', {
    ...interactionBase(core, 'block_actions', user),
    container: { type: 'view', view_id: view.id },
    trigger_id: issueTrigger(core, user.id, view.type === 'modal' ? { view: view.id } : {}).id,
    view: structuredClone(view),
    actions: [action],
  })
}

function findElement(blocks: readonly JsonObject[], use: Use): Placed {
  const candidates = interactiveElements(blocks).filter(
    ({ block, element }) =>
      element.action_id === use.action_id && (use.block_id === undefined || block.block_id === use.block_id),
  )
  const byValue = candidates.filter(({ element }) => holds(element, use.value))
  const chosen = candidates.length > 1 && byValue.length > 0 ? byValue : candidates
  const [first, second] = chosen
  if (!first) {
    const known = interactiveElements(blocks).map(({ element }) => String(element.action_id))
    throw new ControlError(`There is no element ${use.action_id} there. There are: ${known.join(', ') || 'none'}.`, 404)
  }
  if (second) {
    const known = chosen.map(({ block, element }) => `${String(block.block_id)} (${valuesIn(element).join(', ')})`)
    throw new ControlError(
      `Several elements are called ${use.action_id}: say which by block_id or value. Their blocks: ${known.join('; ')}.`,
    )
  }
  return first
}

/** The values by which one of several elements of a name may be told: a button's own, or those of the options. */
function valuesIn(element: JsonObject): string[] {
  return element.type === 'button'
    ? [String(element.value ?? '')]
    : optionsOf(element).map(({ value }) => String(value))
}

function holds(element: JsonObject, value: SimpleValue | undefined): boolean {
  const wanted = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const offered = valuesIn(element)
  return wanted.length > 0 && wanted.every((each) => offered.includes(each))
}

function perform(
  core: Core,
  { block, element }: Placed,
  use: Use,
  before: StateValues,
): { action: JsonObject; values: StateValues } {
  const { type, action_id } = element
  const common = { type, action_id, block_id: block.block_id, action_ts: actionTs(core) }
  if (type === 'button') {
    if (use.value != null && use.value !== element.value) {
      throw new ControlError(`The button ${use.action_id} has the value ${JSON.stringify(element.value)}.`)
    }
    const { text, value, style, url } = element
    return {
      action: {
        ...common,
        text,
        ...(value !== undefined && { value }),
        ...(style !== undefined && { style }),
        ...(url !== undefined && { url }),
      },
      values: before,
    }
  }
  if (type === 'overflow') {
    const option = findOption(element, String(use.value))
    if (!option) throw new ControlError(`The menu ${use.action_id} has no option ${JSON.stringify(use.value)}.`)
    return { action: { ...common, selected_option: option }, values: before }
  }
  const value = shapedValue(core, element, use.value ?? null)
  const blockId = String(block.block_id)
  const values = { ...before, [blockId]: { ...before[blockId], [String(action_id)]: value } }
  const shape = shapeOf(element)
  const start = shape && element[shape.initial]
  const { placeholder } = element
  return {
    action: {
      ...common,
      ...value,
      ...(placeholder !== undefined && { placeholder }),
      ...(shape && start !== undefined && { [shape.initial]: start }),
    },
    values,
  }
}
