import { interactiveElements } from '../../src/sandbox/block-kit/walk.ts'
import type { JsonObject, Message, ViewPayload } from '../../src/sandbox/entities.ts'
import { optionsOf, shapeOf } from '../../src/sandbox/interactions/element-values.ts'
import { interactionBase } from '../../src/sandbox/interactions/payload-parts.ts'
import { messagePayload } from '../../src/sandbox/messages.ts'
import type { Bot } from './bot.ts'
import { filled, type Known, tameValue } from './fill.ts'
import { hostileText, oddValue, spoiled } from './hostile.ts'
import type { Material } from './material.ts'
import { channelNamed, channelOf, knownOf, person, personRow } from './people.ts'
import type { Random } from './random.ts'
import { idsOf } from './registered.ts'
import { isJson, placeholder, type Step } from './step.ts'

type Used = {
  user: string
  element: JsonObject
  block: JsonObject
  view?: JsonObject
  message?: JsonObject
  channel?: string
}

/** A use of something in sight, or of a listener's id in something that never was. */
export function action(random: Random, bot: Bot, material: Material): Step {
  const seen = random.chance(0.7) ? elementsInSight(random, bot, material) : []
  const used = seen.length > 0 ? random.pick(seen) : forged(random, bot, material)
  const user = random.chance(0.25) ? person(random, bot) : used.user
  return actionStep(random, bot, material, { ...used, user })
}

/** A use of an element as an envelope; what is chosen in it is the element's own or another's. */
export function actionStep(random: Random, bot: Bot, material: Material, used: Used, honest = false): Step {
  const { core } = bot.slack
  const { element, block, view, message, channel, user } = used
  const id = String(element.action_id)
  const known = knownOf(bot, material)
  const others = [...(material.values.get(id) ?? [])]
  const value = (text: string) => (honest || random.chance(0.6) ? text : spoiled(random, text, others))
  const shape = shapeOf(element)
  const chosen: JsonObject = {}
  if (element.type === 'button' && element.value !== undefined) chosen.value = value(String(element.value))
  else if (element.type === 'overflow' || (shape && optionsOf(element).length > 0)) {
    const option =
      optionsOf(element).length > 0
        ? random.pick(optionsOf(element))
        : { text: { type: 'plain_text', text: 'x' }, value: '1' }
    const picked = { ...option, value: value(String(option.value)) }
    chosen[shape?.field ?? 'selected_option'] = shape?.many ? [picked] : picked
  } else if (shape)
    chosen[shape.field] = shape.many ? [tameValue(random, element, known)] : tameValue(random, element, known)
  const body: JsonObject = {
    ...interactionBase(core, 'block_actions', personRow(bot, user)),
    container: view
      ? { type: 'view', view_id: placeholder.view }
      : { type: 'message', message_ts: message?.ts ?? '1719187200.000100', channel_id: channel, is_ephemeral: true },
    trigger_id: placeholder.trigger,
    ...(view
      ? { view: opened(random, view, known, material, honest) }
      : { channel: channelNamed(bot, channel), response_url: placeholder.response, ...(message && { message }) }),
    ...(!view && { state: { values: {} } }),
    actions: [
      {
        type: element.type,
        action_id: id,
        block_id: block.block_id,
        action_ts: '1719187200.000000',
        text: element.text,
        ...chosen,
      },
    ],
  }
  return {
    kind: 'envelope',
    listener: `action ${id}`,
    body,
    ...(view && isReshaped(view, body) && { broken: true as const }),
  }
}

/** The elements of one thing in sight: a message, an App Home, or a modal that is open or was seen before; with who may use it. */
function elementsInSight(random: Random, bot: Bot, material: Material): Used[] {
  const { messages, homes } = bot.slack.core.store.state
  const place = random.below(4)
  if (place === 0) {
    const shown = messages.filter((one) => one.blocks).slice(-300)
    return shown.length > 0 ? ofMessage(bot, random.pick(shown), person(random, bot)) : []
  }
  if (place === 1 && homes.length > 0) return ofView(random.pick(homes))
  const view = someView(random, bot, material)
  return view ? ofView(view) : []
}

/** Every element that is in sight or was; what everybody sees, `user` uses. */
export function everythingInSight(bot: Bot, { views }: Material, user: string): Used[] {
  const { messages, homes, views: open } = bot.slack.core.store.state
  const before = [...views.values()].flat().map((view) => ({ user, view }))
  return [
    ...[...homes, ...open, ...before].flatMap(ofView),
    ...messages.flatMap((message) => ofMessage(bot, message, user)),
  ]
}

function ofMessage(bot: Bot, message: Message, user: string): Used[] {
  const found = usable(message.blocks ?? [])
  if (found.length === 0) return []
  const { channel, ephemeral_for: only } = message
  const seen = only ? {} : { message: messagePayload(bot.slack.core, message) }
  return found.map((one) => ({ ...one, user: only ?? user, channel, ...seen }))
}

const ofView = ({ user, view }: { user: string; view: JsonObject }): Used[] =>
  usable(view.blocks as JsonObject[]).map((one) => ({ ...one, user, view }))

/** Elements that send something when they are used; most fields of a form do not before it is submitted. */
const usable = (blocks: readonly JsonObject[]) =>
  interactiveElements(blocks).filter(({ block }) => block.type !== 'input' || block.dispatch_action === true)

