import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import { readRefusal } from '../../domain/delivery/refusal.ts'
import { DeliveryError } from '../../outbox/delivery-error.ts'

/** What Slack was asked to do: its limits on posting are the channel's and the workspace's, all others a method's. */
type Asked = 'post' | 'other'

/** Slack's refusals after which it is not sure that nothing was posted. */
const unsure = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'])
/** Refusals that pass by themselves: the workspace or the channel is being moved. Nothing was posted. */
const passing = new Set(['org_login_required', 'external_channel_migrating'])
/** Slack names a limit in the answer, too, and then says nothing of how long. */
const unnamedSeconds = 30

/** What a failed call of Slack means for the message: whether it may stand, whether to try again, and what else it concerns. */
export function classifyFailure(error: unknown, asked: Asked): DeliveryError {
  if (error instanceof DeliveryError) return error
  const limited = asked === 'post' ? ('place' as const) : ('method' as const)
  if (error instanceof WebAPIRateLimitedError)
    return new DeliveryError('retry', 'ratelimited', { retryAfter: error.retryAfter, concerns: limited })
  if (error instanceof WebAPIPlatformError) {
    const refusal = error.data.error
    if (refusal === 'ratelimited' || refusal === 'rate_limited')
      return new DeliveryError('retry', 'ratelimited', { retryAfter: unnamedSeconds, concerns: limited })
    if (unsure.has(refusal)) return new DeliveryError('unknown', refusal)
    if (passing.has(refusal)) return new DeliveryError('retry', refusal)
    const nature = readRefusal(refusal)
    return new DeliveryError(nature?.curable ? 'retry' : 'dead', refusal, { concerns: nature?.concerns ?? 'message' })
  }
  // Slack itself answers nothing between 200 and 500 but 429: this is a proxy on the way, and nothing was posted.
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) return new DeliveryError('retry', error.message)
  return new DeliveryError('unknown', String(error))
}
