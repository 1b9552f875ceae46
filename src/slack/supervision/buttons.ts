import { parseSlipLabel } from '../../domain/supervision/slip.ts'
import { t } from '../../i18n/translate.ts'
import { approveSlip } from '../../usecases/supervision/approve-slip.ts'
import { listOverdue } from '../../usecases/supervision/list-overdue.ts'
import { listSlips } from '../../usecases/supervision/list-slips.ts'
import { openSlip } from '../../usecases/supervision/open-slip.ts'
import { showSlip } from '../../usecases/supervision/show-slip.ts'
import { message } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest } from '../requests/request.ts'
import { overdueMessage, slipsMessage } from './messages.ts'
import { slipPageMessages } from './slip-page.ts'
import { type SlipMetadata, slipModal } from './views.ts'

/** The button that opens the form of what is to be done to a slip. */
export function openSlipForm(form: SlipMetadata['form']) {
  return async (request: ActionRequest): Promise<void> => {
    const { context, locale, client, triggerId, channel, body } = request
    const { actor, planId, value } = namedIn(request)
    const view = slipModal(locale, await openSlip(context, actor, value, form), { channel, planId, slip: value, form })
    const show = body.view?.type === 'modal' ? client.views.push : client.views.open
    await show({ trigger_id: triggerId, view })
  }
}

/** 批准发出 */
export async function approveFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, value } = namedIn(request)
  await reply(message(t(locale, 'slip.approved', await approveSlip(context, actor, wholeNumber(value)))))
}

/** The button that shows a slip's page. */
export async function showSlipFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, value } = namedIn(request)
  for (const part of slipPageMessages(locale, await showSlip(context, actor, parseSlipLabel(value)))) await reply(part)
}

/** Another page of the slips, in its place. */
export async function turnSlips(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { actor, value } = namedIn(request)
  await replace(slipsMessage(locale, await listSlips(context, actor), wholeNumber(value)))
}

/** Another page of what is overdue, in its place. */
export async function turnOverdue(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { actor, value } = namedIn(request)
  await replace(overdueMessage(locale, await listOverdue(context, actor), wholeNumber(value)))
}

function namedIn({ actor, value: given }: ActionRequest) {
  const { planId, value } = ofPlan(given)
  return { actor: { ...actor, planId }, planId, value }
}
