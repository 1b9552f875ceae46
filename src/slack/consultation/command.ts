import type { ConsultationWords } from '../../domain/consultation/consultation-words.ts'
import { DomainError } from '../../domain/errors.ts'
import {
  answerConsultation,
  type ConsultationReference,
  prepareAnswer,
} from '../../usecases/consultation/answer-consultation.ts'
import { askConsultation, prepareConsultation } from '../../usecases/consultation/ask-consultation.ts'
import type { Actor } from '../../usecases/context.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, Request } from '../requests/request.ts'
import { answeredMessage, askedMessage } from './messages.ts'
import { consultationModal, objectionModal } from './views.ts'

/** `/issue 会商 12 …`, `/issue 同意 12 …`, `/issue 有异议 12 …`; without a text the first and the last open their form. */
export async function consultationByWords(request: CommandRequest, words: ConsultationWords): Promise<void> {
  const { context, actor, locale, reply } = request
  const { verb, no, text } = words
  if (no === null) throw new DomainError('consultation.number_missing')
  const reference = { no, id: null }
  if (verb === 'agree') return agree(request, actor, reference, text)
  if (verb === 'consult') {
    if (text === '') return openForm(request, actor, no)
    return reply(askedMessage(locale, await askConsultation(context, actor, no, text)))
  }
  if (text === '') return openObjection(request, actor, reference)
  return reply(
    answeredMessage(locale, await answerConsultation(context, actor, reference, { agrees: false, remark: text })),
  )
}

/** The button 会商 in the view of an issue. */
export async function openConsultation(request: ActionRequest): Promise<void> {
  const { planId, value } = ofPlan(request.value)
  await openForm(request, { ...request.actor, planId }, wholeNumber(value))
}

/** The button 同意. */
export async function agreeFromButton(request: ActionRequest): Promise<void> {
  const { actor, reference } = referenceOf(request)
  await agree(request, actor, reference, '')
}

/** The button 有异议. */
export async function objectFromButton(request: ActionRequest): Promise<void> {
  const { actor, reference } = referenceOf(request)
  await openObjection(request, actor, reference)
}

type Opening = Request & { triggerId: string; channel: string | null }

function referenceOf({ actor, value }: ActionRequest): { actor: Actor; reference: ConsultationReference } {
  const { planId, value: named } = ofPlan(value)
  const [no, id] = named.split('/')
  return { actor: { ...actor, planId }, reference: { no: wholeNumber(no), id: wholeNumber(id) } }
}

async function agree({ context, locale, reply }: Request, actor: Actor, of: ConsultationReference, remark: string) {
  await reply(answeredMessage(locale, await answerConsultation(context, actor, of, { agrees: true, remark })))
}

async function openForm({ context, locale, client, triggerId, channel }: Opening, actor: Actor, no: number) {
  const view = consultationModal(locale, await prepareConsultation(context, actor, no), channel)
  await client.views.open({ trigger_id: triggerId, view })
}

async function openObjection(
  { context, locale, client, triggerId, channel }: Opening,
  actor: Actor,
  reference: ConsultationReference,
) {
  const view = objectionModal(locale, await prepareAnswer(context, actor, reference), channel)
  await client.views.open({ trigger_id: triggerId, view })
}
