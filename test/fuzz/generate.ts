import type { JsonObject } from '../../src/sandbox/entities.ts'
import { interactionBase } from '../../src/sandbox/interactions/payload-parts.ts'
import { messagePayload } from '../../src/sandbox/messages.ts'
import { userPayload } from '../../src/sandbox/routes/users.ts'
import { action, submission } from './act.ts'
import type { Bot } from './bot.ts'
import { hostileText, oddValue } from './hostile.ts'
import { twists } from './http.ts'
import type { Material } from './material.ts'
import { channelNamed, channelOf, person, personRow } from './people.ts'
import type { Random } from './random.ts'
import { idsOf } from './registered.ts'
import { isJson, placeholder, type Step } from './step.ts'
import { typed } from './words.ts'

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
    ...interactionBase(core, 'message_action', personRow(bot, person(random, bot))),
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
