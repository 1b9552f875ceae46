import { setTimeout as wait } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { DeliveryError } from '../../outbox/delivery-error.ts'

/** A file to upload. */
type File = { name: string; bytes: Uint8Array }

/** Slack is asked eight times, after 40 ms, 80 ms and so on: ten seconds in all. */
const polls = 8
const firstPollMilliseconds = 40
/** A file of a few megabytes over a slow line; a message's lease is longer. */
const uploadMilliseconds = 30_000

/**
 * Uploads files that nobody but the bot sees yet; gives their addresses, in that order. A message that names one of them
 * shares it. Uploading again after a failure leaves an unshared copy behind, which nobody sees.
 * @throws DeliveryError `retry` where Slack does not take a file, or has not processed it in time
 */
export async function uploadFiles(client: WebClient, files: readonly File[]): Promise<string[]> {
  const links: string[] = []
  for (const file of files) links.push(await upload(client, file))
  return links
}

async function upload(client: WebClient, { name, bytes }: File): Promise<string> {
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length: bytes.length })
  if (!upload_url || !file_id) throw new DeliveryError('retry', 'Slack gave no address to upload to')
  const posted = await fetch(upload_url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(uploadMilliseconds),
  }).catch((error: unknown) => {
    throw new DeliveryError('retry', `the upload failed: ${String(error)}`)
  })
  if (!posted.ok) throw new DeliveryError('retry', `the upload failed: ${posted.status}`)
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: name }] })
  // Slack processes files after it has answered; one without a type cannot be shared yet.
  for (let poll = 0; poll < polls; poll++) {
    const { file } = await client.files.info({ file: file_id })
    if (file?.mimetype && file.permalink) return file.permalink
    await wait(firstPollMilliseconds * 2 ** poll)
  }
  throw new DeliveryError('retry', 'Slack has not processed the file yet')
}
