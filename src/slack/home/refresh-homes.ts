import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api'
import type { Log } from '../../log.ts'
import type { Context } from '../../usecases/context.ts'
import { claimHomes, unclaimHomes } from '../../usecases/home/claim-homes.ts'
import { forgetHome } from '../../usecases/home/remember-home.ts'
import type { Locales } from '../locales.ts'
import { publishHome } from './refresh-home.ts'

/** So many are claimed at a time: a process that dies with them leaves no more than these behind. */
const claimedAtOnce = 10
/** Slack takes 100 and more calls of views.publish a minute; what people open themselves needs room, too. */
const aMinute = 40
/** After a failure that says nothing of how long to wait. */
const patienceSeconds = 30
/** Slack's refusals of a person who is not there any more: they are left alone until they open App Home again. */
const gone = new Set([
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'user_is_bot',
  'account_inactive',
  'not_enabled',
])

/** What showing App Home to many needs. */
type Surroundings = { context: Context; client: WebClient; locales: Locales; log: Log; workspaceId: string }

/**
 * The pass that shows App Home anew to those who have it open, where something happened since they saw it; it gives how many
 * it showed. It keeps below Slack's limit by itself, and stops for as long as Slack asks.
 */
export function createHomeRefresher({ context, client, locales, log, workspaceId }: Surroundings) {
  let room = { left: aMinute, at: context.now() }
  let pausedUntil = room.at

  const show = async (userId: string): Promise<'shown' | 'skipped' | 'stop'> => {
    try {
      const locale = await locales.of(client, workspaceId, userId)
      await publishHome({ context, actor: { workspaceId, userId }, locale, client })
      return 'shown'
    } catch (error) {
      if (error instanceof WebAPIPlatformError && gone.has(error.data.error)) {
        await forgetHome(context, { workspaceId, userId })
        return 'skipped'
      }
      const limited = error instanceof WebAPIRateLimitedError
      if (!limited) log.error({ err: error, userId }, 'App Home was not shown anew')
      // Whatever concerns this person alone must not keep the others from being shown theirs.
      if (!limited && !isUnreachable(error)) return 'skipped'
      pausedUntil = context.now().plus({ seconds: limited ? error.retryAfter : patienceSeconds })
      return 'stop'
    }
  }

  return async (): Promise<number> => {
    const now = context.now()
    if (now < pausedUntil) return 0
    const minutes = Math.max(0, now.diff(room.at, 'minutes').minutes)
    room = { left: Math.min(aMinute, room.left + minutes * aMinute), at: now }
    const take = Math.min(claimedAtOnce, Math.floor(room.left))
    const claimed = take > 0 ? await claimHomes(context, workspaceId, take) : []
    for (const [index, userId] of claimed.entries()) {
      room.left -= 1
      if ((await show(userId)) !== 'stop') continue
      await unclaimHomes(context, workspaceId, claimed.slice(index))
      return index
    }
    return claimed.length
  }
}

/** Is it Slack that cannot be reached, or takes nothing from anybody now? */
function isUnreachable(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return error.data.error === 'ratelimited'
  return error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError
}
