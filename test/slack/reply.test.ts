import type { BlockAction } from '@slack/bolt'
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { message } from '../../src/slack/blocks.ts'
import { AnswerError, channelReply, directReply, orDirect, viewReply } from '../../src/slack/reply.ts'

type Call = [method: string, args: Record<string, unknown>]

/** A client that notes its calls; those named fail. */
function clientOf(...failing: string[]): { client: WebClient; calls: Call[] } {
  const calls: Call[] = []
  const method = (name: string) => async (args: Record<string, unknown>) => {
    calls.push([name, args])
    if (failing.includes(name)) throw new Error('not_in_channel')
  }
  const chat = { postEphemeral: method('chat.postEphemeral'), postMessage: method('chat.postMessage') }
  const views = { open: method('views.open'), push: method('views.push') }
  return { client: { chat, views } as unknown as WebClient, calls }
}

const action = (type: string) => ({ trigger_id: 't1', user: { id: 'U1' }, view: { type } }) as unknown as BlockAction

describe('an answer to one person', () => {
  it('goes to the channel, and by direct message where the bot is not in it', async () => {
    const inside = clientOf()
    await channelReply(inside.client, 'C1', 'U1')(message('好'))
    expect(inside.calls).toMatchObject([['chat.postEphemeral', { channel: 'C1', user: 'U1', text: '好' }]])
    const outside = clientOf('chat.postEphemeral')
    await channelReply(outside.client, 'C1', 'U1')(message('好'))
    expect(outside.calls.at(-1)).toMatchObject(['chat.postMessage', { channel: 'U1', text: '好' }])
  })

  it('goes by direct message where its address has expired', async () => {
    const { client, calls } = clientOf()
    await orDirect(client, 'U1', () => Promise.reject(new Error('expired_url')))(message('好'))
    expect(calls).toMatchObject([['chat.postMessage', { channel: 'U1' }]])
  })

  it.each([
    ['home', 'views.open'],
    ['modal', 'views.push'],
  ])('is seen at once in a %s', async (type, method) => {
    const { client, calls } = clientOf()
    await viewReply(client, action(type), async () => 'en')(message('done'))
    expect(calls).toMatchObject([[method, { trigger_id: 't1', view: { type: 'modal', title: { text: 'Liaison' } } }]])
    const late = clientOf(method)
    await viewReply(late.client, action(type), async () => 'en')(message('done'))
    expect(late.calls.at(-1)).toMatchObject(['chat.postMessage', { channel: 'U1' }])
  })

  it.each([
    ['once the pauses that Slack asks for are over', [1, 3], [1000, 3000], null],
    ['not where they are long', [1, 30], [1000], AnswerError],
    ['not where they never end', [2, 2, 2, 2], [2000, 2000], AnswerError],
  ])('goes by direct message %s', async (_, asked, paused, refusal) => {
    const pauses: number[] = []
    const left = [...asked]
    const postMessage = async () => {
      const seconds = left.shift()
      if (seconds !== undefined) throw new WebAPIRateLimitedError(seconds)
    }
    const client = { chat: { postMessage } } as unknown as WebClient
    const told = directReply(client, 'U1', async (ms) => pauses.push(ms))(message('好'))
    await (refusal ? expect(told).rejects.toThrow(refusal) : told)
    expect(pauses).toEqual(paused)
  })
})
