import type { Channel, Workspace } from './wire.ts'

/** Where the page is: as whom, and in which channel (`home` is the App Home). */
export type Place = { user: string; channel: string }

/** The id that stands for the App Home in a place. */
export const HOME = 'home'

/** Reads `#U…/C…` or `#U…/home`; missing parts are empty. */
export function parsePlace(hash: string): Place {
  const [user = '', channel = ''] = decodeURIComponent(hash.replace(/^#/, '')).split('/')
  return { user, channel }
}

/** Writes a place as a URL hash. */
export function formatPlace(place: Place): string {
  return `#${encodeURIComponent(place.user)}/${encodeURIComponent(place.channel)}`
}

/**
 * A person's channels. Their direct conversation with the app is always among them: until one of both has written, it
 * goes by the id of the bot, which the server takes for it.
 */
export function channelsOf(user: string, { channels, app }: Pick<Workspace, 'channels' | 'app'>): Channel[] {
  const mine = channels.filter((one) => one.members.includes(user))
  if (mine.some((one) => one.is_im && one.members.includes(app.bot_user))) return mine
  return [...mine, { id: app.bot_user, name: '', is_im: true, user, members: [user, app.bot_user] }]
}

/**
 * The nearest place there is: an unknown person becomes the first one; somebody else's direct conversation, or the
 * bot's id, becomes their own; a channel they are not in becomes their first channel, or the App Home without any.
 */
export function resolvePlace(place: Place, workspace: Pick<Workspace, 'users' | 'channels' | 'app'>): Place {
  const people = workspace.users.filter((one) => !one.is_bot)
  const user = (people.find((one) => one.id === place.user) ?? people[0])?.id ?? ''
  const mine = channelsOf(user, workspace)
  if (place.channel === HOME || mine.some((one) => one.id === place.channel)) return { user, channel: place.channel }
  const direct = workspace.channels.some((one) => one.id === place.channel && one.is_im)
  const wanted = direct || place.channel === workspace.app.bot_user ? mine.find((one) => one.is_im) : undefined
  return { user, channel: (wanted ?? mine.find((one) => !one.is_im))?.id ?? HOME }
}
