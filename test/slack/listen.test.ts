import type {
  AllMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import type { Database, Transaction } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import { message } from '../../src/slack/blocks.ts'
import { type Edge, onCommand, onSubmit } from '../../src/slack/listen.ts'
import { createLocales } from '../../src/slack/locales.ts'
import { createRequestQueue } from '../../src/slack/request-queue.ts'

/** A database that has seen no request yet. */
const fresh = async <T>(work: (tx: Transaction) => Promise<T>) =>
  work({ inboundReceipt: { createMany: async () => ({ count: 1 }) } } as unknown as Transaction)

function edgeOn(transaction: Database['transaction'], more: Partial<Edge> = {}): Edge {
  const context = { database: { transaction } as Database, now: () => DateTime.fromISO('2024-06-24T09:00:00+08:00') }
  return { context, locales: createLocales(), log: createLog('silent'), requests: createRequestQueue(), ...more }
}

describe('a request whose answer Slack takes in no way', () => {
  it('is not told that nothing was changed', async () => {
    const shown: string[] = []
    let refusals = 2
    const take = async ({ text }: { text: string }) => {
      if (refusals-- > 0) throw new Error('invalid_blocks')
      shown.push(text)
      return { json: async () => ({ ok: true }) }
    }
    const client = { users: { info: async () => ({ user: { locale: 'en-US' } }) }, chat: { postMessage: take } }
    const edge = edgeOn(fresh)
    const command = { user_id: 'U1', team_id: 'T1', channel_id: 'C1', trigger_id: 't1', text: '', command: '/progress' }
    const listener = onCommand(edge, ({ reply }) => reply(message('recorded')))
    const args = { ack: async () => undefined, respond: take, command, client }
    await listener(args as unknown as SlackCommandMiddlewareArgs & AllMiddlewareArgs)
    expect(shown).toEqual([
      'The answer could not be shown, and what you asked for may well have been done. Please look before you ask again.',
    ])
  })
})

describe('a submitted modal', () => {
  const submit = async (after: 'close' | 'back' | undefined) => {
    const acks: unknown[] = []
    const client = { users: { info: async () => ({ user: { locale: 'en-US' } }) } }
    const edge = edgeOn(fresh)
    const handled: string[] = []
    const listener = onSubmit(
      edge,
      () => ({ input: 'done' }),
      async (_, input) => {
        handled.push(input)
      },
      after,
    )
    const view = { id: 'V1', hash: '1', blocks: [], state: { values: {} }, private_metadata: '' }
    const body = { team: { id: 'T1' }, user: { id: 'U1' }, view }
    const args = { ack: async (answer: unknown) => acks.push(answer), body, view, client }
    await listener(args as unknown as SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs)
    expect(handled).toEqual(['done'])
    return acks
  }

  it('closes all, or goes back to the one below', async () => {
    expect(await submit(undefined)).toEqual([{ response_action: 'clear' }])
    expect(await submit('close')).toEqual([{ response_action: 'clear' }])
    expect(await submit('back')).toEqual([undefined])
  })
})
