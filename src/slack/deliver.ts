import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { localeOf } from '../i18n/locale.ts'
import { DeliveryError } from '../outbox/delivery-error.ts'
import type { Courier, Outgoing } from '../outbox/dispatcher.ts'
import { agendaPublishedMessage } from './agenda/messages.ts'
import type { Message } from './blocks.ts'
import { digestMessage } from './digest/messages.ts'

const eventType = 'liaison_delivery'
/** Slack's refusals that pass by themselves; any other refusal is final. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
])

/** The courier that posts to Slack; each message carries its key, so one whose answer was lost can be found again. */
export function createCourier(client: WebClient): Courier {
  return {
    async send({ place, dedupeKey, ...notification }) {
      const metadata = { event_type: eventType, event_payload: { key: dedupeKey } }
      const answer = await reach(() => client.chat.postMessage({ channel: place, ...render(notification), metadata }))
      if (!answer.ts) throw new DeliveryError('unknown', 'Slack answered without a ts')
      return answer.ts
    },
    async find(place, dedupeKey, since) {
      const channel = /^[UW]/.test(place)
        ? (await reach(() => client.conversations.open({ users: place }))).channel?.id
        : place
      if (!channel) throw new DeliveryError('retry', 'no direct message channel')
      const oldest = String(since.getTime() / 1000)
      let cursor: string | undefined
      do {
        const page = await reach(() =>
          client.conversations.history({
            channel,
            oldest,
            limit: 200,
            include_all_metadata: true,
            ...(cursor ? { cursor } : {}),
          }),
        )
        const found = page.messages?.find((one) => keyOf(one.metadata) === dedupeKey)
        if (found?.ts) return found.ts
        cursor = page.response_metadata?.next_cursor
      } while (cursor)
      return null
    },
  }
}

function render(notification: Pick<Outgoing, 'kind' | 'payload'>): Message {
  const { kind, payload } = notification as Outgoing
  switch (kind) {
    case 'agenda.published':
      return agendaPublishedMessage(payload)
    case 'digest':
      return digestMessage(localeOf(payload.language), payload)
  }
}

function keyOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown {
  if (metadata?.event_type !== eventType) return undefined
  return (metadata.event_payload as { key?: unknown } | undefined)?.key
}

async function reach<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw classify(error)
  }
}

function classify(error: unknown): DeliveryError {
  if (error instanceof WebAPIRateLimitedError) return new DeliveryError('retry', 'ratelimited', error.retryAfter)
  if (error instanceof WebAPIPlatformError) {
    const refusal = error.data.error
    if (refusal === 'ratelimited') return new DeliveryError('retry', refusal)
    return new DeliveryError(passing.has(refusal) ? 'unknown' : 'dead', refusal)
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) return new DeliveryError('dead', error.message)
  return new DeliveryError('unknown', String(error))
}
