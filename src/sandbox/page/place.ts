import type { Workspace } from './wire.ts'

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
 * The nearest place there is: an unknown person becomes the first one, a channel they are not in becomes their own
 * direct conversation if it was one, otherwise their first channel, otherwise the App Home.
 */
export function resolvePlace(place: Place, { users, channels }: Workspace): Place {
  const people = users.filter((one) => !one.is_bot)
  const user = (people.find((one) => one.id === place.user) ?? people[0])?.id ?? ''
  const mine = channels.filter((one) => one.members.includes(user))
  if (place.channel === HOME || mine.some((one) => one.id === place.channel)) return { user, channel: place.channel }
  const wasDirect = channels.some((one) => one.id === place.channel && one.is_im)
  const nearest = (wasDirect ? mine.find((one) => one.is_im) : undefined) ?? mine.find((one) => !one.is_im) ?? mine[0]
  return { user, channel: nearest?.id ?? HOME }
}
