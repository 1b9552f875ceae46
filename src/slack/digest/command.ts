import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { t } from '../../i18n/translate.ts'
import { postDigest } from '../../usecases/digest/post-digest.ts'
import { previewDigest } from '../../usecases/digest/preview-digest.ts'
import { message, paragraph } from '../blocks.ts'
import type { ActionRequest, CommandRequest, Request } from '../listen.ts'
import { postingMessage, previewMessage } from './messages.ts'

/** `/digest`: the preview, a post, or help. */
export async function digestCommand(request: CommandRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const words = foldFullWidth(request.words).trim()
  const key = actor.requestKey ?? ''
  if (/^(help|帮助|\?)$/i.test(words)) return reply(message('/digest', [paragraph(t(locale, 'digest.help'))]))
  if (/^(preview|预览)?$/i.test(words)) {
    return reply(previewMessage(locale, await previewDigest(context, actor), key))
  }
  if (/^(post|发布|publish)$/i.test(words)) return post(request, key)
  throw new DomainError('digest.words_unknown')
}

/** The button under a preview: posts once, however often it is clicked. */
export async function postPreviewed(request: ActionRequest): Promise<void> {
  await post(request, request.value)
}

async function post({ context, actor, locale, reply }: Request, key: string): Promise<void> {
  const { channel } = await postDigest(context, actor, key)
  await reply(postingMessage(locale, channel))
}
