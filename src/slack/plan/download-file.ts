import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'

/** A file as it came from Slack. */
export type SlackFile = { name: string; bytes: Uint8Array }

/**
 * Fetches a file that a person gave to the bot. Its size is checked before and while reading; the bot's token goes only to
 * Slack's own hosts, or to the local one that the client itself talks to.
 * @throws DomainError `file.too_large` {most: MB}, `file.elsewhere`, or `file.unreadable` {reason}
 */
export async function downloadFile(client: WebClient, fileId: string, bytesAtMost: number): Promise<SlackFile> {
  const { file } = await client.files.info({ file: fileId }).catch((error) => unreadable(error))
  const address = file?.url_private_download ?? file?.url_private
  if (!address) throw new DomainError('file.unreadable', { reason: file?.mode ?? 'no address' })
  if ((file?.size ?? 0) > bytesAtMost) throw tooLarge(bytesAtMost)
  const url = new URL(address)
  if (!fileOrigins.has(url.origin) && url.origin !== new URL(client.slackApiUrl).origin)
    throw new DomainError('file.elsewhere')
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  }).catch((error) => unreadable(error))
  // Slack answers a token that may not read the file with its sign-in page.
  const page = response.headers.get('content-type')?.startsWith('text/html')
  if (!response.ok || page) return unreadable(new Error(`HTTP ${response.status}${page ? ' text/html' : ''}`))
  return { name: file?.name ?? '', bytes: await readBounded(response, bytesAtMost) }
}

async function readBounded(response: Response, bytesAtMost: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > bytesAtMost) throw tooLarge(bytesAtMost)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Where Slack keeps files (https://docs.slack.dev/reference/objects/file-object): no workspace's own name is among them. */
const fileOrigins = new Set(['https://files.slack.com', 'https://files.slack-gov.com'])

function tooLarge(bytesAtMost: number): DomainError {
  return new DomainError('file.too_large', { most: Math.floor(bytesAtMost / 1024 / 1024) })
}

function unreadable(error: unknown): never {
  throw new DomainError('file.unreadable', { reason: error instanceof Error ? error.message : String(error) })
}
