import type { State } from './entities.ts'
import { newId, newSecret } from './ids.ts'
import type { AppManifest } from './manifest.ts'

/** The people, channels and groups a new workspace starts with. `bot: true` makes the bot a member of the channel. */
export type WorkspaceSeed = {
  team: { id: string; name: string }
  users: { id: string; name: string; realName: string; locale: string; title?: string }[]
  channels: { id: string; name: string; topic?: string; members: string[] | 'all'; bot?: boolean }[]
  usergroups?: { id: string; handle: string; name: string; users: string[] }[]
}

/** Slack's own user, who tells people what went wrong. */
export const slackbotId = 'USLACKBOT'

/** A new workspace with the app installed: fresh tokens, the bot user, no messages. `now` is the first instant. */
export function seedState(seed: WorkspaceSeed, manifest: AppManifest, now: Date): State {
  const bot = newId('U')
  const appId = newId('A')
  const people = seed.users.map((user) => ({
    id: user.id,
    name: user.name,
    real_name: user.realName,
    locale: user.locale,
    title: user.title ?? '',
    is_bot: false,
  }))
  return {
    version: 1,
    clock_ms: now.getTime(),
    last_ts: 0,
    team: seed.team,
    app: {
      id: appId,
      bot_user: bot,
      bot_id: newId('B'),
      bot_token: `xoxb-sandbox-${newSecret()}`,
      app_token: `xapp-1-${appId}-${newSecret()}`,
      verification_token: newSecret(12),
    },
    users: [
      ...people,
      { id: slackbotId, name: 'slackbot', real_name: 'Slackbot', locale: 'en-US', title: '', is_bot: true },
      { id: bot, name: manifest.botName, real_name: manifest.name, locale: 'en-US', title: '', is_bot: true },
    ],
    channels: seed.channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      topic: channel.topic ?? '',
      is_im: false,
      members: [
        ...(channel.members === 'all' ? people.map((user) => user.id) : channel.members),
        ...(channel.bot ? [bot] : []),
      ],
      created: Math.floor(now.getTime() / 1000),
    })),
    messages: [],
    views: [],
    homes: [],
    files: [],
    usergroups: seed.usergroups ?? [],
    triggers: [],
    response_urls: [],
  }
}
