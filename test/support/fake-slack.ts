import { unzipSync } from 'fflate'

/** A call that reached the fake Slack: with which token, and everything it carried as text, packed files unpacked. */
export type SlackCall = { method: string; token: string | null; text: string; params: URLSearchParams }

/** A Slack that takes everything, and keeps what it was told. */
export type FakeSlack = {
  fetch: typeof fetch
  calls: SlackCall[]
  /** Forgets the calls so far and gives them. */
  take(): SlackCall[]
}

/** What is answered instead of the usual; null leaves it to that. */
type Answer = (call: SlackCall) => object | null

let counter = 0

/** What Slack answers to any call, as far as the bot reads it. */
function usualAnswer({ params }: SlackCall): object {
  counter += 1
  const user = params.get('user') ?? 'UADMIN'
  return {
    ok: true,
    ts: `1719190800.${String(counter).padStart(6, '0')}`,
    channel: { id: 'CMEETING', name: '联席会议', is_member: true },
    user: { id: user, locale: 'zh-CN', real_name: user, profile: { display_name: user } },
    view: { id: `V${counter}`, hash: String(counter) },
    upload_url: 'https://files.slack.test/upload',
    file_id: `F${counter}`,
    file: {
      id: `F${counter}`,
      name: '文件',
      mimetype: 'text/plain',
      permalink: 'https://files.slack.test/F1',
      shares: {},
    },
    files: [],
    messages: [],
    members: [],
    users: [],
  }
}

/** Answers as Slack would, or as `given` wants it. */
export function createFakeSlack(given: Answer = () => null): FakeSlack {
  const calls: SlackCall[] = []
  const answer: typeof fetch = async (input, init) => {
    const { hostname, pathname } = new URL(String(input))
    const method = hostname === 'slack.com' ? pathname.replace('/api/', '') : hostname
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') || null
    const text = await textOf(init?.body)
    const call = { method, token, text, params: new URLSearchParams(text) }
    calls.push(call)
    const said = given(call) ?? usualAnswer(call)
    // A channel is an object in conversations.*, its id elsewhere.
    const shaped = method.startsWith('chat.') ? { ...said, channel: 'CMEETING' } : said
    return Response.json(shaped)
  }
  return { fetch: answer, calls, take: () => calls.splice(0) }
}

async function textOf(body: unknown): Promise<string> {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  const bytes = new Uint8Array(await new Response(body as BodyInit).arrayBuffer())
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = packed ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => new TextDecoder().decode(part)).join('\n')
}
