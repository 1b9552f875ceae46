import { t } from '../../i18n/translate.ts'
import { approveDigest, showPrepared } from '../../usecases/digest/approve-digest.ts'
import { listUnfiled } from '../../usecases/digest/list-unfiled.ts'
import { listTargetStandings } from '../../usecases/target/list-targets.ts'
import { message } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { directReply } from '../reply.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest } from '../requests/request.ts'
import { targetListMessage } from '../target/messages.ts'
import { postingMessage, wholeMessages } from './messages.ts'
import { showMessages } from './show-digest.ts'

/** 全部指标 under a digest: as they stand now, to whoever clicks. */
export async function listTargetsFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const actor = { ...request.actor, planId: ofPlan(request.value).planId }
  await reply(targetListMessage(locale, await listTargetStandings(context, actor), 1))
}

/** 未报单位 under a digest: those of now, to whoever clicks. */
export async function listUnitsFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const actor = { ...request.actor, planId: ofPlan(request.value).planId }
  await showMessages(locale, reply, wholeMessages(locale, await listUnfiled(context, actor)))
}

/** 批准发布: the button names the digest and the version that the leader saw. */
export async function approveFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, shown } = namedIn(request)
  const { channel } = await approveDigest(context, actor, shown)
  await reply(postingMessage(locale, channel, 'approved'))
}

/** 查看全文 of a digest that waits for approval; from App Home by direct message, as charts are shown in messages only. */
export async function showWhole(request: ActionRequest): Promise<void> {
  const { context, locale, client, reply, responseUrl } = request
  const { actor, shown } = namedIn(request)
  const messages = wholeMessages(locale, await showPrepared(context, actor, shown.digestId))
  if (responseUrl !== null) return showMessages(locale, reply, messages)
  await showMessages(locale, directReply(client, actor.userId), messages)
  await reply(message(t(locale, 'digest.sent_to_you')))
}

/** The digest that a button names, and the version that was seen. */
function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  const [digestId, version] = named.split('/')
  return { actor: { ...actor, planId }, shown: { digestId: wholeNumber(digestId), version: wholeNumber(version) } }
}
