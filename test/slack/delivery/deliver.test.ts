import { WebAPIHTTPError, WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../src/log.ts'
import type { Outgoing } from '../../../src/outbox/courier.ts'
import { createCourier } from '../../../src/slack/delivery/deliver.ts'
import { createLocales } from '../../../src/slack/locales.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

const log = createLog('silent')
const digest: Outgoing = {
  workspaceId: 'T1',
  place: 'C1',
  dedupeKey: 'a',
  files: [],
  kind: 'digest',
  payload: sampleDigest(),
}

/** A client whose every call fails so. */
function refusing(error: Error): WebClient {
  const fail = () => Promise.reject(error)
  return {
    chat: { postMessage: fail },
    conversations: { history: fail },
    users: { info: fail },
  } as unknown as WebClient
}

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error })

describe('a refusal of Slack', () => {
  it.each(['not_in_channel', 'channel_not_found', 'token_revoked', 'missing_scope'])(
    'is tried again where somebody can put it right: %s',
    async (error) => {
      const courier = createCourier(refusing(refusal(error)), log, createLocales())
      await expect(courier.send(digest)).rejects.toMatchObject({ outcome: 'retry', message: error })
      await expect(courier.find('C1', 'a', new Date(0))).rejects.toMatchObject({ outcome: 'retry' })
    },
  )

  it('is tried again where a proxy on the way refuses', async () => {
    const courier = createCourier(refusing(new WebAPIHTTPError(407, '', {}, '')), log, createLocales())
    await expect(courier.send(digest)).rejects.toMatchObject({ outcome: 'retry' })
  })

  it('is tried again where the workspace or the channel is being moved', async () => {
    for (const error of ['org_login_required', 'external_channel_migrating'])
      await expect(createCourier(refusing(refusal(error)), log, createLocales()).send(digest)).rejects.toMatchObject({
        outcome: 'retry',
      })
  })

  it('is final where the message itself is refused', async () => {
    const courier = createCourier(refusing(refusal('invalid_blocks')), log, createLocales())
    await expect(courier.send(digest)).rejects.toMatchObject({ outcome: 'dead', message: 'invalid_blocks' })
  })

  it('is final where a person is meant that the bot cannot see', async () => {
    const courier = createCourier(refusing(refusal('channel_not_found')), log, createLocales())
    const final = { outcome: 'dead', message: 'user_not_found', concerns: 'place' }
    await expect(courier.send({ ...digest, place: 'U1' })).rejects.toMatchObject(final)
  })

  it('leaves open whether the message stands where Slack broke down', async () => {
    for (const error of [refusal('internal_error'), new WebAPIHTTPError(503, '', {}, ''), new Error('socket hang up')])
      await expect(createCourier(refusing(error), log, createLocales()).send(digest)).rejects.toMatchObject({
        outcome: 'unknown',
      })
  })
})

describe('a message whose answer was lost', () => {
  const created = Date.UTC(2024, 5, 24, 1)
  const posted = (seconds: number, key: string) => ({
    ts: `${created / 1000 + seconds}.000100`,
    metadata: { event_type: 'liaison_delivery', event_payload: { key } },
  })

  /** A client whose channel holds these messages, newest first, a page of one each. */
  function clientOf(messages: ReturnType<typeof posted>[]): WebClient {
    const history = async ({ oldest, cursor = '0' }: { oldest: string; cursor?: string }) => {
      const within = messages.filter((one) => Number(one.ts) > Number(oldest))
      const next = Number(cursor) + 1
      return {
        ok: true,
        messages: within.slice(Number(cursor), next),
        response_metadata: { next_cursor: next < within.length ? String(next) : '' },
      }
    }
    return { conversations: { history } } as unknown as WebClient
  }

  it('is found on a later page', async () => {
    const messages = [posted(9, 'c'), posted(5, 'b'), posted(1, 'a')]
    const courier = createCourier(clientOf(messages), log, createLocales())
    expect(await courier.find('C1', 'a', new Date(created))).toEqual({ channel: 'C1', ts: messages[2]?.ts })
    expect(await courier.find('C1', 'd', new Date(created))).toBeNull()
  })

  it('is found though ours was ahead of Slack’s clock by a time zone', async () => {
    const messages = [posted(-8 * 3600, 'a')]
    const courier = createCourier(clientOf(messages), log, createLocales())
    expect(await courier.find('C1', 'a', new Date(created))).toEqual({ channel: 'C1', ts: messages[0]?.ts })
  })
})
