import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { t } from '../../i18n/translate.ts'
import { postDigest } from '../../usecases/digest/post-digest.ts'
import { previewDigest } from '../../usecases/digest/preview-digest.ts'
import { message, paragraphs } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import type { ActionRequest, CommandRequest, FormRequest, Request } from '../requests/request.ts'
import { findVerb, type Verb } from '../verbs.ts'
import { interpret } from './interpretation.ts'
import { postingMessage, previewMessages } from './messages.ts'
import { showMessages } from './show-digest.ts'
import { listSubscriptions, subscribeByWords, unsubscribeByWords } from './subscribe.ts'
import { takeBackByWords } from './take-back.ts'

const verbs: readonly Verb[] = [
  { names: ['help', '帮助', '?'], handle: help },
  { names: ['post', 'publish', '发布'], handle: postByWords },
  { names: ['subscriptions', '订阅列表', '订阅清单'], handle: listSubscriptions },
  { names: ['subscribe', '订阅'], handle: subscribeByWords },
  { names: ['unsubscribe', '退订', '取消订阅'], handle: unsubscribeByWords },
  { names: ['take back', 'withdraw', '撤回'], handle: takeBackByWords },
  { names: ['interpret', 'interpretation', '解读', '添加解读'], handle: interpret },
]

/** `/digest`: a preview of any digest and day, a post, subscriptions, the office's word, or help. */
export async function digestCommand(request: CommandRequest): Promise<void> {
  const verb = findVerb(verbs, request.words)
  if (verb) return verb.handle(request, verb.rest)
  await preview(request)
}

/** The button under a preview: posts once, however often it is clicked. */
export async function postPreviewed(request: ActionRequest): Promise<void> {
  const { planId, value: key } = ofPlan(request.value)
  await post({ ...request, actor: { ...request.actor, planId } }, key)
}

async function preview(request: CommandRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const shown = await previewDigest(context, actor, { words: request.words, language: locale })
  await showMessages(locale, reply, previewMessages(locale, shown, actor.requestKey ?? ''))
}

async function help({ locale, reply }: FormRequest): Promise<void> {
  await reply(message('/digest', paragraphs(t(locale, 'digest.help').split('\n'))))
}

async function postByWords(request: FormRequest, words: string): Promise<void> {
  if (foldFullWidth(words).trim() !== '') throw new DomainError('digest.words_unknown')
  await post(request, request.actor.requestKey ?? '')
}

async function post({ context, actor, locale, reply }: Request, key: string): Promise<void> {
  const { channel } = await postDigest(context, actor, key)
  await reply(postingMessage(locale, channel))
}
