import { interactiveElements } from '../../src/sandbox/block-kit/walk.ts'
import type { JsonObject, ViewPayload } from '../../src/sandbox/entities.ts'
import { optionsOf, shapeOf } from '../../src/sandbox/interactions/element-values.ts'
import { channelPart, interactionBase } from '../../src/sandbox/interactions/payload-parts.ts'
import { messagePayload } from '../../src/sandbox/messages.ts'
import { userPayload } from '../../src/sandbox/routes/users.ts'
import type { Bot } from './bot.ts'
import { filled, type Known, tameValue } from './fill.ts'
import { hostileText, oddValue, spoiled } from './hostile.ts'
import { twists } from './http.ts'
import type { Random } from './random.ts'
import { idsOf, type Registered } from './registered.ts'
import { isJson, placeholder, type Step } from './step.ts'
import { type Grammar, typed } from './words.ts'

/** What steps are made from: the bot's listeners, its grammar, the modals seen so far by callback id, and values of buttons by action id. */
export type Material = {
  listeners: readonly Registered[]
  grammar: Grammar
  views: Map<string, JsonObject[]>
  values: Map<string, Set<string>>
  names: readonly string[]
}

type Used = {
  user: string
  element: JsonObject
  block: JsonObject
  view?: JsonObject
  message?: JsonObject
  channel?: string
}

/** The next step: what somebody or something may do to the bot as it stands now. */
export function nextStep(random: Random, bot: Bot, material: Material): Step {
  const { listeners } = material
  const make = random.weighted<() => Step>([
    [30, () => command(random, bot, material)],
    [30, () => action(random, bot, material)],
    [24, () => submission(random, bot, material)],
    [4, () => shortcut(random, bot, material)],
    [6, () => event(random, bot, material)],
    [idsOf(listeners, 'options').length > 0 ? 4 : 0, () => options(random, bot, material)],
    [1, () => ({ kind: 'travel', hours: random.pick([1, 3, 24, 24, 72, 24 * 14]) })],
  ])
  const step = make()
  if (step.kind !== 'envelope' || step.broken) return step
  if (random.chance(0.05))
    return { kind: 'http', listener: step.listener, body: step.body, twist: random.pick(twists), broken: true }
  if (random.chance(0.06)) return { ...step, body: broken(random, step.body), broken: true }
  if (random.chance(0.04)) return { ...step, twice: true }
  return step
}

function command(random: Random, bot: Bot, { listeners, grammar, names }: Material): Step {
  const commands = idsOf(listeners, 'command')
  const { command: name, words } = typed(random, grammar, commands, names)
  return commandStep(bot, person(random, bot), channelOf(random, bot), name, words)
}

/** A slash command as an envelope. */
export function commandStep(bot: Bot, user: string, channel: string, command: string, text: string): Step {
  const { team, app } = bot.slack.core.store.state
  const body = {
    token: app.verification_token,
    team_id: team.id,
    team_domain: 'sandbox',
    channel_id: channel,
    channel_name: 'channel',
    user_id: user,
    user_name: 'user',
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: placeholder.response,
    trigger_id: placeholder.trigger,
  }
  return { kind: 'envelope', listener: `command ${command}`, body }
}

function action(random: Random, bot: Bot, material: Material): Step {
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
  return { kind: 'envelope', listener: `action ${id}`, body }
}

/** Every element of the newest messages, of App Homes, of open modals and of modals seen before, with somebody who may use it. */
export function elementsInSight(random: Random, bot: Bot, material: Material): Used[] {
  const { state } = bot.slack.core.store
  const { core } = bot.slack
  const place = random.below(4)
  if (place === 0) {
    const messages = state.messages.filter((one) => one.blocks).slice(-300)
    if (messages.length === 0) return []
    const message = random.pick(messages)
    const user = message.ephemeral_for ?? person(random, bot)
    const shown = messagePayload(core, message)
    return usable(message.blocks ?? []).map((one) => ({
      ...one,
      user,
      channel: message.channel,
      ...(message.ephemeral_for ? {} : { message: shown }),
    }))
  }
  if (place === 1 && state.homes.length > 0) {
    const { user, view } = random.pick(state.homes)
    return usable(view.blocks).map((one) => ({ ...one, user, view }))
  }
  const view = someView(random, bot, material)
  return view ? usable(view.view.blocks as JsonObject[]).map((one) => ({ ...one, ...view })) : []
}

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
  const all = [...views.values()].flat()
  const view = random.chance(0.4) && all.length > 0 ? random.pick(all) : undefined
  return { user: person(random, bot), element, block, ...(view ? { view } : { channel: channelOf(random, bot) }) }
}

