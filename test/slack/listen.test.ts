import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { message } from '../../src/slack/blocks.ts'
import { type Edge, onCommand } from '../../src/slack/listen.ts'
import { createLocales } from '../../src/slack/locales.ts'
import type { Context } from '../../src/usecases/context.ts'

describe('a request whose answer Slack takes in no way', () => {
  it('is not told that nothing was changed', async () => {
    const shown: string[] = []
    let refusals = 2
    const take = async ({ text }: { text: string }) => {
      if (refusals-- > 0) throw new Error('invalid_blocks')
      shown.push(text)
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
