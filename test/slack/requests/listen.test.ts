import type {
  AllMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { WebAPIHTTPError, WebAPIRateLimitedError } from '@slack/web-api'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import type { Database, Transaction } from '../../../src/db/database.ts'
import { DomainError, UnavailableError } from '../../../src/domain/errors.ts'
import { createLog } from '../../../src/log.ts'
import { message } from '../../../src/slack/blocks.ts'
import { createLocales } from '../../../src/slack/locales.ts'
import { onCommand, onSubmit } from '../../../src/slack/requests/listen.ts'
import type { Edge } from '../../../src/slack/requests/request.ts'
import { createRequestQueue } from '../../../src/slack/requests/request-queue.ts'

/** A database that takes note of a request, as the first (1) or a further copy of it (0). */
const noting =
  (count: 0 | 1) =>
  async <T>(work: (tx: Transaction) => Promise<T>) => {
    const rows = { createMany: async () => ({ count }) }
    return work({ inboundReceipt: rows, workspace: rows } as unknown as Transaction)
  }
const [seen, fresh] = [noting(0), noting(1)]

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
    const args = { ack: async () => undefined, respond: take, command, client, context: { teamId: 'T1' } }
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
    const args = { ack: async (answer: unknown) => acks.push(answer), body, view, client, context: { teamId: 'T1' } }
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

describe('a request', () => {
  const command = { user_id: 'U1', team_id: 'T1', channel_id: 'C1', trigger_id: 't1', command: '/progress' }
  const words = '6 80% 达进度 已签约12家企业'

  const ask = async (edge: Edge, handle: Parameters<typeof onCommand>[1], client: object = {}) => {
    const shown: { text: string; blocks: { text?: { text: string } }[] }[] = []
    const respond = async (message: (typeof shown)[number]) => {
      shown.push(message)
      return { json: async () => ({ ok: true }) }
    }
    const users = { info: async () => ({ user: { locale: 'zh-CN', real_name: '王芳' } }) }
    const args = {
      ack: async () => undefined,
      respond,
      command: { ...command, text: words },
      client: { users, ...client },
      context: { teamId: 'T1' },
    }
    await onCommand(edge, handle)(args as unknown as SlackCommandMiddlewareArgs & AllMiddlewareArgs)
    return shown
  }
  const gone = (outcome: 'unchanged' | 'unsure') => async () => {
    throw new UnavailableError(outcome, {})
  }

  it('is answered with what was typed where the database is gone', async () => {
    const [answer, ...more] = await ask(edgeOn(gone('unchanged')), async () => undefined)
    expect(answer?.text).toBe('没有完成：数据库暂时无法使用，未作任何改动。请过几分钟再试。')
    expect(JSON.stringify(answer?.blocks)).toContain(`/progress ${words}`)
    expect(more).toEqual([])
  })

  it('is not told that nothing was changed where a commit broke off', async () => {
    const [answer] = await ask(edgeOn(fresh), gone('unsure'))
    expect(answer?.text).toContain('可能已经办理，也可能没有')
    expect(JSON.stringify(answer?.blocks)).toContain(words)
  })

  it('is refused with what was typed where too many wait', async () => {
    const requests = createRequestQueue({ atOnce: 1, waiting: 0 })
    const { promise, resolve } = Promise.withResolvers<void>()
    const first = requests.run('T1/U2', () => promise)
    const [answer] = await ask(edgeOn(fresh, { requests }), async () => undefined)
    expect(answer?.text).toBe('没有完成：当前请求过多，未作任何改动。请稍后再试。')
    resolve()
    await first
  })

  it('says once that it is being worked on, before its answer', async () => {
    const waited = Promise.withResolvers<void>()
    const edge = edgeOn(fresh, { patience: 1 })
    const shown = await ask(edge, async ({ reply }) => {
      setTimeout(waited.resolve, 20)
      await waited.promise
      await reply(message('已收到'))
    })
    expect(shown.map(({ text }) => text)).toEqual(['正在处理，请稍候…', '已收到'])
  })

  it('says that a form came too late', async () => {
    const expired = Object.assign(new Error('expired'), { data: { ok: false, error: 'expired_trigger_id' } })
    const [answer] = await ask(edgeOn(fresh), () => Promise.reject(expired))
    expect(answer?.text).toContain('表单没有打开')
  })

  it('says that Slack is busy or does not answer, where that is why', async () => {
    for (const error of [new WebAPIRateLimitedError(3), new WebAPIHTTPError(500, '', {}, '')]) {
      const [answer] = await ask(edgeOn(fresh), () => Promise.reject(error))
      expect(answer?.text).toContain('Slack 繁忙或没有响应')
    }
  })

  it('says who changed what it would have overwritten, and when', async () => {
    const change = { by: 'U2', at: new Date('2024-06-24T02:05:00Z'), zone: 'Asia/Shanghai' }
    const [answer] = await ask(edgeOn(fresh), () =>
      Promise.reject(new DomainError('enterprise.changed_meanwhile', { no: 3 }, change)),
    )
    expect(answer?.text).toContain('企业3 刚被他人更改')
    expect(answer?.text).toMatch(/（王芳，6月24日.* 10:05）$/)
    expect(JSON.stringify(answer?.blocks)).toContain(words)
  })

  it('is worked on in silence where another copy came before, until it changes something itself', async () => {
    const opened: string[] = []
    const client = { views: { open: async () => opened.push('form') } }
    expect(await ask(edgeOn(seen), ({ reply }) => reply(message('见下表')))).toEqual([])
    expect(
      await ask(edgeOn(seen), ({ client }) => client.views.open({} as never).then(() => undefined), client),
    ).toEqual([])
    expect(await ask(edgeOn(seen), () => Promise.reject(new DomainError('report.unknown')))).toEqual([])
    expect(opened).toEqual([])
    const shown = await ask(edgeOn(seen), async ({ actor, reply }) => {
      actor.onTaken?.()
      await reply(message('已收到'))
    })
    expect(shown.map(({ text }) => text)).toEqual(['已收到'])
  })
})

describe('a modal that is not as the bot made it', () => {
  const submitted = async (
    privateMetadata: string,
    check: () => { errors: Record<string, string> } | { input: string },
  ) => {
    const acks: unknown[] = []
    const told: string[] = []
    const client = {
      users: { info: async () => ({ user: { locale: 'en-US' } }) },
      chat: { postMessage: async ({ text }: { text: string }) => told.push(text) },
    }
    const edge = edgeOn(fresh)
    const blocks = [{ type: 'input', block_id: 'b1' }]
    const view = { id: 'V1', hash: '1', blocks, state: { values: {} }, private_metadata: privateMetadata }
    const body = { team: { id: 'T1' }, user: { id: 'U1' }, view }
    const args = { ack: async (answer: unknown) => acks.push(answer), body, view, client, context: { teamId: 'T1' } }
    await onSubmit(
      edge,
      check,
      async () => undefined,
    )(args as unknown as SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs)
    return { acks, told }
  }

  it('closes, and the person is told, whatever it remembers or holds', async () => {
    const unreadable = [expect.stringContaining('can no longer be read')]
    expect(await submitted('{', () => ({ input: '' }))).toEqual({
      acks: [{ response_action: 'clear' }],
      told: unreadable,
    })
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
