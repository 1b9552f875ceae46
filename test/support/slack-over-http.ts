import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FakeSlack } from './fake-slack.ts'

/** A fake Slack on loopback: its Web API at `apiUrl`, and addresses to answer at under `answerUrl`. */
export type ListeningSlack = { apiUrl: string; answerUrl: string; stop(): Promise<void> }

/** Lets a fake Slack be reached over HTTP. */
export async function listen(slack: FakeSlack): Promise<ListeningSlack> {
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const method = request.url?.startsWith('/api/') ? `https://slack.com${request.url}` : 'https://hooks.slack.test/'
    const headers = { authorization: request.headers.authorization ?? '' }
    const answer = await slack.fetch(method, { method: 'POST', headers, body })
    response.writeHead(200, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => new Promise<void>((closed) => server.close(() => closed()))
  return { apiUrl: `${url}/api/`, answerUrl: `${url}/answer`, stop }
}

/** Sends the bot a request as Slack signs it. */
export async function sendSigned(url: string, secret: string, body: URLSearchParams | object): Promise<Response> {
  const form = body instanceof URLSearchParams
  const sent = form ? body.toString() : JSON.stringify(body)
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
  return fetch(url, { method: 'POST', headers: { 'content-type': type, ...signatureOf(secret, sent) }, body: sent })
}

/** The headers by which the bot knows that a body comes from Slack, now. */
export function signatureOf(secret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  return {
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  }
}
