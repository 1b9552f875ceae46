import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { localeOf } from '../i18n/locale.ts'
import type { Log } from '../log.ts'
import { DeliveryError } from '../outbox/delivery-error.ts'
import type { Courier, Outgoing } from '../outbox/dispatcher.ts'
import { agendaPublishedMessage } from './agenda/messages.ts'
import type { Message } from './blocks.ts'
import { digestMessage } from './digest/messages.ts'

const eventType = 'liaison_delivery'
/** How far Slack's clock may be behind ours. */
const skewSeconds = 3600
/** Slack's refusals after which it is not sure that nothing was posted. */
const unsure = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'])
/** Refusals that somebody can put right: the bot is invited, its token or its permissions are renewed. Others are final. */
const curable = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'missing_scope',
  'no_permission',
  'not_authed',
  'invalid_auth',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
])

/**
 * The courier that posts to Slack; each message carries its key, so one whose answer was lost can be found again. What
 * somebody has to put right is told to the log and tried again.
 */
export function createCourier(client: WebClient, log: Log): Courier {
  const reach = async <T>(place: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      const failure = classify(error)
      if (curable.has(failure.message))
        log.error({ place, refusal: failure.message }, 'Slack refuses a message for now')
      throw failure
    }
  }
  return {
    async send({ place, dedupeKey, ...notification }) {
      const metadata = { event_type: eventType, event_payload: { key: dedupeKey } }
      const answer = await reach(place, () =>
        client.chat.postMessage({ channel: place, ...render(notification), metadata }),
      )
      if (!answer.ts) throw new DeliveryError('unknown', 'Slack answered without a ts')
      return answer.ts
    },
    async find(place, dedupeKey, since) {
      const channel = /^[UW]/.test(place)
        ? (await reach(place, () => client.conversations.open({ users: place }))).channel?.id
        : place
      if (!channel) throw new DeliveryError('retry', 'no direct message channel')
      const oldest = String(Math.max(0, since.getTime() / 1000 - skewSeconds))
      let cursor: string | undefined
      do {
        const page = await reach(place, () =>
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

function classify(error: unknown): DeliveryError {
  if (error instanceof WebAPIRateLimitedError) return new DeliveryError('retry', 'ratelimited', error.retryAfter)
  if (error instanceof WebAPIPlatformError) {
    const refusal = error.data.error
    if (refusal === 'ratelimited' || curable.has(refusal)) return new DeliveryError('retry', refusal)
    return new DeliveryError(unsure.has(refusal) ? 'unknown' : 'dead', refusal)
  }
  // Slack itself answers nothing between 200 and 500 but 429: this is a proxy on the way, and nothing was posted.
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) return new DeliveryError('retry', error.message)
  return new DeliveryError('unknown', String(error))
}
