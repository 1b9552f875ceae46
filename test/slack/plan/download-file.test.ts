import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebClient } from '@slack/web-api'
import { afterEach, expect, test } from 'vitest'
import { downloadFile } from '../../../src/slack/plan/download-file.ts'

let server: Server | undefined
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))))

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function clientOf(slack: string, file: object): WebClient {
  const files = { info: async () => ({ ok: true, file }) }
  return { token: 'xoxb-1', slackApiUrl: `${slack}/api/`, files } as unknown as WebClient
}

test('reads a file with the bot’s token', async () => {
  const slack = await serve((request, response) => {
    response.statusCode = request.headers.authorization === 'Bearer xoxb-1' ? 200 : 403
    response.end('一、总则')
  })
  const client = clientOf(slack, { name: 'plan.txt', size: 12, url_private: `${slack}/files-pri/1/plan.txt` })
  const { name, bytes } = await downloadFile(client, 'F1', 100)
  expect(name).toBe('plan.txt')
  expect(new TextDecoder().decode(bytes)).toBe('一、总则')
})

test('refuses a file that says it is too large, without reading it', async () => {
  let asked = 0
  const slack = await serve((_, response) => {
    asked += 1
    response.end()
  })
  const client = clientOf(slack, { name: 'plan.txt', size: 2 * 1024 * 1024, url_private: `${slack}/f` })
  await expect(downloadFile(client, 'F1', 1024 * 1024)).rejects.toMatchObject({
    code: 'file.too_large',
    params: { most: 1 },
  })
  expect(asked).toBe(0)
})

test('stops reading a file that is larger than it says', async () => {
  const slack = await serve((_, response) => {
    for (let piece = 0; piece < 40; piece += 1) response.write('x'.repeat(100))
    response.end()
  })
  const client = clientOf(slack, { name: 'plan.txt', size: 10, url_private: `${slack}/f` })
  await expect(downloadFile(client, 'F1', 1000)).rejects.toMatchObject({ code: 'file.too_large' })
})

test.each([
  'https://example.com/plan.txt',
  'http://files.slack.com/plan.txt',
  'https://slack.com.example.com/plan.txt',
  'https://notslack.com/plan.txt',
  'https://evil.slack.com/plan.txt',
  'https://files.slack.com:8443/plan.txt',
  'https://files.slack.com@example.com/plan.txt',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
])('never sends the token to %s', async (address) => {
  const client = clientOf('https://slack.com', { name: 'plan.txt', size: 10, url_private: address })
  await expect(downloadFile(client, 'F1', 1000)).rejects.toMatchObject({ code: 'file.elsewhere' })
})

test.each<[string, RequestListener]>([
  ['a redirect', (_, response) => response.writeHead(302, { location: 'https://example.com/' }).end()],
  ['a refusal', (_, response) => response.writeHead(403).end()],
  ['a sign-in page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
])('%s is no file', async (_, answer) => {
  const slack = await serve(answer)
  const client = clientOf(slack, { name: 'plan.txt', size: 10, url_private: `${slack}/f` })
  await expect(downloadFile(client, 'F1', 1000)).rejects.toMatchObject({ code: 'file.unreadable' })
})

test('says so when Slack does not know the file', async () => {
  const files = { info: async () => Promise.reject(new Error('file_not_found')) }
  const client = { token: 'xoxb-1', slackApiUrl: 'https://slack.com/api/', files } as unknown as WebClient
  await expect(downloadFile(client, 'F1', 1000)).rejects.toMatchObject({
    code: 'file.unreadable',
    params: { reason: 'file_not_found' },
  })
})
