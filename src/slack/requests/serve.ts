import type { SectionBlock } from '@slack/types'
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, type WebClient } from '@slack/web-api'
import { DomainError, UnavailableError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { takeInRequest } from '../../usecases/request/take-in-request.ts'
import { clip, escapeText, paragraph } from '../blocks.ts'
import { changeWords } from '../change-words.ts'
import { namesOf } from '../names.ts'
import { AnswerError, type Reply } from '../reply.ts'
import { silentUntil } from './repeated.ts'
import type { Edge, Request } from './request.ts'
import { QueueFullError } from './request-queue.ts'
import { sayStillWorking } from './still-working.ts'

/** A request that was acknowledged and is to be worked on. */
export type Acknowledged = {
  workspaceId: string
  userId: string
  /** The person's own workspace, where it is known and may be another. */
  home?: string
  /** The same for each copy of it. */
  key: string
  client: WebClient
  reply: Reply
  /** The answer is seen by the person alone and does not stay: a word that it takes long may be said there. */
  passing: boolean
  /** What the person typed, to be given back with a refusal. */
  typed: (locale: Locale) => SectionBlock[]
}

const usualPatience = 5000
/** Characters of a refusal, which may quote all that was typed; escaped they may be five times as many, and Slack takes 40,000. */
const shownLength = 3000

/**
 * Works on a request when its turn comes, and answers it whatever happens. A further copy of it is worked on too, as the first
 * may have died with its process, but has neither effect nor answer where the first got that far. `other`: makes a further way
 * of answering keep the same silence.
 */
export async function serve(
  edge: Edge,
  asked: Acknowledged,
  work: (request: Request, other: (reply: Reply) => Reply) => Promise<void>,
): Promise<void> {
  const { context, locales, log, requests, patience = usualPatience } = edge
  const { workspaceId, userId, key, client, reply } = asked
  const locale = () => locales.of(client, workspaceId, userId)
  const word = asked.passing ? sayStillWorking(reply, locale, patience) : null
  const last: (reply: Reply) => Reply = (answer) => async (message) => {
    await word?.end()
    await answer(message)
  }
  let [repeated, changed] = [false, false]
  const handle = async () => {
    if (asked.home !== undefined && asked.home !== workspaceId) throw new DomainError('access.other_workspace')
    repeated = !(await takeInRequest(context, { workspaceId, key }))
    const silence = repeated ? silentUntil(() => changed) : null
    const other = (answer: Reply) => silence?.reply(last(answer)) ?? last(answer)
    const onTaken = () => {
      changed = true
    }
    const actor = { workspaceId, userId, requestKey: key, onTaken }
    const shown = silence?.client(client) ?? client
    await work({ context, actor, locale: await locale(), client: shown, reply: other(reply) }, other)
  }
  try {
    await requests.run(`${workspaceId}/${userId}`, handle)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'request.repeated') return
    if (!(error instanceof DomainError)) log.error({ err: error, requestKey: key }, 'a request failed')
    // The first copy was refused or failed as this one, and said so; a database that goes away may have taken it with it.
    if (repeated && !changed && !(error instanceof UnavailableError)) return
    const language = await locale()
    const text = await describeFailure(language, error, changed, client)
    await last(reply)({
      text: escapeText(clip(text, shownLength)),
      blocks: [paragraph(text), ...asked.typed(language)],
    })
  } finally {
    await word?.end()
  }
}

async function describeFailure(locale: Locale, error: unknown, changed: boolean, client: WebClient): Promise<string> {
  if (error instanceof DomainError) {
    const { change } = error
    if (change === null) return describeError(locale, error)
    const words = changeWords(locale, change, await namesOf(client, [change.by]))
    return t(locale, 'error.changed_by', { refusal: describeError(locale, error), ...words })
  }
  if (changed || error instanceof AnswerError) return t(locale, 'error.unanswered')
  if (error instanceof QueueFullError) return t(locale, 'error.busy')
  if (error instanceof UnavailableError)
    return t(locale, error.outcome === 'unsure' ? 'error.unsure' : 'error.unavailable')
  if (isTriggerOver(error)) return t(locale, 'error.too_late')
  return t(locale, isSlacks(error) ? 'error.slack' : 'error.unexpected')
}

/** Slack was busy, broke down or was not reached: what was asked for is at fault in no way. */
function isSlacks(error: unknown): boolean {
  return [WebAPIRateLimitedError, WebAPIHTTPError, WebAPIRequestError].some((kind) => error instanceof kind)
}

/** Slack lets a form be opened for three seconds after the click. */
function isTriggerOver(error: unknown): boolean {
  if (!(error instanceof Error) || !('data' in error)) return false
  const { error: code } = error.data as { error?: string }
  return code === 'expired_trigger_id' || code === 'exchanged_trigger_id'
}
