import type {
  AllMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { message } from '../../src/slack/blocks.ts'
import { type Edge, onCommand, onSubmit } from '../../src/slack/listen.ts'
import { createLocales } from '../../src/slack/locales.ts'
import type { Context } from '../../src/usecases/context.ts'

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
    const edge: Edge = { context: {} as Context, locales: createLocales(), log: createLog('silent') }
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
    const edge: Edge = { context: {} as Context, locales: createLocales(), log: createLog('silent') }
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

describe('a modal that is not as the bot made it', () => {
  const submitted = async (privateMetadata: string, check: () => { errors: Record<string, string> } | { input: string }) => {
    const acks: unknown[] = []
    const told: string[] = []
    const client = {
      users: { info: async () => ({ user: { locale: 'en-US' } }) },
      chat: { postMessage: async ({ text }: { text: string }) => told.push(text) },
    }
    const edge: Edge = { context: {} as Context, locales: createLocales(), log: createLog('silent') }
    const blocks = [{ type: 'input', block_id: 'b1' }]
    const view = { id: 'V1', hash: '1', blocks, state: { values: {} }, private_metadata: privateMetadata }
    const args = { ack: async (answer: unknown) => acks.push(answer), body: { team: { id: 'T1' }, user: { id: 'U1' }, view }, view, client }
    await onSubmit(edge, check, async () => undefined)(args as unknown as SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs)
    return { acks, told }
  }

  it('closes, and the person is told, whatever it remembers or holds', async () => {
    const unreadable = [expect.stringContaining('can no longer be read')]
    expect(await submitted('{', () => ({ input: '' }))).toEqual({ acks: [{ response_action: 'clear' }], told: unreadable })
    const stumbling = () => {
      throw new TypeError('of undefined')
    }
    expect(await submitted('{}', stumbling)).toEqual({ acks: [{ response_action: 'clear' }], told: unreadable })
  })

  it('shows what is wrong at its first field where it lacks the field', async () => {
    const { acks } = await submitted('{}', () => ({ errors: { elsewhere: 'too long' } }))
    expect(acks).toEqual([{ response_action: 'errors', errors: { b1: 'too long' } }])
  })
})
