import { createHmac } from 'node:crypto'
import { type AddressInfo, connect, createServer } from 'node:net'
import { connectSlack } from '../../src/slack/connection/connect.ts'
import { registerListeners } from '../../src/slack/register.ts'
import type { Bot } from './bot.ts'

const secret = 'fuzz'
const tooLate = 5000
const notWorthWaiting = 150

/** What is done to a request on its way; `none` is as Slack sends it and must be answered. */
export const twists = [
  ...[
    'none',
    'none',
    'none',
    'other-type',
    'no-type',
    'truncated',
    'shorter',
    'deep',
    'huge',
    'bad-utf8',
    'unsigned',
    'forged',
    'stale',
    'from-future',
    'odd-time',
    'two-signatures',
  ],
  ...[
    'two-times',
    'null',
    'array',
    'number',
    'text',
    'empty',
    'get',
    'put',
    'elsewhere',
    'odd-path',
    'proto',
    'chunked',
    'encoded',
    'two-payloads',
    'bad-header',
    'garbage',
  ],
]

/** The bot's HTTP endpoint on a free port of this machine. */
export type Endpoint = { port: number; stop(): Promise<void> }

/** Starts the endpoint with the bot's own listeners. */
export async function startEndpoint(bot: Bot): Promise<Endpoint> {
  const port = await freePort()
  const { bot_token: botToken } = bot.slack.core.store.state.app
  const connection = connectSlack(
    {
      transport: { kind: 'http', signingSecret: secret, host: '127.0.0.1', port },
      installed: { kind: 'one', botToken },
      apiUrl: bot.slack.apiUrl,
    },
    bot.edge.log,
  )
  connection.app.use(({ next }) => bot.inFlight.follow(next()))
  registerListeners(connection.app, bot.edge)
  await connection.start()
  return { port, stop: () => connection.stop() }
}

/** Sends an envelope with a twist; gives the status of the answer, or null where none came. */
export function send(port: number, envelope: Record<string, unknown>, twist: string): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const end = (status: number | null) => {
      clearTimeout(limit)
      socket.destroy()
      resolve(status)
    }
    const limit = setTimeout(() => end(null), twist === 'none' ? tooLate : notWorthWaiting)
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      const status = /^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]
      if (status) end(Number(status))
    })
    socket.on('close', () => end(null))
    socket.on('error', () => end(null))
    socket.write(requestOf(envelope, twist))
  })
}

function bodyOf(envelope: Record<string, unknown>, twist: string): { type: string; body: Buffer } {
  const json = 'application/json'
  const form = 'application/x-www-form-urlencoded'
  const text = JSON.stringify(envelope)
  const proper =
    envelope.type === 'event_callback'
      ? { type: json, body: text }
      : envelope.command !== undefined
        ? { type: form, body: new URLSearchParams(envelope as Record<string, string>).toString() }
        : { type: form, body: new URLSearchParams({ payload: text }).toString() }
  const changed: Record<string, () => { type: string; body: string | Buffer }> = {
    'other-type': () => ({ type: proper.type === json ? form : json, body: proper.body }),
    'no-type': () => ({ type: '', body: proper.body }),
    truncated: () => ({ ...proper, body: proper.body.slice(0, proper.body.length / 2) }),
    deep: () => ({ type: json, body: '['.repeat(20_000) + ']'.repeat(20_000) }),
    huge: () => ({ type: json, body: `{"type":"event_callback","x":"${'长'.repeat(900_000)}"}` }),
    'bad-utf8': () => ({
      ...proper,
      body: Buffer.concat([Buffer.from(proper.body.slice(0, -2)), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]),
    }),
    null: () => ({ type: json, body: 'null' }),
    array: () => ({ type: json, body: '[{}]' }),
    number: () => ({ type: form, body: 'payload=7' }),
    text: () => ({ type: form, body: 'payload=null' }),
    empty: () => ({ type: json, body: '' }),
    proto: () => ({
      type: json,
      body: `{"__proto__":{"type":"event_callback"},"constructor":{"prototype":{"x":1}},${text.slice(1)}`,
    }),
    'two-payloads': () => ({
      type: form,
      body: `payload=${encodeURIComponent(text)}&payload=${encodeURIComponent(text)}`,
    }),
    garbage: () => ({ type: form, body: '%E0%A4%A&&&==&payload=%' }),
  }
  const { type, body } = changed[twist]?.() ?? proper
  return { type, body: Buffer.from(body) }
}

function requestOf(envelope: Record<string, unknown>, twist: string): Buffer {
  const { type, body } = bodyOf(envelope, twist)
  const seconds = Math.floor(Date.now() / 1000) + (twist === 'stale' ? -400 : twist === 'from-future' ? 400 : 0)
  const time = twist === 'odd-time' ? 'NaN' : String(seconds)
  const hash = createHmac('sha256', twist === 'forged' ? 'other' : secret)
    .update(`v0:${time}:`)
    .update(body)
    .digest('hex')
  const method = twist === 'get' ? 'GET' : twist === 'put' ? 'PUT' : 'POST'
  const path = twist === 'elsewhere' ? '/slack/install' : twist === 'odd-path' ? '//%00/..' : '/slack/events'
  const signature = [`X-Slack-Request-Timestamp: ${time}`, `X-Slack-Signature: v0=${hash}`]
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...(type ? [`Content-Type: ${type}`] : []),
    ...(twist === 'unsigned' ? [] : signature),
    ...(twist === 'two-signatures' ? ['X-Slack-Signature: v0=00'] : []),
    ...(twist === 'two-times' ? ['X-Slack-Request-Timestamp: 1'] : []),
    ...(twist === 'encoded' ? ['Content-Encoding: gzip'] : []),
    ...(twist === 'bad-header' ? ['X-Slack-Retry-Num: NaN', 'X-Slack-Retry-Reason: %00'] : []),
    ...(twist === 'chunked'
      ? ['Transfer-Encoding: chunked']
      : [`Content-Length: ${twist === 'shorter' ? body.length + 50 : body.length}`]),
    '',
    '',
  ]
  const head = Buffer.from(lines.join('\r\n'))
  return twist === 'chunked'
    ? Buffer.concat([head, Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
    : Buffer.concat([head, body])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
