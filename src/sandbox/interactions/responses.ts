import { Hono } from 'hono'
import { z } from 'zod'
import { ApiError, refusalBody } from '../api-error.ts'
import type { Core } from '../core.ts'
import type { JsonObject, Message, ResponseUrl } from '../entities.ts'
import { newSecret } from '../ids.ts'
import { limitBody } from '../limits.ts'
import { readContent } from '../message-content.ts'
import { addMessage, editMessage, findMessage, removeMessage } from '../messages.ts'

const usesAllowed = 5
const lifeMs = 30 * 60 * 1000
const keptUrls = 500
const responseBytes = 1024 * 1024

/** A new response_url for something a person did. `message` is the message they did it in. */
export function issueResponseUrl(core: Core, channel: string, user: string, message?: Message): string {
  const { response_urls } = core.store.state
  const key = newSecret()
  response_urls.push({
    key,
    channel,
    user,
    ephemeral: message?.ephemeral_for !== undefined,
    issued: core.clock.now().getTime(),
    uses: 0,
    ...(message && { message_ts: message.ts }),
  })
  response_urls.splice(0, response_urls.length - keptUrls)
  return `${core.baseUrl()}/response/${key}`
}

const responseSchema = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
})

/** What a response does: posts, replaces or deletes. Throws ApiError where its content is refused. */
export function applyResponse(
  core: Core,
  url: Omit<ResponseUrl, 'key' | 'issued' | 'uses'>,
  given: JsonObject,
): Message | null {
  const parsed = responseSchema.safeParse(given)
  if (!parsed.success) throw new ApiError('invalid_payload')
  const { response_type, replace_original, delete_original, thread_ts } = parsed.data
  const original = url.message_ts === undefined ? undefined : findMessage(core, url.channel, url.message_ts)
  if (delete_original) {
    if (original) removeMessage(core, original)
    return null
  }
  const { metadata: _metadata, ...content } = readContent(core, given)
  if (replace_original && original) {
    return editMessage(core, original, {
      text: content.text,
      blocks: content.blocks,
      ...(!original.ephemeral_for && { edited: { ts: core.store.nextTs(), user: core.store.state.app.bot_user } }),
    })
  }
  const { app } = core.store.state
  return addMessage(core, {
    channel: url.channel,
    user: app.bot_user,
    bot_id: app.bot_id,
    ...content,
    ...(response_type === 'ephemeral' && { ephemeral_for: url.user }),
    ...(thread_ts && { thread_ts }),
  })
}

/** The addresses that response_url points to. */
export function responseUrls(core: Core): Hono {
  const app = new Hono()
  app.use(
    '/:key',
    limitBody(responseBytes, (c) => c.json({ ok: false, error: 'request_too_large' }, 413)),
  )
  app.post('/:key', async (c) => {
    const url = core.store.state.response_urls.find((candidate) => candidate.key === c.req.param('key'))
    if (!url) return c.json({ ok: false, error: 'invalid_url' }, 404)
    if (core.clock.now().getTime() - url.issued > lifeMs) return c.json({ ok: false, error: 'expired_url' }, 404)
    if (url.uses >= usesAllowed) return c.json({ ok: false, error: 'used_url' }, 404)
    const given = z.record(z.string(), z.unknown()).safeParse(await c.req.json().catch(() => null))
    if (!given.success) return c.json({ ok: false, error: 'invalid_payload' }, 400)
    url.uses += 1
    try {
      const message = applyResponse(core, url, given.data)
      // A command has no message of its own: its first answer is what later answers replace or delete.
      if (message && url.message_ts === undefined) url.message_ts = message.ts
      return c.json({ ok: true })
    } catch (error) {
      if (error instanceof ApiError) return c.json(refusalBody(error))
      throw error
    }
  })
  return app
}