function submission(random: Random, bot: Bot, material: Material): Step {
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
  return { kind: 'envelope', listener: `view ${String(view.callback_id)}`, body }
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

function shortcut(random: Random, bot: Bot, { listeners }: Material): Step {
  const { core } = bot.slack
  const id = random.pick(idsOf(listeners, 'shortcut'))
  const messages = core.store.state.messages.slice(-200)
  const text = random.chance(0.5) ? hostileText(random) : '请武汉海关与市商务局协调通关时间'
  const message =
    messages.length > 0 && random.chance(0.4)
      ? messagePayload(core, random.pick(messages))
      : { type: 'message', user: person(random, bot), ts: '1719187200.000100', text }
  const body: JsonObject = {
    ...interactionBase(core, random.chance(0.9) ? 'message_action' : 'shortcut', personRow(bot, person(random, bot))),
    callback_id: id,
    trigger_id: placeholder.trigger,
    action_ts: '1719187200.000000',
    message_ts: message.ts,
    channel: channelNamed(bot, channelOf(random, bot)),
    message,
    response_url: placeholder.response,
  }
  return { kind: 'envelope', listener: `shortcut ${id}`, body }
}

function event(random: Random, bot: Bot, { listeners }: Material): Step {
  const { core } = bot.slack
  const { app, team } = core.store.state
  const type = random.pick(idsOf(listeners, 'event'))
  const user = person(random, bot)
  const fields: JsonObject =
    type === 'user_change'
      ? {
          user: {
            ...userPayload(core, personRow(bot, user), true),
            locale: random.pick(['zh-CN', 'en-US', 'fr-FR', '', hostileText(random)]),
          },
        }
      : {
          user,
          channel: channelOf(random, bot),
          tab: random.pick(['home', 'home', 'home', 'messages', '']),
          item: {},
          tokens: { bot: [] },
        }
  const body = {
    token: app.verification_token,
    team_id: team.id,
    api_app_id: app.id,
    type: 'event_callback',
    event: { type, event_ts: '1719187200.000000', ...fields },
    event_id: `Ev${random.below(50)}`,
    event_time: 1_719_187_200,
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.bot_user, is_bot: true, is_enterprise_install: false },
    ],
  }
  return { kind: 'envelope', listener: `event ${type}`, body }
}

function options(random: Random, bot: Bot, { listeners }: Material): Step {
  const id = random.pick(idsOf(listeners, 'options'))
  const base = interactionBase(bot.slack.core, 'block_suggestion', personRow(bot, person(random, bot)))
  const body = {
    ...base,
    action_id: id,
    block_id: 'b',
    value: hostileText(random),
    container: { type: 'view', view_id: 'V0' },
  }
  return { kind: 'envelope', listener: `options ${id}`, body }
}

/** The same with one thing in it gone, of another type, or too many: what Slack does not send. */
function broken(random: Random, body: JsonObject): JsonObject {
  const copy = structuredClone(body)
  const holders: JsonObject[] = []
  const collect = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (isJson(value)) {
      holders.push(value)
      Object.values(value).forEach(collect)
    }
  }
  collect(copy)
  const holder = random.chance(0.5) ? copy : random.pick(holders)
  const keys = Object.keys(holder)
  if (keys.length === 0) return copy
  const key = random.pick(keys)
  if (random.chance(0.5)) delete holder[key]
  else holder[key] = random.chance(0.3) ? hostileText(random) : oddValue(random)
  return copy
}

function person(random: Random, bot: Bot): string {
  const { users } = bot.slack.core.store.state
  const ids = users.filter((user) => !user.is_bot).map(({ id }) => id)
  return random.weighted<() => string>([
    [4, () => random.pick(ids.slice(0, 4))],
    [4, () => random.pick(ids)],
    [2, () => 'U0CONVENER'],
  ])()
}

const personRow = (bot: Bot, id: string) =>
  bot.slack.core.store.state.users.find((user) => user.id === id) ?? {
    id,
    name: id,
    real_name: id,
    locale: 'zh-CN',
    title: '',
    is_bot: false,
  }

function channelOf(random: Random, bot: Bot): string {
  const { channels } = bot.slack.core.store.state
  return random.pick(channels).id
}

function channelNamed(bot: Bot, id: string | undefined): JsonObject {
  const found = bot.slack.core.store.state.channels.find((channel) => channel.id === id)
  return found ? channelPart(found) : { id: id ?? 'C0NONE', name: 'x' }
}

function knownOf(bot: Bot, { names }: Material): Known {
  const { users, channels, files } = bot.slack.core.store.state
  return {
    people: users.filter((user) => !user.is_bot).map(({ id }) => id),
    channels: channels.map(({ id }) => id),
    files: files.map(({ id, name, title, mimetype, size }) => ({
      id,
      name,
      title,
      mimetype,
      size,
      permalink: `https://files.example/${id}`,
    })),
    texts: names,
  }
}
