import type { WebClient } from '@slack/web-api'
import { unescapeText } from '../blocks.ts'

/** As much of a message as a form can hold, with room for its markup. */
const readAtMost = 6000
/** Names are looked up while a person waits for the form. */
const namesAtMost = 10

/** A message as Slack hands it on. */
type SourceMessage = { text?: string | undefined; files?: unknown }

/**
 * A message as people read it: mentions by name, links with their address, entities as typed; the names of its files where it
 * has no text.
 */
export async function readableText(client: WebClient, { text = '', files }: SourceMessage): Promise<string> {
  const stored = text.trim()
  if (stored === '') return fileNames(files)
  const people = [
    ...new Set([...stored.slice(0, readAtMost).matchAll(/<@([A-Z0-9]+)>/g)].map((match) => match[1] ?? '')),
  ]
  const names = await Promise.all(
    people.slice(0, namesAtMost).map(async (user) => {
      const answer = await client.users.info({ user }).catch(() => null)
      return [user, answer?.user?.real_name ?? answer?.user?.name ?? user] as const
    }),
  )
  return plainText(stored, new Map(names)).trim()
}

// What a person typed between < and > themselves is no link: 进口<10%，出口>5%.
const link = /<((?:@[A-Z0-9]|#[A-Z0-9]|!|[a-z][a-z0-9+.-]*:)[^<>|]*)(?:\|([^<>]*))?>/g

/** Slack's markup of a stored text as people see it; `names` are those of people by id. */
export function plainText(stored: string, names: ReadonlyMap<string, string> = new Map()): string {
  const shown = stored.replace(link, (_, target: string, label?: string) => {
    if (target.startsWith('@')) return `@${label || (names.get(target.slice(1)) ?? target.slice(1))}`
    if (target.startsWith('#')) return `#${label || target.slice(1)}`
    if (target.startsWith('!')) return label || `@${target.slice(1).replace(/\^.*$/, '')}`
    return label && label !== target ? `${label} (${target.replace(/^mailto:/, '')})` : target
  })
  return unescapeText(shown)
}

function fileNames(files: unknown): string {
  if (!Array.isArray(files)) return ''
  return files
    .map((file: { title?: unknown; name?: unknown }) => String(file.title ?? file.name ?? ''))
    .filter((name) => name !== '')
    .join('\n')
}
