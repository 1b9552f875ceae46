import { digestSections } from '../../domain/digest/sections.ts'
import { digestCadences } from '../../domain/digest/slots.ts'
import { parseSubscribeWords } from '../../domain/digest/words.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { listDigestSubscriptions } from '../../usecases/digest/list-subscriptions.ts'
import { type SubscriptionWish, subscribeDigest } from '../../usecases/digest/subscribe-digest.ts'
import { unsubscribeDigest } from '../../usecases/digest/unsubscribe-digest.ts'
import { message } from '../blocks.ts'
import { ids } from '../ids.ts'
import { joins } from '../plan/channels.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Fields, FormRequest, Request, SubmitRequest } from '../requests/request.ts'
import { subscribedMessage, subscribeModal, subscriptionsMessage } from './subscriptions.ts'

/** `/digest subscriptions` */
export async function listSubscriptions({ context, actor, locale, reply }: Request): Promise<void> {
  await reply(subscriptionsMessage(locale, await listDigestSubscriptions(context, actor)))
}

/** `/digest subscribe`: what the words say; alone, the form. */
export async function subscribeByWords(request: FormRequest, words: string): Promise<void> {
  if (words === '') return openForm(request)
  const said = parseSubscribeWords(words)
  await subscribe(request, { ...said, language: said.language ?? request.locale })
}

/** `/digest unsubscribe 2`. @throws DomainError `digest.unsubscribe_words` */
export async function unsubscribeByWords(request: FormRequest, words: string): Promise<void> {
  const no = /^(?:第|#|no\.?)?\s*(\d{1,6})\s*号?$/i.exec(foldFullWidth(words))?.[1]
  if (!no) throw new DomainError('digest.unsubscribe_words')
  await end(request, Number(no))
}

/** The button that opens the form. */
export async function openFromButton(request: ActionRequest): Promise<void> {
  await openForm({ ...request, actor: { ...request.actor, planId: ofPlan(request.value).planId } })
}

/** The button that ends a subscription. */
export async function endFromButton(request: ActionRequest): Promise<void> {
  const { planId, value } = ofPlan(request.value)
  await end({ ...request, actor: { ...request.actor, planId } }, wholeNumber(value))
}

/** What the form holds. */
export function readSubscription(fields: Fields): { input: SubscriptionWish } {
  const chosen = (fields[ids.digest.sections]?.selected_options ?? []).map(({ value }) => value)
  const cadence = digestCadences.find((one) => one === fields[ids.digest.cadence]?.selected_option?.value)
  return {
    input: {
      cadence: cadence ?? 'weekly',
      channel: fields[ids.digest.channel]?.selected_conversation ?? null,
      language: localeOf(fields[ids.digest.language]?.selected_option?.value),
      sections: digestSections.filter((section) => chosen.includes(section)),
      approval: (fields[ids.digest.approval]?.selected_options ?? []).length > 0,
    },
  }
}

/** Subscribes as the form says. */
export async function submitSubscription(request: SubmitRequest, wish: SubscriptionWish): Promise<void> {
  const { actor, metadata } = request
  await subscribe({ ...request, actor: { ...actor, planId: wholeNumber(metadata.planId) } }, wish)
}

async function openForm({ context, actor, locale, client, triggerId, channel }: FormRequest): Promise<void> {
  const list = await listDigestSubscriptions(context, actor)
  await client.views.open({ trigger_id: triggerId, view: subscribeModal(locale, list, channel) })
}

async function subscribe({ context, actor, locale, client, reply }: Request, wish: SubscriptionWish): Promise<void> {
  const added = await subscribeDigest(context, actor, wish)
  const outside = wish.channel !== null && !(await joins(client, wish.channel))
  await reply(subscribedMessage(locale, added, outside))
}

async function end({ context, actor, locale, reply }: Request, no: number): Promise<void> {
  const { cadence } = await unsubscribeDigest(context, actor, no)
  await reply(message(t(locale, 'digest.unsubscribed', { no, cadence })))
}
