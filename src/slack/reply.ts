import { setTimeout as wait } from 'node:timers/promises'
import type { BlockAction, RespondFn } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import type { Message } from './blocks.ts'

/** What was asked for was worked off, but Slack took the answer in no way. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError'
}

/** Milliseconds after which an answer that Slack has not taken counts as not taken. */
const patience = 10_000

/** Seconds that a direct message waits in all where Slack asks for it: there is no other way left to answer. */
const directWaitSeconds = 5

/** Answers one person. @throws AnswerError when they cannot be reached in any way */
export type Reply = (message: Message) => Promise<void>

/** Answers by direct message where Slack does not take the answer, for one because its address has expired. */
export function orDirect(client: WebClient, userId: string, answer: Reply): Reply {
  return (message) => answer(message).catch(() => directReply(client, userId)(message))
}

/**
 * Answers to the address that came with the request: seen by the person alone, beside what was clicked or in its place; by
 * direct message where Slack does not take it.
 */
export function respondReply(client: WebClient, userId: string, respond: RespondFn, replaces: boolean): Reply {
  return orDirect(client, userId, async (message) => {
    const answer = { ...message, response_type: 'ephemeral' as const, ...(replaces ? { replace_original: true } : {}) }
    // Bolt's own way of responding knows no timeout.
    const taken = await Promise.race([respond(answer), wait(patience, null, { ref: false })])
    if (taken === null) throw new Error('no answer')
    await requireTaken(taken)
  })
}

/** Slack answers 200 also where it refuses what was sent to a response_url. @throws Error with what it said */
async function requireTaken(response: { json(): Promise<unknown> }): Promise<void> {
  const said = await response.json().catch(() => null)
  if (typeof said === 'object' && said !== null && 'ok' in said && said.ok === false)
    throw new Error(JSON.stringify(said))
}

/**
 * Answers in the place of the message whose address a form remembers from the click that opened it; otherwise, or where
 * the address has expired, as `reply` does.
 */
export function replacing(responseUrl: string | null, reply: Reply): Reply {
  if (responseUrl === null) return reply
  return async (message) => {
    const body = JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: true })
    const headers = { 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(responseUrl, { method: 'POST', headers, body, signal }).catch(() => null)
    if (!answer?.ok) await reply(message)
  }
}

/** Blocks that Slack takes in no modal. */
const messagesOnly = new Set(['table', 'data_visualization', 'markdown'])

/** Answers what was done in App Home or in a modal by a modal: a direct message would not be seen there. */
export function viewReply(client: WebClient, body: BlockAction, localeOf: () => Promise<Locale>): Reply {
  return orDirect(client, body.user.id, async ({ blocks }) => {
    if (blocks.some(({ type }) => messagesOnly.has(type))) throw new AnswerError('Slack shows this in messages only')
    const locale = await localeOf()
    const show = body.view?.type === 'modal' ? client.views.push : client.views.open
    await show({ trigger_id: body.trigger_id, view: answerModal(locale, blocks) })
  })
}

function answerModal(locale: Locale, blocks: Message['blocks']): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t(locale, 'app.name') },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    blocks,
  }
}

/** Answers by direct message, after a pause where Slack asks for a short one: then it took nothing. */
export function directReply(client: WebClient, userId: string, pause: (ms: number) => Promise<unknown> = wait): Reply {
  return async (message) => {
    for (let left = directWaitSeconds; ; ) {
      try {
        await client.chat.postMessage({ channel: userId, ...message })
        return
      } catch (cause) {
        const seconds = cause instanceof WebAPIRateLimitedError ? Math.max(1, cause.retryAfter) : null
        if (seconds === null || seconds > left) throw new AnswerError('the answer cannot be shown', { cause })
        left -= seconds
        await pause(seconds * 1000)
      }
    }
  }
}

/** Answers in a channel, seen by the person alone. */
export function channelReply(client: WebClient, channel: string, userId: string): Reply {
  return orDirect(client, userId, async (message) => {
    await client.chat.postEphemeral({ channel, user: userId, ...message })
  })
}
