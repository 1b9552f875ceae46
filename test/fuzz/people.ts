import type { JsonObject } from '../../src/sandbox/entities.ts'
import { channelPart } from '../../src/sandbox/interactions/payload-parts.ts'
import type { Bot } from './bot.ts'
import type { Known } from './fill.ts'
import type { Material } from './material.ts'
import type { Random } from './random.ts'

/** Somebody of the workspace, the office more often than others. */
export function person(random: Random, bot: Bot): string {
  const { users } = bot.slack.core.store.state
  const ids = users.filter((user) => !user.is_bot).map(({ id }) => id)
  return random.weighted<() => string>([
    [4, () => random.pick(ids.slice(0, 4))],
    [4, () => random.pick(ids)],
    [2, () => 'U0CONVENER'],
  ])()
}

/** A person as Slack knows them, or as it would. */
export const personRow = (bot: Bot, id: string) =>
  bot.slack.core.store.state.users.find((user) => user.id === id) ?? {
    id,
    name: id,
    real_name: id,
    locale: 'zh-CN',
    title: '',
    is_bot: false,
  }

/** Some channel or conversation. */
export function channelOf(random: Random, bot: Bot): string {
  const { channels } = bot.slack.core.store.state
  return random.pick(channels).id
}

/** A channel as an interaction names it. */
export function channelNamed(bot: Bot, id: string | undefined): JsonObject {
  const found = bot.slack.core.store.state.channels.find((channel) => channel.id === id)
  return found ? channelPart(found) : { id: id ?? 'C0NONE', name: 'x' }
}

/** What the fields of a form may name. */
export function knownOf(bot: Bot, { names }: Material): Known {
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
