import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, countArgument, flagArgument, textArgument } from '../arguments.ts'
import { findChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import type { Channel, JsonObject, Message } from '../entities.ts'
import { messagePayload } from '../messages.ts'
import { page } from '../paging.ts'
import { missingScope } from '../scope-check.ts'

const defaultPage = 100
const largestPage = 999

const spanSchema = z.object({
  channel: textArgument,
  limit: countArgument.default(defaultPage),
  cursor: textArgument.optional(),
  oldest: textArgument.optional(),
  latest: textArgument.optional(),
  inclusive: flagArgument.default(false),
  include_all_metadata: flagArgument.default(false),
})
type Span = z.infer<typeof spanSchema>

/** conversations.history: the newest messages first; replies in threads and ephemeral messages are not part of it. */
export function history(core: Core, given: JsonObject): JsonObject {
  const span = readSpan(spanSchema, given)
  const channel = readableChannel(core, span.channel)
  const messages = inSpan(core, channel, span).filter(
    (message) => message.thread_ts === undefined || message.thread_ts === message.ts,
  )
  const { items, response_metadata } = page(messages.reverse(), span.limit, span.cursor, (message) => message.ts)
  return {
    messages: items.map((message) => messagePayload(core, message, span.include_all_metadata)),
    has_more: response_metadata.next_cursor !== '',
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
    response_metadata,
  }
}

/** conversations.replies: a thread from its first message on, oldest first. */
export function replies(core: Core, given: JsonObject): JsonObject {
  const span = readSpan(spanSchema.extend({ ts: textArgument }), given)
  const channel = readableChannel(core, span.channel)
  const thread = inSpan(core, channel, span).filter(
    (message) => message.ts === span.ts || message.thread_ts === span.ts,
  )
  if (thread.length === 0) throw new ApiError('thread_not_found')
  const { items, response_metadata } = page(thread, span.limit, span.cursor, (message) => message.ts)
  return {
    messages: items.map((message) => messagePayload(core, message, span.include_all_metadata)),
    has_more: response_metadata.next_cursor !== '',
    response_metadata,
  }
}

function readSpan<Schema extends z.ZodType<Span>>(schema: Schema, given: JsonObject): z.infer<Schema> {
  const span = checkArguments(schema, given)
  if (span.limit < 1 || span.limit > largestPage) throw new ApiError('invalid_limit')
  for (const ts of [span.oldest, span.latest]) {
    if (ts !== undefined && !/^\d+(\.\d+)?$/.test(ts))
      throw new ApiError(ts === span.oldest ? 'invalid_ts_oldest' : 'invalid_ts_latest')
  }
  return span
}

function readableChannel(core: Core, id: string): Channel {
  const channel = findChannel(core, id)
  if (!channel) throw new ApiError('channel_not_found')
  const needed = channel.is_im ? 'im:history' : 'channels:history'
  if (!core.manifest.scopes.includes(needed)) missingScope(core, [needed])
  if (!channel.members.includes(core.store.state.app.bot_user)) throw new ApiError('not_in_channel')
  return channel
}

function inSpan(core: Core, channel: Channel, span: Span): Message[] {
  const from = span.oldest === undefined ? 0 : microseconds(span.oldest)
  const to = span.latest === undefined ? Number.POSITIVE_INFINITY : microseconds(span.latest)
  return core.store.state.messages.filter((message) => {
    if (message.channel !== channel.id || message.ephemeral_for !== undefined) return false
    const at = microseconds(message.ts)
    return span.inclusive ? at >= from && at <= to : at > from && at < to
  })
}

/** A timestamp in microseconds; the fraction is read as text, since a double cannot hold it beside the seconds. */
function microseconds(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.')
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6))
}