function forged(random: Random, bot: Bot, { listeners, values, views }: Material): Used {
  const id = random.pick(idsOf(listeners, 'action'))
  const known = [...(values.get(id) ?? [])]
  const value =
    known.length > 0
      ? random.pick(known)
      : random.pick(['', '1', '1/1', '1/2', '1/1/1', '2024H1', '1/2024H1', hostileText(random)])
  const type = random.pick([
    'button',
    'button',
    'button',
    'static_select',
    'overflow',
    'users_select',
    'datepicker',
    'plain_text_input',
    'checkboxes',
  ])
  const option = { text: { type: 'plain_text', text: 'x', emoji: false }, value }
  const element: JsonObject = { type, action_id: id, text: { type: 'plain_text', text: 'x' }, value, options: [option] }
  const block = { type: 'actions', block_id: 'b', elements: [element] }
  // A modal comes back with the element that was used in it.
  const holding = [...views.values()].flat().filter((one) => JSON.stringify(one.blocks).includes(`"${id}"`))
  const view = random.chance(0.4) && holding.length > 0 ? random.pick(holding) : undefined
  return { user: person(random, bot), element, block, ...(view ? { view } : { channel: channelOf(random, bot) }) }
}

/** A submitted modal: one that is open, one that was seen before, or one that never was. */
export function submission(random: Random, bot: Bot, material: Material): Step {
  const ids = idsOf(material.listeners, 'view')
  const found = random.chance(0.7) ? someView(random, bot, material) : null
  const id = found ? String(found.view.callback_id) : random.pick(ids)
  const library = material.views.get(id) ?? []
  const view = found?.view ?? (library.length > 0 ? random.pick(library) : emptyView(random, id))
  const user = found && random.chance(0.8) ? found.user : person(random, bot)
  const step = submissionStep(random, bot, material, user, view)
  // Of a modal that was never seen nothing can be known; Slack sends none without fields.
  return ((found || library.length > 0) && view.submit) || step.kind !== 'envelope' ? step : { ...step, broken: true }
}

/** A submitted modal as an envelope. */
export function submissionStep(
  random: Random,
  bot: Bot,
  material: Material,
  user: string,
  view: JsonObject,
  honest = false,
): Step {
  const { core } = bot.slack
  const body: JsonObject = {
    ...interactionBase(core, 'view_submission', personRow(bot, user)),
    trigger_id: placeholder.trigger,
    view: opened(random, view, knownOf(bot, material), material, honest),
    response_urls: [],
  }
  return {
    kind: 'envelope',
    listener: `view ${String(view.callback_id)}`,
    body,
    ...(isReshaped(view, body) && { broken: true as const }),
  }
}

function someView(random: Random, bot: Bot, { views }: Material): { user: string; view: JsonObject } | null {
  const open = bot.slack.core.store.state.views
  if (open.length > 0 && random.chance(0.5)) return random.pick(open)
  const kinds = [...views.values()]
  if (kinds.length === 0) return null
  return { user: person(random, bot), view: random.pick(random.pick(kinds)) }
}

const emptyView = (random: Random, callbackId: string): JsonObject => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'x' },
  submit: { type: 'plain_text', text: 'x' },
  blocks: [],
  callback_id: callbackId,
  private_metadata: random.pick(['', '{}', '{"planId":1}']),
  external_id: '',
})

function opened(random: Random, view: JsonObject, known: Known, material: Material, honest: boolean): JsonObject {
  const blocks = view.blocks as JsonObject[]
  const metadata = String(view.private_metadata ?? '')
  return {
    ...(structuredClone(view) as ViewPayload),
    id: placeholder.view,
    private_metadata: honest || random.chance(0.75) ? metadata : spoiledMetadata(random, metadata, material),
    state: { values: filled(random, blocks, known, honest ? 0 : random.pick([0, 0, 0.2, 0.6])) },
  }
}

/** Whether the form's memory has other keys or types than the bot gave it: Slack hands back what it was given. */
function isReshaped(before: JsonObject, { view }: JsonObject): boolean {
  const shape = (text: unknown) => {
    try {
      const data: unknown = JSON.parse(String(text || '{}'))
      return isJson(data)
        ? JSON.stringify(
            Object.entries(data)
              .map(([key, value]) => [key, value === null ? 'null' : typeof value])
              .sort(),
          )
        : null
    } catch {
      return null
    }
  }
  const after = shape((view as JsonObject).private_metadata)
  // What is no object at all is told apart at once, and must be refused in words.
  return after !== null && after !== shape(before.private_metadata)
}

function spoiledMetadata(random: Random, text: string, { views }: Material): string {
  const others = [...views.values()].flat().map((view) => String(view.private_metadata ?? ''))
  if (random.chance(0.15))
    return random.pick(['', '{', 'null', '[]', '"x"', '0', '{}', hostileText(random).slice(0, 3000), ...others])
  try {
    const data: unknown = JSON.parse(text)
    if (!isJson(data) || Object.keys(data).length === 0) return text
    const key = random.pick(Object.keys(data))
    if (random.chance(0.2)) delete data[key]
    else
      data[key] =
        typeof data[key] === 'number' && random.chance(0.7)
          ? random.pick([0, -1, 2, 3, 99, 2 ** 31, 1.5, 1e300])
          : random.chance(0.5)
            ? hostileText(random)
            : oddValue(random)
    return JSON.stringify(data)
  } catch {
    return text
  }
}
