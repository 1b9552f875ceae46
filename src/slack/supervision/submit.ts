import { checkRemark, checkSlipReason, parseSlipLabel } from '../../domain/supervision/slip.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { declineSlip } from '../../usecases/supervision/decline-slip.ts'
import { signSlip } from '../../usecases/supervision/sign-slip.ts'
import type { SlipNumber } from '../../usecases/supervision/slip-access.ts'
import { withdrawSlip } from '../../usecases/supervision/withdraw-slip.ts'
import { message, paragraphs } from '../blocks.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { Fields, Request, SubmitRequest } from '../requests/request.ts'
import type { SlipMetadata } from './views.ts'

/** Checks the line of a signature before its form closes. */
export function checkSignature(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.supervision.remark, () => checkRemark(fields[ids.supervision.remark]?.value ?? ''))
}

/** Checks the reason of a withdrawal or of not sending before its form closes. */
export function checkSlipReasonField(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.supervision.reason, () => checkSlipReason(fields[ids.supervision.reason]?.value ?? ''))
}

/** Signs with what the form holds. */
export async function submitSignature(request: SubmitRequest, remark: string): Promise<void> {
  const { planId, slip } = request.metadata as SlipMetadata
  await sign(inPlanOf(request, planId), parseSlipLabel(slip), remark)
}

/** Withdraws a slip or does not send it, with the reason that the form holds. */
export async function submitSlipReason(request: SubmitRequest, reason: string): Promise<void> {
  const { planId, slip, form } = request.metadata as SlipMetadata
  const { context, actor, locale, reply } = inPlanOf(request, planId)
  if (form === 'withdraw') return withdraw({ ...request, actor }, parseSlipLabel(slip), reason)
  await reply(message(t(locale, 'slip.declined', await declineSlip(context, actor, wholeNumber(slip), reason))))
}

/** Signs for a slip, with the receipt. */
export async function sign(
  { context, actor, locale, reply }: Request,
  number: SlipNumber,
  text: string,
): Promise<void> {
  const { slip, unit, remark } = await signSlip(context, actor, number, text)
  const quoted = paragraphs([t(locale, 'slip.remark_quoted', { unit, text: remark })])
  await reply(message(t(locale, 'slip.signed', { slip }), quoted))
}

/** Withdraws a slip, with the receipt. */
export async function withdraw(
  { context, actor, locale, reply }: Request,
  number: SlipNumber,
  why: string,
): Promise<void> {
  await reply(message(t(locale, 'slip.withdrawn', await withdrawSlip(context, actor, number, why))))
}

function inPlanOf(request: SubmitRequest, planId: number): SubmitRequest {
  return { ...request, actor: { ...request.actor, planId } }
}
