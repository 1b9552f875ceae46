import { type Answer, checkAnswer, checkProposal } from '../../domain/consultation/consultation.ts'
import type { Locale } from '../../i18n/locale.ts'
import { answerConsultation } from '../../usecases/consultation/answer-consultation.ts'
import { askConsultation } from '../../usecases/consultation/ask-consultation.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { answeredMessage, askedMessage } from './messages.ts'
import type { ConsultationMetadata } from './views.ts'

/** Checks a proposal before the form closes. */
export function checkProposalForm(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.consultation.proposal, () => checkProposal(typedIn(fields, ids.consultation.proposal)))
}

/** Sends the consultation out and answers with its receipt. */
export async function submitProposal(request: SubmitRequest, proposal: string): Promise<void> {
  const { context, actor, locale, reply, metadata } = request
  const { planId, no } = metadata as ConsultationMetadata
  await reply(askedMessage(locale, await askConsultation(context, { ...actor, planId }, no, proposal)))
}

/** Checks an objection before the form closes. */
export function checkObjection(fields: Fields, locale: Locale): Checked<Answer> {
  const remark = typedIn(fields, ids.consultation.remark)
  return checkedAt(locale, ids.consultation.remark, () => checkAnswer({ agrees: false, remark }))
}

/** Records the objection and answers with its receipt. */
export async function submitObjection(request: SubmitRequest, answer: Answer): Promise<void> {
  const { context, actor, locale, reply, metadata } = request
  const { planId, no, id } = metadata as ConsultationMetadata
  await reply(answeredMessage(locale, await answerConsultation(context, { ...actor, planId }, { no, id }, answer)))
}

function typedIn(fields: Fields, actionId: string): string {
  return fields[actionId]?.value ?? ''
}
