import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../blocks.ts'
import { uploadFiles } from './upload-files.ts'

/**
 * Sends a person files in a direct message. Slack attaches its own files to a message whose top-level text names them.
 * @throws DomainError `file.not_sent` {reason}
 */
export async function sendFiles(
  client: WebClient,
  userId: string,
  { text, blocks }: Message,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<void> {
  try {
    const links = await uploadFiles(client, files)
    await client.chat.postMessage({ channel: userId, text: [text, ...links].join('\n'), blocks })
  } catch (error) {
    throw new DomainError('file.not_sent', { reason: error instanceof Error ? error.message : String(error) })
  }
}
