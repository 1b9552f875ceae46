import { everyObject, isObject } from './block-kit/walk.ts'
import type { Core } from './core.ts'
import type { JsonObject, Message, StoredFile } from './entities.ts'

/**
 * The ids of the app's own processed files whose permalinks stand in a message's text, bare or as `<url|name>`: Slack
 * shares those with the message, whatever its blocks show. A stranger's file stays where it is.
 */
export function filesLinkedIn(core: Core, text: string): string[] {
  const { app, files } = core.store.state
  const links = text.matchAll(/(https?:\/\/[^\s<>|/]+)\/files\/\w+\/(F\w+)(?=[/\s<>|]|$)/g)
  const ids = Array.from(links, ([, origin, id]) => (origin === core.baseUrl() ? id : undefined))
  return [...new Set(ids)].flatMap((id) => {
    const file = files.find((candidate) => candidate.id === id)
    return file?.ready && file.user === app.bot_user ? [file.id] : []
  })
}

/** Notes that files are now to be seen in a channel. */
export function shareFiles(core: Core, ids: readonly string[], channel: string): void {
  for (const file of core.store.state.files) {
    if (ids.includes(file.id) && !file.channels.includes(channel)) file.channels.push(channel)
  }
}

/** What tells whether a person may see a file: their own, those of their places, and images of what is shown to them. */
export function fileReader(core: Core, user: string): (file: StoredFile) => boolean {
  const { channels, messages, views, homes } = core.store.state
  const places = new Set(channels.filter(({ members }) => members.includes(user)).map(({ id }) => id))
  const seesMessage = ({ channel, ephemeral_for }: Message) =>
    places.has(channel) && (ephemeral_for === undefined || ephemeral_for === user)
  let images: Set<unknown> | undefined
  const imagesShown = () => {
    const shown = [
      ...messages.filter(seesMessage).map(({ blocks }) => blocks),
      ...[...views, ...homes].filter((open) => open.user === user).map(({ view }) => view.blocks),
    ]
    return new Set(imageFiles(shown))
  }
  return (file) => {
    if (file.user === user || file.channels.some((channel) => places.has(channel))) return true
    if (!file.mimetype.startsWith('image/')) return false
    images ??= imagesShown()
    return images.has(file.id)
  }
}

/** The ids of the files that blocks show as images, whether named by id or by address. */
function imageFiles(blocks: unknown): string[] {
  return Array.from(everyObject(blocks), ([object]) => object.slack_file).flatMap((reference) =>
    isObject(reference) ? (fileIdOf(reference) ?? []) : [],
  )
}

function fileIdOf({ id, url }: JsonObject): string | undefined {
  return typeof id === 'string' ? id : /[-/](F\w+)\//.exec(String(url))?.[1]
}
