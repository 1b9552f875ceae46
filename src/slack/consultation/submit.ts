import { type Answer, checkAnswer, checkProposal } from '../../domain/consultation/consultation.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { answerConsultation } from '../../usecases/consultation/answer-consultation.ts'
import { askConsultation } from '../../usecases/consultation/ask-consultation.ts'
import { ids } from '../ids.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../listen.ts'
import { answeredMessage, askedMessage } from './messages.ts'
import type { ConsultationMetadata } from './views.ts'

type Checked<T> = { errors: FieldErrors } | { input: T }

/** Checks a proposal before the form closes. */
export function checkProposalForm(fields: Fields, locale: Locale): Checked<string> {
  return checked(locale, ids.consultation.proposal, () => checkProposal(typedIn(fields, ids.consultation.proposal)))
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
  return checked(locale, ids.consultation.remark, () => checkAnswer({ agrees: false, remark }))
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

function checked<T>(locale: Locale, field: string, check: () => T): Checked<T> {
  try {
    return { input: check() }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { errors: { [field]: describeError(locale, error) } }
  }
}
