import type { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { message } from '../../../src/slack/blocks.ts'
import { sendFiles } from '../../../src/slack/delivery/send-files.ts'

it('says why a file did not go out, and posts nothing then', async () => {
  const posted: unknown[] = []
  const client = {
    files: { getUploadURLExternal: () => Promise.reject(new Error('file_upload_size_restricted')) },
    chat: { postMessage: async (given: unknown) => posted.push(given) },
  } as unknown as WebClient
  const sending = sendFiles(client, 'U1', message('台账'), [{ name: 'a.xlsx', bytes: new Uint8Array(3) }])
  await expect(sending).rejects.toMatchObject({
    code: 'file.not_sent',
    params: { reason: 'file_upload_size_restricted' },
  })
  expect(posted).toEqual([])
})
