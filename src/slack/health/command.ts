import { t } from '../../i18n/translate.ts'
import { dismissDelivery } from '../../usecases/delivery/dismiss-delivery.ts'
import { resendAll, resendDelivery } from '../../usecases/delivery/resend-deliveries.ts'
import { showHealth } from '../../usecases/delivery/show-health.ts'
import { type Message, message, note } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { healthMessage } from './messages.ts'

/** `/plan health`: how delivery and the schedule stand. */
export async function healthCommand({ context, actor, locale, reply }: Request): Promise<void> {
  await reply(healthMessage(locale, await showHealth(context, actor), 1))
}

/** Another page of what was given up, in its place. */
export async function turnHealth(request: ActionRequest): Promise<void> {
  const { actor, id: page } = named(request)
  await showAgain({ ...request, actor }, page)
}

/** 重新投递 */
export async function resendFromButton(request: ActionRequest): Promise<void> {
  const { actor, id, page } = named(request)
  await resendDelivery(request.context, actor, id)
  await showAgain({ ...request, actor }, page, t(request.locale, 'health.resent'))
}

/** 不再投递 */
export async function dismissFromButton(request: ActionRequest): Promise<void> {
  const { actor, id, page } = named(request)
  await dismissDelivery(request.context, actor, id)
  await showAgain({ ...request, actor }, page, t(request.locale, 'health.dismissed'))
}

/** 全部重新投递 */
export async function resendAllFromButton(request: ActionRequest): Promise<void> {
  const { planId } = ofPlan(request.value)
  const actor = { ...request.actor, planId }
  const done = await resendAll(request.context, actor)
  await request.reply(message(t(request.locale, 'health.resent_all', done)))
}

/** The list as it is now, in the place of the one that was clicked, ending with what was done. */
async function showAgain({ context, actor, locale, replace }: ActionRequest, page: number, done = ''): Promise<void> {
  const shown: Message = healthMessage(locale, await showHealth(context, { ...actor, requestKey: null }), page)
  await replace(done === '' ? shown : { ...shown, blocks: [...shown.blocks, note(done)] })
}

function named({ actor, value: given }: ActionRequest) {
  const { planId, value } = ofPlan(given)
  const [id, page = '1'] = value.split('/')
  return { actor: { ...actor, planId }, id: wholeNumber(id), page: wholeNumber(page) }
}
